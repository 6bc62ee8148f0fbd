import Foundation
import SystemArchive
import Testing

/// A workbook put together from XML, as no writer would.
struct WorkbookParts: CustomTestStringConvertible {
    var parts: [(name: String, text: String)]
    var testDescription: String { String(parts.map(\.text).joined().suffix(300)) }

    /// A workbook of one sheet with these rows, in the XML of a sheet.
    init(
        rows: String, merged: [String] = [], shared: String = "", styles: String = "", workbook: String = "",
        more: [(String, String)] = []
    ) {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let merges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        parts = [
            (
                "_rels/.rels",
                """
                <Relationships><Relationship Id="a" Type="\(office)/officeDocument" Target="/xl/workbook.xml"/>\
                </Relationships>
                """
            ),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns:r="r">\(workbook)<sheets><sheet name="Data" sheetId="1" r:id="s"/></sheets>\
                </workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships><Relationship Id="s" Type="\(office)/worksheet" Target="worksheets/sheet.xml"/>\
                <Relationship Id="t" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>\
                <Relationship Id="u" Type="\(office)/styles" Target="styles.xml"/></Relationships>
                """
            ),
            (
                "xl/worksheets/sheet.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?><worksheet><dimension ref="A1:B2"/><sheetData>\(rows)\
                </sheetData><mergeCells>\(merges)</mergeCells></worksheet>
                """
            ),
            ("xl/sharedStrings.xml", "<sst>\(shared)</sst>"),
            ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
        ]
        for part in more {
            parts.removeAll { $0.name == part.0 }
            parts.append(part)
        }
    }

    func bytes() throws -> [UInt8] { try zipped(parts.map { ($0.name, Array($0.text.utf8)) }) }
}

/// A zip archive with these files.
func zipped(_ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    let archive = try #require(archive_write_new())
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    var result = [UInt8](repeating: 0, count: files.reduce(1 << 16) { $0 + $1.bytes.count + 1024 })
    var used = 0
    try result.withUnsafeMutableBytes { buffer in
        archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
        for file in files {
            let entry = try #require(archive_entry_new())
            defer { archive_entry_free(entry) }
            archive_entry_set_pathname(entry, file.name)
            archive_entry_set_filetype(entry, 0o100000)
            archive_entry_set_size(entry, Int64(file.bytes.count))
            #expect(archive_write_header(archive, entry) == ARCHIVE_OK)
            #expect(archive_write_data(archive, file.bytes, file.bytes.count) == file.bytes.count)
        }
        #expect(archive_write_close(archive) == ARCHIVE_OK)
    }
    return Array(result[..<used])
}

/// The bytes of a file in the folder `Fixtures`; `make.py` there says how it was made.
func fixture(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: Bundle.module.bundleURL.appending(path: "Fixtures/\(name)")))
}
