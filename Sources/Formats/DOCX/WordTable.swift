import Documents

/// A table of texts in WordprocessingML (ECMA-376, part 1, 17.4): its columns begin where reading does, and its
/// header stands on every page.
struct WordTable {
    private let text: WordText
    private let alignments: [Column.Alignment]
    private var widths: WordColumnWidths
    private var rows: [[String]]
    /// The places of rows in bold: the titles, headings of groups and their totals.
    private var strong: Set<Int> = [0]
    /// The last row.
    private var totals: [String]?

    init(_ titles: [String], alignments: [Column.Alignment], text: WordText) {
        self.text = text
        self.alignments = alignments
        widths = WordColumnWidths(count: titles.count)
        rows = []
        write(titles)
    }

    mutating func write(_ cells: [String]) {
        for (column, cell) in cells.enumerated() { widths.measure(cell, column: column) }
        rows.append(cells)
    }

    /// Begins a group of rows.
    mutating func write(group: String) {
        strong.insert(rows.count)
        rows.append([group] + Array(repeating: "", count: alignments.count - 1))
    }

    mutating func write(subtotal: [String]) {
        strong.insert(rows.count)
        write(subtotal)
    }

    mutating func write(totals: [String]) {
        write(totals)
        self.totals = rows.removeLast()
    }

    /// - Parameter title: what the table is called by those who hear it.
    func xml(title: String) -> String {
        let columns = widths.points.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        var xml = """
            <w:tbl><w:tblPr><w:tblStyle w:val="Table"/>\(text.isRightToLeft ? "<w:bidiVisual/>" : "")\
            <w:tblW w:w="5000" w:type="pct"/>\
            <w:tblLook w:val="0420" w:firstRow="1" w:lastRow="\(totals == nil ? 0 : 1)" w:firstColumn="0" \
            w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="\(markup(title))"/></w:tblPr>\
            <w:tblGrid>\(columns)</w:tblGrid>
            """
        for (number, row) in rows.enumerated() {
            xml += self.xml(
                row, properties: number == 0 ? "<w:tblHeader/>" : "", isBold: strong.contains(number))
        }
        if let totals { xml += self.xml(totals, properties: "", isBold: true) }
        return xml + "</w:tbl>"
    }

    private func xml(_ row: [String], properties: String, isBold: Bool) -> String {
        var xml = "<w:tr><w:trPr><w:cantSplit/>\(properties)</w:trPr>"
        for (cell, alignment) in zip(row, alignments) {
            let runs = cell.isEmpty ? "" : text.run(cell, isBold: isBold)
            let style = widths.isDense ? "Dense" : "Compact"
            xml += "<w:tc><w:tcPr/>\(text.paragraph(runs, style: style, alignment: alignment))</w:tc>"
        }
        return xml + "</w:tr>"
    }
}
