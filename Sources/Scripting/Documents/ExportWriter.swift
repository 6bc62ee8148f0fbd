import Documents
import LuaKit

/// Writes down what an export has returned: one table, or text of its own.
struct ExportWriter {
    let session: Session
    let title: String?
    /// The format that the export has declared.
    let format: String
    let take: (Part) throws -> Void

    /// UTF-8 bytes of a text that go together.
    private static let piece = 1 << 20

    func write(_ result: Value) throws {
        switch result {
        case .string(let string):
            guard let text = string.text else {
                throw ScriptError("the export returned text that is not valid UTF-8")
            }
            guard format != "xlsx" else {
                throw ScriptError(
                    "the export returned text, and its format is xlsx; return rows, or declare another format"
                )
            }
            return try write(text)
        case .table, .object(_ as QueryObject), .object(_ as GroupsObject): break
        case .object(let document as DocumentObject): try check(document)
        case .nil:
            throw ScriptError("the export returned nothing; return a query, rows, a document or text")
        default:
            throw ScriptError(
                "the export returned \(result.phrase); return a query, rows, a document with one table, or text"
            )
        }
        guard format != "text" else {
            throw ScriptError(
                "the export returned rows, and its format is text; return text, or declare csv, xlsx or json")
        }
        try ResultWriter(session: session, title: title) { part in
            guard case .endTable = part else { return try take(part) }
            // Remarks are for readers.
            try take(.endTable(TableFooter()))
        }.write(result)
    }

    private func check(_ document: DocumentObject) throws {
        guard document.blocks.count == 1, case .table(let table) = document.blocks[0].block else {
            throw ScriptError(
                "an export gives one table and nothing else; the document has \(document.blocks.count) parts")
        }
        let hasTotals = !table.totals.isEmpty || table.columns?.contains { $0.total != nil } == true
        guard !hasTotals else {
            throw ScriptError("an export gives rows alone; leave the table's totals out")
        }
    }

    private func write(_ text: String) throws {
        try take(.begin(DocumentHeader(title: title, language: session.language)))
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            var end = min(start + Self.piece, bytes.count)
            // A letter is not cut in its midst.
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            try take(.text(String(decoding: bytes[start..<end], as: UTF8.self)))
            start = end
        }
        try take(.end)
    }
}
