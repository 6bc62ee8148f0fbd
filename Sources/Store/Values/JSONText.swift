import Community

/// JSON as it is written into the community's file: no spaces, and nothing escaped but what must be, so
/// that equal values are equal texts.
struct JSONText: Sendable, Hashable {
    /// In UTF-8.
    private(set) var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    init() {}

    init(_ text: LocalizedText) {
        localized(text)
    }

    mutating func raw(_ part: String) {
        var part = part
        part.withUTF8 { bytes.append(contentsOf: $0) }
    }

    mutating func raw(_ part: Slice<UnsafeBufferPointer<UInt8>>) { bytes.append(contentsOf: part) }

    mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            bytes.append(UInt8(ascii: "\""))
            // Most have nothing to escape.
            if utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                bytes.append(contentsOf: utf8)
            } else {
                for byte in utf8 { escape(byte) }
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// A text in several languages: an object of them.
    mutating func localized(_ text: LocalizedText) {
        sequence("{", text.sorted, "}") { json, part in
            json.string(part.language)
            json.raw(":")
            json.string(part.text)
        }
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\n"): raw("\\n")
        case 0..<0x20:
            let digits = String(byte, radix: 16)
            raw("\\u00" + (digits.count == 1 ? "0" : "") + digits)
        default: bytes.append(byte)
        }
    }

    /// A list or, of `key:value` pairs, an object.
    mutating func sequence<Items: Sequence>(
        _ opening: String, _ items: Items, _ closing: String,
        each write: (inout JSONText, Items.Element) -> Void
    ) {
        raw(opening)
        var isFirst = true
        for item in items {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(&self, item)
        }
        raw(closing)
    }
}

extension JSONText {
    /// Inner keys, for `json_each`: one parameter for any number of them.
    static func of(_ keys: some Sequence<Int64>) -> String {
        var json = JSONText()
        json.sequence("[", keys, "]") { $0.raw(String($1)) }
        return json.text
    }
}
