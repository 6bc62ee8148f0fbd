/// The mistakes of a manifest, gathered while it is read to its end.
final class ManifestMistakes {
    private let lines: ManifestLines
    private var found: [(line: Int, sentence: String)] = []

    init(_ lines: ManifestLines) {
        self.lines = lines
    }

    /// - Parameter path: the key that it is about; it need not exist.
    func add(_ path: [String], _ sentence: String) {
        let line = lines.line(of: path)
        let place = line.map { "line \($0): " } ?? ""
        found.append((line ?? 0, place + sentence))
    }

    /// In the order of lines; those of things that are missing first.
    var sentences: [String] {
        found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            .map(\.element.sentence)
    }
}
