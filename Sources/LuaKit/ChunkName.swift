/// The names of chunks as Lua writes them into messages.
enum ChunkName {
    /// Lua shortens names in messages to this many bytes.
    static let longest = 59

    static func short(_ name: String) -> String {
        guard name.utf8.count > longest else { return name }
        return "..." + String(decoding: name.utf8.suffix(longest - 3), as: UTF8.self)
    }

    /// Splits "chunk:line: message", for one of the chunks.
    static func position(
        in text: String, chunks: Set<String>
    ) -> (chunk: String, line: Int, message: Substring)? {
        var best: (chunk: String, line: Int, message: Substring)?
        for chunk in chunks {
            let prefix = short(chunk) + ":"
            guard text.hasPrefix(prefix), prefix.count > (best.map { short($0.chunk).count + 1 } ?? 0) else {
                continue
            }
            let rest = text.dropFirst(prefix.count)
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let line = Int(digits), rest.dropFirst(digits.count).hasPrefix(": ") else { continue }
            best = (chunk, line, rest.dropFirst(digits.count + 2))
        }
        return best
    }
}
