/// What pandoc takes the look of a document from: its styles, paper and page numbers.
struct WordTemplate {
    let isRightToLeft: Bool

    var bytes: [UInt8] {
        var archive = ZIPArchive()
        archive.add("[Content_Types].xml", Self.contentTypes)
        archive.add("_rels/.rels", Self.relations)
        archive.add("word/_rels/document.xml.rels", Self.documentRelations)
        archive.add("word/document.xml", document)
        archive.add("word/footer1.xml", footer)
        archive.add("word/styles.xml", Self.styles)
        return archive.bytes
    }

    private static let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    static let names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"\(office)\""

    private static let contentTypes = {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let parts = [("document", "document.main"), ("styles", "styles"), ("footer1", "footer")]
        let overrides = parts.map {
            "<Override PartName=\"/word/\($0).xml\" ContentType=\"\(word).\($1)+xml\"/>"
        }
        return """
            \(xml)<Types xmlns="\(package)/content-types"><Default Extension="xml" ContentType="application/xml"/>\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            \(overrides.joined())</Types>
            """
    }()

    private static func relations(_ targets: [(kind: String, target: String)]) -> String {
        let all = targets.enumerated().map { number, relation in
            "<Relationship Id=\"rId\(number + 1)\" Type=\"\(office)/\(relation.kind)\" Target=\"\(relation.target)\"/>"
        }
        return "\(xml)<Relationships xmlns=\"\(package)/relationships\">\(all.joined())</Relationships>"
    }

    private static let relations = relations([("officeDocument", "word/document.xml")])
    private static let documentRelations = relations([("styles", "styles.xml"), ("footer", "footer1.xml")])

    /// A4, with a margin of two centimetres.
    private var document: String {
        """
        \(Self.xml)<w:document \(Self.names)><w:body><w:p/><w:sectPr>\
        <w:footerReference w:type="default" r:id="rId2"/>\
        <w:pgSz w:w="11906" w:h="16838"/>\
        <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" \
        w:gutter="0"/>\(isRightToLeft ? "<w:bidi/>" : "")</w:sectPr></w:body></w:document>
        """
    }

    private var footer: String {
        """
        \(Self.xml)<w:ftr \(Self.names)><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>\
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
        """
    }
}
