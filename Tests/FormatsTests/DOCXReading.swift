import Documents
import FoundationXML

@testable import Formats

/// A Word document as one that knows nothing of its writer reads it.
struct ReadDocument {
    let files: [String: XMLElement]
    let body: XMLElement
    let pictures: Int

    init(_ bytes: [UInt8]) throws {
        files = try archive(bytes)
        guard let body = files["word/document.xml"]?.all("body").first else {
            throw ReadFailure.unreadable("word/document.xml")
        }
        self.body = body
        pictures = body.all("blip").count
    }

    /// The texts of the paragraphs of that style.
    func texts(_ style: String) -> [String] {
        body.all("p").filter { $0.all("pStyle").first?.value == style }.map(\.shownText)
    }

    var tables: [[[String]]] {
        body.all("tbl").map { table in table.all("tr").map { $0.all("tc").map(\.shownText) } }
    }

    func property(_ name: String) -> String? {
        files["docProps/core.xml"]?.all(name).first?.stringValue
    }
}

extension XMLElement {
    /// The attribute that WordprocessingML keeps most values in.
    var value: String? { self["w:val"] ?? self["val"] }

    var shownText: String {
        var text = ""
        for case let child as XMLElement in children ?? [] {
            text +=
                child.localName == "t"
                ? child.stringValue ?? "" : child.localName == "br" ? "\n" : child.shownText
        }
        return text
    }
}

func wordBytes(_ parts: [Part], options: FormatOptions = FormatOptions()) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = Format.docx.writer(options) { bytes += $0 }
    for part in parts { try writer.write(part) }
    return bytes
}

func wordDocument(_ parts: [Part], title: String? = nil, language: String = "en") throws -> ReadDocument {
    try ReadDocument(
        wordBytes([.begin(DocumentHeader(title: title, language: language))] + parts + [.end]))
}
