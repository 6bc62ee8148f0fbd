import Documents

/// What a file is by its first bytes, whatever its name says.
enum ForeignFile {
    /// The formats of text that can be read: what begins like JSON is JSON, all other text CSV.
    case text
    case archive

    init(_ file: SourceFile) throws(ReadingError) {
        let start = try file.bytes(at: 0, count: 512)
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .archive
            return
        }
        if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw try Self.compound(file, start) }
        for (bytes, what) in Self.others where start.starts(with: bytes) { throw Self.wrong(what) }
        let text = String(decoding: start, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            .lowercased()
        if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.hasPrefix("<table") {
            throw Self.wrong("a web page")
        }
        if text.hasPrefix("<?xml") { throw Self.wrong("an XML file") }
        self = .text
    }

    private static let others: [([UInt8], String)] = [
        (Array("%PDF".utf8), "a PDF"), (Array("{\\rtf".utf8), "a text document (RTF)"),
        ([0x1F, 0x8B], "packed by gzip"), (Array("Rar!".utf8), "a RAR archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"), ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"), (Array("SQLite format 3".utf8), "a database"),
    ]

    static func wrong(_ what: String) -> ReadingError {
        ReadingError(
            .wrongFormat,
            "the file is \(what); save what it has as a workbook (.xlsx) or as CSV in UTF-8")
    }

    /// What an archive is that is no workbook.
    static func refusal(ofArchive archive: ZipArchive) throws(ReadingError) -> ReadingError {
        if archive.parts.contains("xl/workbook.bin") { return wrong("a binary workbook (.xlsb)") }
        if archive.parts.contains("word/document.xml") { return wrong("a text document (.docx)") }
        if archive.parts.contains("ppt/presentation.xml") { return wrong("a presentation (.pptx)") }
        guard let part = try archive.part("mimetype") else {
            return wrong(
                archive.parts.contains("[content_types].xml")
                    ? "an Office file without a workbook" : "an archive (.zip)")
        }
        var type: [UInt8] = []
        try part.read(into: &type, atMost: 200)
        switch String(decoding: type, as: UTF8.self).split(separator: ".").last {
        case "spreadsheet": return wrong("a spreadsheet of LibreOffice (.ods)")
        case "text": return wrong("a text document of LibreOffice (.odt)")
        default:
            return wrong("an archive of another kind ('\(String(decoding: type.prefix(60), as: UTF8.self))')")
        }
    }

    /// The old container of Office, which holds workbooks until Excel 2003, and later ones that are encrypted
    /// (MS-CFB, 2.2 and 2.6; MS-OFFCRYPTO, 2.3.4.4).
    private static func compound(_ file: SourceFile, _ start: [UInt8]) throws(ReadingError) -> ReadingError {
        guard start.count >= 76 else { return wrong("an old Office file") }
        let shift = min(16, Int(start[30]))
        let sector = (0..<4).reduce(0) { $0 | Int(start[48 + $1]) << (8 * $1) }
        let directory = try file.bytes(at: (sector + 1) << shift, count: 1 << 16)
        func has(_ name: String) -> Bool {
            let wanted = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            return directory.indices.contains { directory[$0...].starts(with: wanted) }
        }
        if has("EncryptedPackage") {
            return ReadingError(.encrypted, "the file asks for a password; save it without one")
        }
        if has("Workbook") || has("Book") { return wrong("a workbook of Excel 2003 or older (.xls)") }
        return wrong("an old Office file")
    }
}
