/// JSON as it is written into the community's file: no spaces, and nothing escaped but what must be, so
/// that equal values are equal texts.
struct JSONText {
    private(set) var text = ""

    mutating func raw(_ part: String) { text += part }

    mutating func string(_ value: String) {
        text += "\""
        if value.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            text += value
        } else {
            for scalar in value.unicodeScalars {
                switch scalar {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "\n": text += "\\n"
                case "\u{0}"..<"\u{20}":
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u00" + (digits.count == 1 ? "0" : "") + digits
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }

    /// A list or, of `key:value` pairs, an object.
    mutating func sequence<Items: Sequence>(
        _ opening: String, _ items: Items, _ closing: String,
        each write: (inout JSONText, Items.Element) -> Void
    ) {
        text += opening
        var isFirst = true
        for item in items {
            if !isFirst { text += "," }
            isFirst = false
            write(&self, item)
        }
        text += closing
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
