import Documents

/// Paragraphs in WordprocessingML (ECMA-376, part 1, 17.3), each in the direction of the document, and their texts
/// each in its own.
struct WordText {
    let isRightToLeft: Bool

    func paragraph(_ runs: String, style: String, alignment: Column.Alignment = .start) -> String {
        let direction = isRightToLeft ? "<w:bidi/>" : ""
        let place =
            switch alignment {
            case .start: ""
            case .center: "<w:jc w:val=\"center\"/>"
            // Word calls the side where lines end right, in either direction.
            case .end: "<w:jc w:val=\"right\"/>"
            }
        return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(direction)\(place)</w:pPr>\(runs)</w:p>"
    }

    func run(_ text: String, isBold: Bool = false) -> String {
        let weight = isBold ? "<w:b/><w:bCs/>" : ""
        // Word takes what is marked so for a script from right to left, digits and brackets too.
        let direction =
            readsFromRightToLeft(text, inDocumentFromRightToLeft: isRightToLeft) ? "<w:rtl/>" : ""
        let lines = markup(text).replacing("\n", with: "</w:t><w:br/><w:t xml:space=\"preserve\">")
        return "<w:r><w:rPr>\(weight)\(direction)</w:rPr><w:t xml:space=\"preserve\">\(lines)</w:t></w:r>"
    }
}
