/// A chart's drawing as a picture that stands by itself: of one width, with its letters and colours inside, those
/// for light paper. What it is drawn on shows through.
func chartPicture(_ drawing: String, width: Int) -> String {
    drawing.replacing("width=\"100%\"", with: "width=\"\(width)\"", maxReplacements: 1)
        .replacing("<defs>", with: "<style>\n\(pictureStyle)</style>\n<defs>", maxReplacements: 1)
}

/// Programs that draw pictures know no variables of CSS: the style of charts with the values in their place.
private let pictureStyle: String = {
    var values: [Substring: Substring] = [:]
    for style in [pageStyle, chartStyle] {
        // What the first rule says holds for light paper.
        for match in style.prefix(while: { $0 != "@" }).matches(of: #/(--[a-z0-9-]+): (#[0-9a-f]+);/#) {
            values[match.output.1] = match.output.2
        }
    }
    let rules = chartStyle.split(separator: "\n").drop { !$0.hasPrefix(".") }
    let letters = ".chart { font-family: \"Noto Sans\", \"Noto Sans Arabic\", Carlito, sans-serif; }\n"
    return letters
        + rules.map { rule in
            rule.replacing(#/var\((--[a-z0-9-]+)\)/#) { values[$0.output.1] ?? $0.output.0 } + "\n"
        }.joined()
}()
