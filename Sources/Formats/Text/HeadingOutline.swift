import Documents

/// Gives headings the depth that they have in the outline of what was written, so that no level is left out
/// on the way down, whatever levels they ask for.
struct HeadingOutline {
    /// How many levels the document's own title takes.
    private let base: Int
    private var open: [Int] = []

    init(hasTitle: Bool) {
        base = hasTitle ? 1 : 0
    }

    /// 1 to 6.
    mutating func depth(of level: Int) -> Int {
        while let last = open.last, last >= level { open.removeLast() }
        open.append(level)
        return min(6, base + open.count)
    }

    /// The same for a heading inside of a text, which stands below those of the document.
    mutating func depth(inTextOf level: Int) -> Int {
        depth(of: 6 + level)
    }
}

extension DocumentHeader {
    /// The title, unless there is nothing in it.
    var shownTitle: String? {
        title.flatMap { $0.isEmpty ? nil : $0 }
    }
}
