/// The surface that a chart is drawn on. It has no width: across, places are shares of whatever width the page
/// has, 0 where reading begins and 1 where it ends, so that letters stay of one size on a phone and on a desk.
/// Down, places are pixels.
struct ChartCanvas {
    let isRightToLeft: Bool
    /// Begins the identifiers of what is drawn, which are the page's.
    let id: String
    /// How far down something has been drawn, in pixels.
    var height = 0.0
    private(set) var elements = ""

    /// The series that can be told apart.
    static let mostSeries = ChartMark.all.count
    static let lineHeight = 18.0
    /// What a sheet of A4 has room for, in pixels: a drawing is not cut when it is printed.
    static let tallest = 880.0

    enum Anchor: String {
        case start, middle, end
    }

    init(isRightToLeft: Bool, id: String) {
        self.isRightToLeft = isRightToLeft
        self.id = id
    }

    mutating func add(_ element: String) {
        elements += element + "\n"
    }

    /// A share of the width, measured from where reading begins, as a place from the left.
    func place(_ share: Double) -> String {
        percent(isRightToLeft ? 1 - share : share)
    }

    /// What fills the areas of a series.
    func fill(_ series: Int) -> String {
        "url(#\(id)-\(series % Self.mostSeries))"
    }

    /// A bar from one share of the width to another. A pale one shows the outline of its series' colour.
    mutating func bar(
        _ from: Double, _ to: Double, y: Double, height: Double, series: Int, isPale: Bool = false
    ) {
        let left = isRightToLeft ? 1 - max(from, to) : min(from, to)
        add(
            "<rect x=\"\(percent(left))\" width=\"\(percent(abs(to - from)))\" y=\"\(pixels(y))\" "
                + "height=\"\(pixels(height))\" "
                + (isPale
                    ? "class=\"pale line-\(series % Self.mostSeries)\" />"
                    : "fill=\"\(fill(series))\" class=\"area\" />"))
    }

    /// A milestone.
    mutating func diamond(_ share: Double, y: Double, series: Int) {
        shape("M0,-8L8,0L0,8L-8,0z", share, y, series)
    }

    /// The end, at a share of the width, of what goes on beyond it.
    mutating func point(_ share: Double, y: Double, series: Int) {
        shape(isRightToLeft ? "M0,0L9,-8V8z" : "M0,0L-9,-8V8z", share, y, series)
    }

    private mutating func shape(_ path: String, _ share: Double, _ y: Double, _ series: Int) {
        add(
            "<svg x=\"\(place(share))\" y=\"\(pixels(y))\" overflow=\"visible\">"
                + "<path d=\"\(path)\" class=\"point fill-\(series % Self.mostSeries)\" /></svg>")
    }

    /// A line of text; `y` is where its letters stand on.
    mutating func text(
        _ text: String, _ share: Double, y: Double, anchor: Anchor = .start, class: String = "label"
    ) {
        guard !text.isEmpty else { return }
        // The isolates keep what is in the text, a bracket say, in the text's own direction.
        add(
            "<text x=\"\(place(share))\" y=\"\(pixels(y))\" text-anchor=\"\(anchor.rawValue)\" "
                + "class=\"\(`class`)\">\u{2068}\(markup(text))\u{2069}</text>")
    }

    /// A number, which reads from left to right everywhere.
    mutating func number(_ text: String, _ share: Double, y: Double, anchor: Anchor = .end) {
        guard !text.isEmpty else { return }
        let mirrored: Anchor = anchor == .middle ? .middle : anchor == .end ? .start : .end
        add(
            "<text x=\"\(place(share))\" y=\"\(pixels(y))\" direction=\"ltr\" "
                + "text-anchor=\"\((isRightToLeft ? mirrored : anchor).rawValue)\" class=\"number\">"
                + "\(markup(text))</text>")
    }

    /// A line across the whole width, or down at a share of it.
    mutating func rule(across y: Double) {
        add("<line x1=\"0%\" x2=\"100%\" y1=\"\(pixels(y))\" y2=\"\(pixels(y))\" class=\"rule\" />")
    }

    mutating func rule(
        down share: Double, from top: Double, to bottom: Double, class: String = "axis"
    ) {
        let place = place(share)
        add(
            "<line x1=\"\(place)\" x2=\"\(place)\" y1=\"\(pixels(top))\" y2=\"\(pixels(bottom))\" "
                + "class=\"\(`class`)\" />")
    }

    /// The names of the series, each on a line beside a piece of what it is drawn with.
    mutating func legend(_ names: [String], isLines: Bool) {
        for (series, name) in names.enumerated() {
            let middle = height + 9
            // The mark takes 28 pixels: letters begin after it, on the side where reading does.
            let shift = isRightToLeft ? -36 : 36
            let mark = ChartMark.all[series % Self.mostSeries]
            let sample =
                isLines
                ? mark.line("M-12,0H12", series: series) + mark.point(series: series)
                : "<rect x=\"-12\" y=\"-7\" width=\"24\" height=\"14\" fill=\"\(fill(series))\" class=\"area\" />"
            add(
                "<svg x=\"\(place(0))\" y=\"\(pixels(middle))\" overflow=\"visible\">"
                    + "<g transform=\"translate(\(isRightToLeft ? -14 : 14) 0)\">\(sample)</g></svg>")
            add(
                "<text x=\"\(place(0))\" dx=\"\(shift)\" y=\"\(pixels(middle + 5))\" class=\"label\">"
                    + "\u{2068}\(markup(name))\u{2069}</text>")
            height += 24
        }
        if !names.isEmpty { height += 8 }
    }

    /// The whole drawing.
    ///
    /// - Parameter series: how many of the fills it uses.
    func svg(title: String, description: String, series: Int) -> String {
        let fills = (0..<min(series, Self.mostSeries)).map {
            ChartMark.all[$0].pattern(fill: "\(id)-\($0)", $0)
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" \
            aria-labelledby="\(id)-title \(id)-description" direction="\(isRightToLeft ? "rtl" : "ltr")" \
            width="100%" height="\(pixels(height))">
            <title id="\(id)-title">\(markup(title))</title>
            <desc id="\(id)-description">\(markup(description))</desc>
            <defs>
            \(fills.joined(separator: "\n"))
            </defs>
            \(elements)</svg>

            """
    }
}

/// A length down the drawing.
func pixels(_ length: Double) -> String {
    numberText((length * 100).rounded() / 100)
}

private func percent(_ share: Double) -> String {
    numberText((share * 100_000).rounded() / 1000) + "%"
}
