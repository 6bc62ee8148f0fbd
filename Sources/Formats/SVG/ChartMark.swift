/// How one series differs from the others for those who do not see colours, or print in black: the lines on
/// its areas, the dashes of its line and the shape of its points. Its colour is `--series-N` of the style.
struct ChartMark: Sendable {
    /// Drawn on its areas, in a square of 8 pixels.
    let texture: String
    /// As in `stroke-dasharray`.
    let dashes: String
    /// Around 0,0, within 5 pixels.
    let shape: String

    static let all = [
        ChartMark(texture: "", dashes: "none", shape: "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0z"),
        ChartMark(texture: "M-2,2l4,-4M0,8l8,-8M6,10l4,-4", dashes: "9 5", shape: "M-4,-4H4V4H-4z"),
        ChartMark(texture: "M1,2h2M5,6h2", dashes: "2 4", shape: "M0,-5.5L5.5,0L0,5.5L-5.5,0z"),
        ChartMark(texture: "M0,4h8", dashes: "12 4 2 4", shape: "M0,-5L5,4H-5z"),
        ChartMark(texture: "M-2,6l4,4M0,0l8,8M6,-2l4,4", dashes: "5 3", shape: "M0,5L5,-4H-5z"),
        ChartMark(texture: "M0,4h8M4,0v8", dashes: "14 5", shape: "M-5,-2H-2V-5H2V-2H5V2H2V5H-2V2H-5z"),
        ChartMark(texture: "M4,0v8", dashes: "7 3 2 3 2 3", shape: "M-5,-3H5V3H-5z"),
        ChartMark(texture: "M0,6l4,-4l4,4", dashes: "4 6", shape: "M-3,-5H3V5H-3z"),
    ]

    func pattern(fill id: String, _ series: Int) -> String {
        let lines = texture.isEmpty ? "" : "<path d=\"\(texture)\" class=\"texture\" />"
        return "<pattern id=\"\(id)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
            + "<rect width=\"8\" height=\"8\" class=\"fill-\(series)\" />\(lines)</pattern>"
    }

    func line(_ path: String, series: Int) -> String {
        "<path d=\"\(path)\" class=\"line line-\(series)\" stroke-dasharray=\"\(dashes)\" />"
    }

    func point(series: Int) -> String {
        "<path d=\"\(shape)\" class=\"point fill-\(series)\" />"
    }
}
