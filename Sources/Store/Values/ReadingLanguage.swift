/// Which of a text's languages a reader gets: theirs, else the community's, else the first by its code.
/// It finds the text within the JSON object that a column holds, without making a value of the whole.
final class ReadingLanguage: Sendable {
    private let wanted: [UInt8]
    private let fallback: [UInt8]

    init(_ language: String, fallback: String) {
        wanted = Array(language.utf8)
        self.fallback = Array(fallback.utf8)
    }

    /// The text for the reader; nil when the column holds none.
    func text(in json: UnsafeBufferPointer<UInt8>) -> JSONReader.StringSlice? {
        var first: JSONReader.StringSlice?
        var second: JSONReader.StringSlice?
        var best: JSONReader.StringSlice?
        var reader = JSONReader(json)
        // Members are sorted by their codes. Stopping at the best makes `members` false, which is no failure.
        _ = reader.members(from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) { reader, name in
            guard let name, let text = reader.slice() else { return false }
            if first == nil { first = text }
            if name.bytes.elementsEqual(wanted) {
                best = text
                return false
            }
            if name.bytes.elementsEqual(fallback) { second = text }
            return true
        }
        return best ?? second ?? first
    }
}
