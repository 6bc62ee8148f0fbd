/// An element of a page, as a program sees it.
struct MarkupElement {
    let name: String
    let attributes: [String: String]
    /// The text inside of it, that of its elements included.
    var text = ""
}

/// Why a page is not well-formed.
struct MarkupError: Error, CustomStringConvertible {
    let description: String
}

/// Reads a page as XML is read: every tag closed in order, every attribute quoted and there once, nothing
/// unescaped, no forbidden character. Only what pages of ours consist of is understood.
func elements(of page: String) throws(MarkupError) -> [MarkupElement] {
    for scalar in page.unicodeScalars {
        let isForbidden = scalar.value < 0x20 && scalar != "\n" || scalar.properties.isNoncharacterCodePoint
        if isForbidden { throw MarkupError(description: "U+\(String(scalar.value, radix: 16)) in the page") }
    }
    var found: [MarkupElement] = []
    var open: [Int] = []
    var rest = page[...].unicodeScalars
    while let scalar = rest.first {
        if scalar != "<" {
            let text = String(rest.prefix { $0 != "<" })
            rest = rest.dropFirst(text.unicodeScalars.count)
            let plain = try unescaped(text)
            for index in open { found[index].text += plain }
            continue
        }
        guard let end = rest.firstIndex(of: ">") else { throw MarkupError(description: "a tag does not end") }
        let tag = String(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
        if tag == "!DOCTYPE html" { continue }
        if tag.hasPrefix("/") {
            guard let last = open.popLast(), found[last].name == tag.dropFirst() else {
                throw MarkupError(description: "<\(tag)> closes nothing")
            }
            continue
        }
        let isEmpty = tag.hasSuffix(" /")
        found.append(try element(String(isEmpty ? tag.dropLast(2) : tag[...])))
        if !isEmpty { open.append(found.count - 1) }
    }
    guard open.isEmpty else { throw MarkupError(description: "<\(found[open[0]].name)> is not closed") }
    return found
}

private func element(_ tag: String) throws(MarkupError) -> MarkupElement {
    let name = tag.prefix { $0 != " " }
    var attributes: [String: String] = [:]
    var rest = tag.dropFirst(name.count)
    while !rest.isEmpty {
        let parts = rest.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].hasPrefix(" "), parts[0].hasSuffix("="), !parts[1].contains("<")
        else {
            throw MarkupError(description: "the attributes of <\(tag)>")
        }
        let key = String(parts[0].dropFirst().dropLast())
        guard attributes.updateValue(try unescaped(String(parts[1])), forKey: key) == nil else {
            throw MarkupError(description: "\(key) twice in <\(tag)>")
        }
        rest = parts[2]
    }
    return MarkupElement(name: String(name), attributes: attributes)
}

private func unescaped(_ text: String) throws(MarkupError) -> String {
    let plain = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
    let pieces = text.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
    for piece in pieces where !["lt;", "gt;", "quot;", "amp;"].contains(where: { piece.hasPrefix($0) }) {
        throw MarkupError(description: "&\(piece.prefix(10))")
    }
    return plain.replacing("&amp;", with: "&")
}
