extension WordTemplate {
    /// The styles that pandoc gives paragraphs by name, and those of our own tables and remarks. Sizes are in half
    /// points, distances in twentieths of a point.
    static let styles = """
        <?xml version="1.0" encoding="UTF-8"?>
        <w:styles \(names)>
        <w:docDefaults><w:rPrDefault><w:rPr>\
        <w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>\
        <w:color w:val="1A2129"/><w:sz w:val="21"/><w:szCs w:val="21"/>\
        <w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
        <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>\
        </w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
        <w:name w:val="Default Paragraph Font"/></w:style>
        \(paragraph("BodyText", "Body Text"))
        \(paragraph("FirstParagraph", "First Paragraph"))
        \(paragraph("Compact", "Compact", layout: "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>"))
        \(paragraph("Dense", "Dense", basis: "Compact", letters: size(16)))
        \(paragraph("Title", "Title", layout: "<w:keepNext/><w:spacing w:after=\"60\"/>", letters: letters(36)))
        \(paragraph("Subtitle", "Subtitle", layout: "<w:keepNext/><w:spacing w:after=\"240\"/>", letters: quiet(24)))
        \(headings.joined(separator: "\n"))
        \(paragraph("BlockText", "Block Text", layout: "<w:ind w:left=\"480\" w:right=\"480\"/>"))
        \(paragraph("SourceCode", "Source Code", layout: "<w:wordWrap w:val=\"0\"/>", letters: code))
        \(paragraph("Caption", "caption", layout: "<w:keepNext/><w:spacing w:before=\"180\" w:after=\"60\"/>", letters: letters(21)))
        \(paragraph("TableCaption", "Table Caption", basis: "Caption"))
        \(paragraph("ImageCaption", "Image Caption", basis: "Caption"))
        \(paragraph("Figure", "Figure"))
        \(paragraph("CaptionedFigure", "Captioned Figure"))
        \(paragraph("Remark", "Remark", layout: "<w:spacing w:before=\"60\" w:after=\"180\"/>", letters: quiet(18)))
        \(paragraph("Note", "Note", layout: "<w:ind w:left=\"240\" w:right=\"240\"/>", letters: quiet(20)))
        \(paragraph("Footer", "footer", layout: "<w:jc w:val=\"center\"/>", letters: quiet(18)))
        <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>\
        <w:color w:val="1B5E9B"/><w:u w:val="single"/></w:rPr></w:style>
        <w:style w:type="character" w:customStyle="1" w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/>\
        <w:rPr>\(code)</w:rPr></w:style>
        \(table)
        </w:styles>
        """

    private static func paragraph(
        _ id: String, _ name: String, basis: String = "Normal", layout: String = "", letters: String = ""
    ) -> String {
        "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:basedOn w:val=\"\(basis)\"/>"
            + "<w:qFormat/><w:pPr>\(layout)</w:pPr><w:rPr>\(letters)</w:rPr></w:style>"
    }

    private static func size(_ size: Int) -> String {
        "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>"
    }

    private static func letters(_ size: Int) -> String { "<w:b/><w:bCs/>\(self.size(size))" }

    private static func quiet(_ size: Int) -> String { "<w:color w:val=\"55606E\"/>\(self.size(size))" }

    private static let code =
        "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/><w:sz w:val=\"19\"/>"

    private static let headings = [28, 24, 22, 21, 21, 21].enumerated().map { index, size in
        paragraph(
            "Heading\(index + 1)", "heading \(index + 1)",
            layout: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"80\"/>"
                + "<w:outlineLvl w:val=\"\(index)\"/>", letters: letters(size))
    }

    private static let table = """
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
        <w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>
        <w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:tblPr>\
        <w:tblBorders><w:top w:val="single" w:sz="8" w:color="1A2129"/>\
        <w:bottom w:val="single" w:sz="8" w:color="1A2129"/>\
        <w:insideH w:val="single" w:sz="4" w:color="CFD6DE"/></w:tblBorders>\
        <w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>\
        <w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>\
        <w:bottom w:val="single" w:sz="8" w:color="1A2129"/></w:tcBorders>\
        <w:shd w:val="clear" w:color="auto" w:fill="F3F6F9"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>\
        <w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders>\
        <w:top w:val="single" w:sz="8" w:color="1A2129"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>
        """
}
