/// The bytes of a Lua string: any bytes, NUL included, and not necessarily UTF-8.
public struct LuaString: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public var bytes: [UInt8]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The text, or nil when the bytes are not valid UTF-8.
    public var text: String? {
        guard let text = try? UTF8Span(validating: bytes.span) else { return nil }
        return String(copying: text)
    }

    /// The text with a replacement character where the bytes are not valid UTF-8.
    public var description: String {
        String(decoding: bytes, as: UTF8.self)
    }
}
