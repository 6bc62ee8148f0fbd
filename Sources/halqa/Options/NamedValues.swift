import Runs

/// Values as people type them: `name=value`, each name once.
struct NamedValues {
    private(set) var values: [String: String] = [:]

    /// - Parameter what: what messages call one of them: `parameter`.
    init(_ texts: [String], of what: String) throws(Failure) {
        for text in texts {
            guard let separator = text.firstIndex(of: "="), separator > text.startIndex else {
                throw Failure(.usage, "'\(text)' is not a \(what); write name=value")
            }
            let name = String(text[..<separator])
            guard values[name] == nil else { throw Failure(.usage, "the \(what) '\(name)' is given twice") }
            values[name] = String(text[text.index(after: separator)...])
        }
    }
}
