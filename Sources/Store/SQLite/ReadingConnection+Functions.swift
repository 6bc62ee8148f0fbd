import CRows
import Community
import GRDBSQLite

extension ReadingConnection {
    /// Registers the functions that compiled queries call:
    ///
    /// - `localized(json)`: a text in several languages, for the reader.
    /// - `folded(text)`: a text without what a reader takes no notice of, for comparing and sorting.
    /// - `gather(key, value…)`: takes a record into the batch that is being filled (`rows_take`).
    func addFunctions(for language: ReadingLanguage) throws(StoreError) {
        let context = Unmanaged.passRetained(FunctionContext(language)).toOpaque()
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY
        let localized = sqlite3_create_function_v2(
            pointer, "localized", 1, flags, context,
            { call, _, arguments in
                guard let call, let argument = arguments?[0], let json = textBytes(argument),
                    let context = sqlite3_user_data(call)
                else { return sqlite3_result_null(call) }
                let language = Unmanaged<FunctionContext>.fromOpaque(context).takeUnretainedValue().language
                guard let text = language.text(in: json) else { return sqlite3_result_null(call) }
                if text.isEscaped {
                    var plain: [UInt8] = []
                    text.append(to: &plain)
                    plain.withUnsafeBufferPointer { answer(call, $0) }
                } else {
                    answer(call, text.bytes)
                }
            }, nil, nil, { context in context.map { Unmanaged<FunctionContext>.fromOpaque($0).release() } })
        guard localized == SQLITE_OK else { throw StoreError(connection: pointer, code: localized) }
        let folded = sqlite3_create_function_v2(
            pointer, "folded", 1, flags, nil,
            { call, _, arguments in
                guard let call, let argument = arguments?[0], let bytes = textBytes(argument) else {
                    return sqlite3_result_null(call)
                }
                var text = SearchFold.foldForComparison(String(decoding: bytes, as: UTF8.self))
                text.withUTF8 { answer(call, $0) }
            }, nil, nil, nil)
        guard folded == SQLITE_OK else { throw StoreError(connection: pointer, code: folded) }
        let gather = rows_add_gather(pointer)
        guard gather == SQLITE_OK else { throw StoreError(connection: pointer, code: gather) }
    }
}

private final class FunctionContext {
    let language: ReadingLanguage

    init(_ language: ReadingLanguage) {
        self.language = language
    }
}

private func textBytes(_ value: OpaquePointer) -> UnsafeBufferPointer<UInt8>? {
    guard sqlite3_value_type(value) != SQLITE_NULL, let start = sqlite3_value_text(value) else { return nil }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
}

/// SQLite copies the answer before it returns.
private func answer(_ call: OpaquePointer, _ bytes: UnsafeBufferPointer<UInt8>) {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    guard !bytes.isEmpty else { return sqlite3_result_text(call, "", 0, copied) }
    bytes.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_result_text64(
            call, characters.baseAddress, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
    }
}
