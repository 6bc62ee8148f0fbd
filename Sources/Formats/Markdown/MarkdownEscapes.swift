/// A text as it stands, within a line of Markdown: nothing in it is markup, a link or HTML. Line breaks become
/// spaces, or `<br>` where `keepingLines`: nothing else keeps them in the cell of a table.
func markdown(_ text: String, keepingLines: Bool = false) -> String {
    var written = String.UnicodeScalarView()
    for scalar in visibleText(text, keepingLines: true).unicodeScalars {
        switch scalar {
        case "\n": written.append(contentsOf: (keepingLines ? "<br>" : " ").unicodeScalars)
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "#", "|", "~", "$":
            written.append("\\")
            written.append(scalar)
        default: written.append(scalar)
        }
    }
    return String(written)
}
