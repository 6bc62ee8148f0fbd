/// A name with its indefinite article, as a message has it: `a date`, `an instant`; `nil` needs none.
public func withArticle(_ name: String) -> String {
    switch name.first {
    case _ where name == "nil" || name == "no value": name
    case "a", "e", "i", "o", "u": "an \(name)"
    default: "a \(name)"
    }
}
