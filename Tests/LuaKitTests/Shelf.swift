import CLua
import Spelling

@testable import LuaKit

/// A hand-made table of books, with authors, in batches.
final class Shelf: RecordSource {
    enum Fault: Error { case unreadable }

    static let bookTag: UInt8 = 10
    static let authorTag: UInt8 = 11
    static let bookFields = [
        "title", "pages", "price", "lent", "tags", "author", "secret", "note", "x.shop.price", "x.shop.note",
        longName,
    ]
    /// Longer than the names that Lua keeps once only.
    static let longName = "x.shop." + String(repeating: "long", count: 12)
    static let authorFields = ["name", "born"]

    let bookCount: Int
    /// What was asked for, in words.
    var loads: [String] = []
    var evictions = 0
    var isClosed = false
    var openCursors = 0
    var refusesSecrets = false
    private var owned: [BatchBox] = []

    init(bookCount: Int) {
        self.bookCount = bookCount
    }

    func install(in state: State) throws {
        try state.register(
            RecordType(
                tag: Self.bookTag, name: "book", "A book.",
                fields: Self.bookFields.map { .init($0, isComputed: $0.hasSuffix("note")) },
                partTag: 12,
                methods: [
                    Function("describe", of: Light.self, "Describes it.", returns: "Text.") { book in
                        "book \(book.payload)"
                    }
                ], concatenationAdvice: "use book.title", source: self))
        try state.register(
            RecordType(
                tag: Self.authorTag, name: "author", "An author.",
                fields: Self.authorFields.map { .init($0) }, source: self))
        try state.register(
            Module(
                nil, "",
                functions: [
                    Function("books", "All books.", returns: "An iterator.") {
                        Records(tag: Self.bookTag, cursor: Cursor(shelf: self))
                    },
                    Function("book", "A book.", Parameter<Int64>("number", ""), returns: "It.") {
                        Light(tag: Self.bookTag, payload: $0)
                    },
                ]))
        try state.freeze()
    }

    /// A batch of books from `start`, with the given columns loaded.
    func bookBatch(_ start: Int, columns: Set<String>) -> BatchBox {
        let box = BatchBox(columnCount: Self.bookFields.count)
        for number in start..<min(start + Int(BATCH_ROWS), bookCount) { box.append(key: Int64(number)) }
        for name in columns { fill(box, name) }
        return box
    }

    private func fill(_ box: BatchBox, _ name: String) {
        guard let column = Self.bookFields.firstIndex(of: name) else { return }
        switch name {
        case "title": box.fillText(column) { "Title \($0)" }
        case "pages": box.fill(column, BATCH_INTEGER) { $0 * 10 }
        case "price": box.fill(column, BATCH_NUMBER) { Int64(bitPattern: (Double($0) / 4).bitPattern) }
        case "lent": box.fill(column, BATCH_BOOLEAN) { $0 % 2 }
        case "tags": box.fillText(column, kind: BATCH_LIST) { $0 == 0 ? "" : "a\u{1F}tag \($0)\u{1F}" }
        case "author": box.fill(column, BATCH_LIGHT, tag: Self.authorTag) { $0 % 3 == 0 ? nil : $0 % 5 }
        default: box.fill(column, BATCH_INTEGER) { $0 }
        }
    }

    func load(_ request: FieldRequest, in state: State) throws {
        let key = request.record.payload
        if request.record.tag == Self.authorTag {
            loads.append("author \(request.origin.map { Self.bookFields[$0.column] } ?? "unknown")")
            let box = BatchBox(columnCount: Self.authorFields.count)
            for number in Int64(0)..<5 { box.append(key: number) }
            box.fillText(0) { "Author \($0)" }
            box.fill(1, BATCH_INTEGER) { 1900 + $0 }
            owned.append(box)
            state.attach(box.pointer, tag: Self.authorTag)
            return
        }
        let name = Self.bookFields[request.field]
        if name == "secret", refusesSecrets { throw ScriptError("'secret' was not granted") }
        guard key >= 0, key < bookCount else { throw Fault.unreadable }
        loads.append("book.\(name)")
        let start = Int(key) / Int(BATCH_ROWS) * Int(BATCH_ROWS)
        let box = bookBatch(start, columns: [name])
        owned.append(box)
        state.attach(box.pointer, tag: Self.bookTag)
    }

    func value(of field: Int, record: Light, in state: State) throws -> Value {
        .text("note on \(record.payload)")
    }

    func unknown(_ name: String, on record: Light, methods: [String]) -> String {
        let fields = record.tag == Self.bookTag ? Self.bookFields : Self.authorFields
        return "no field '\(name)'"
            + Suggestion.phrase(for: name, among: fields + methods)
    }

    func text(of record: Light, in state: State) throws -> String { "book #\(record.payload)" }
    func evicted(_ batch: UnsafeMutablePointer<batch>) { evictions += 1 }
    func closed() { isClosed = true }

    /// Refills one batch again and again, as a reader of a database would.
    final class Cursor: RecordCursor {
        let shelf: Shelf
        var start = 0
        var box: BatchBox?

        init(shelf: Shelf) {
            self.shelf = shelf
            shelf.openCursors += 1
        }

        func next() throws -> UnsafeMutablePointer<batch>? {
            guard start < shelf.bookCount else { return nil }
            box = shelf.bookBatch(start, columns: ["title", "pages", "author"])
            start += Int(BATCH_ROWS)
            return box?.pointer
        }

        func close() {
            shelf.openCursors -= 1
        }
    }
}
