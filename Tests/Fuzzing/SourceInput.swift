import Documents
import Formats
import Glibc
import SystemLinux

/// Foreign files with rows.
enum SourceInput {
    static func text(_ bytes: [UInt8]) throws {
        for format in [nil, .csv, .json, .jsonLines] as [SourceFormat?] { try read(bytes, format) }
    }

    static func workbook(_ bytes: [UInt8]) throws { try read(bytes, .xlsx) }

    /// Parts of a workbook with a NUL between them: the sheet, the workbook, its shared texts and its styles. Those
    /// that are missing are as the smallest workbook has them.
    static func sheet(_ bytes: [UInt8]) throws {
        let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
        try read(WorkbookOfParts(parts.map(Array.init)).archive(), .xlsx)
    }

    private static func read(_ bytes: [UInt8], _ format: SourceFormat?) throws {
        let descriptor = system_memory_file("input")
        guard descriptor >= 0 else { throw FuzzFinding("there is no file for the input") }
        defer { close(descriptor) }
        guard write(descriptor, bytes, bytes.count) == bytes.count else {
            throw FuzzFinding("the input cannot be written")
        }
        do {
            var reader = try Reading.reader(descriptor: descriptor, format: format)
            var last = 0
            while let row = try reader.next() {
                guard row.number > last, row.cells.count <= reader.header.columns.count else {
                    throw FuzzFinding("rows out of order, or wider than their header")
                }
                last = row.number
            }
        } catch let error as ReadingError {
            guard !error.description.isEmpty else { throw FuzzFinding("a refusal without a sentence") }
        }
    }
}

/// A workbook of one sheet whose parts are anything.
private struct WorkbookOfParts {
    private var parts: [(name: String, bytes: [UInt8])]

    init(_ given: [[UInt8]]) {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relations(_ targets: [(id: String, type: String, target: String)]) -> [UInt8] {
            let each = targets.map {
                "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>"
            }
            return Array("<Relationships>\(each.joined())</Relationships>".utf8)
        }
        parts = [
            ("_rels/.rels", relations([("a", "officeDocument", "/xl/workbook.xml")])),
            (
                "xl/_rels/workbook.xml.rels",
                relations([
                    ("s", "worksheet", "sheet.xml"), ("t", "sharedStrings", "texts.xml"),
                    ("u", "styles", "styles.xml"),
                ])
            ),
        ]
        let workbook =
            #"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>"#
        for (name, least) in [
            ("sheet", "<worksheet/>"), ("workbook", workbook), ("texts", "<sst/>"),
            ("styles", "<styleSheet/>"),
        ] {
            let index = (parts.count - 2)
            let bytes = index < given.count && !given[index].isEmpty ? given[index] : Array(least.utf8)
            parts.append(("xl/\(name).xml", bytes))
        }
    }

    func archive() throws -> [UInt8] { try ArchiveOfParts(parts).zip() }
}
