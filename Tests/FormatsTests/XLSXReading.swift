import Documents
import Foundation
import FoundationXML
import Processes

@testable import Formats

/// What a workbook made of these parts says, read back from its bytes.
func workbook(
    _ parts: [Part], title: String? = nil, subtitle: String? = nil, language: String = "en",
    limits: XLSXLimits = XLSXLimits()
) throws -> ReadWorkbook {
    let header = DocumentHeader(title: title, subtitle: subtitle, language: language)
    return try ReadWorkbook(workbookBytes([.begin(header)] + parts + [.end], limits: limits))
}

func workbookBytes(
    _ parts: [Part], options: FormatOptions = FormatOptions(), limits: XLSXLimits = XLSXLimits()
) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = DocumentWriter(XLSXWriter(options, Output { bytes += $0 }, limits: limits))
    for part in parts { try writer.write(part) }
    return bytes
}

enum ReadFailure: Error {
    case unreadable(String)
}

/// Every XML file in an archive, by its path, as `unzip` and an XML parser read it.
func archive(_ bytes: [UInt8]) throws -> [String: XMLElement] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = folder.appending(path: "archive.zip")
    try Data(bytes).write(to: archive)
    let root = folder.appending(path: "files").path
    var unzip = try ChildProcess(Program(["/usr/bin/unzip", "-q", archive.path, "-d", root]))
    guard unzip.end(by: .now + .seconds(60)) == .exited(0) else {
        throw ReadFailure.unreadable("the archive")
    }
    var files: [String: XMLElement] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root)
    where path.hasSuffix(".xml") || path.hasSuffix(".rels") {
        files[path] = try XMLDocument(data: Data(contentsOf: URL(filePath: root + "/" + path))).rootElement()
    }
    return files
}

/// A workbook as one that knows nothing of its writer reads it: by `unzip` and an XML parser.
struct ReadWorkbook {
    /// Every file in the archive, by its path.
    let files: [String: XMLElement]
    let sheetNames: [String]

    init(_ bytes: [UInt8]) throws {
        files = try archive(bytes)
        sheetNames = files["xl/workbook.xml"]?.all("sheet").map { $0["name"] ?? "" } ?? []
    }

    func file(_ path: String) throws -> XMLElement {
        guard let file = files[path] else { throw ReadFailure.unreadable(path) }
        return file
    }

    /// The sheet of that name, or of that number, from 1.
    func sheet(_ name: String) throws -> ReadSheet {
        guard let index = sheetNames.firstIndex(of: name) else { throw ReadFailure.unreadable(name) }
        return try sheet(index + 1)
    }

    func sheet(_ number: Int) throws -> ReadSheet {
        let strings = files["xl/sharedStrings.xml"]?.all("si").map { $0.stringValue ?? "" } ?? []
        let styles = try file("xl/styles.xml")
        var codes = ["0": "General", "1": "0", "9": "0%"]
        for format in styles.all("numFmt") { codes[format["numFmtId"] ?? ""] = format["formatCode"] }
        let formats = styles.all("cellXfs").first?.all("xf").map { codes[$0["numFmtId"] ?? ""] ?? "?" } ?? []
        return ReadSheet(
            root: try file("xl/worksheets/sheet\(number).xml"), strings: strings, formats: formats)
    }
}

enum ReadCell: Equatable {
    case number(Double, String)
    case boolean(Bool)
    case text(String)
}

struct ReadSheet {
    let root: XMLElement
    let strings: [String]
    let formats: [String]

    /// The values of the cells that have one, by their place: `B2`.
    var cells: [String: ReadCell] {
        var cells: [String: ReadCell] = [:]
        for cell in root.all("c") {
            let text = (cell.all("v").first ?? cell.all("is").first)?.stringValue
            guard let place = cell["r"], let text else { continue }
            switch cell["t"] {
            case "inlineStr": cells[place] = .text(unescaped(text))
            case "s": cells[place] = Int(text).map { .text(unescaped(strings[$0])) }
            case "b": cells[place] = .boolean(text == "1")
            default:
                cells[place] = Double(text).map { .number($0, formats[cell["s"].flatMap { Int($0) } ?? 0]) }
            }
        }
        return cells
    }

    subscript(_ place: String) -> ReadCell? { cells[place] }

    var texts: [String] {
        root.all("c").compactMap { cell in
            if let place = cell["r"], case .text(let text)? = cells[place] { text } else { nil }
        }
    }

    /// `_x0041_` is the character of that number (ECMA-376, part 1, 22.9.2.19).
    private func unescaped(_ text: String) -> String {
        text.replacing(#/_x([0-9A-Fa-f]{4})_/#) { match in
            UInt32(match.1, radix: 16).flatMap { Unicode.Scalar($0) }.map { String(Character($0)) } ?? ""
        }
    }
}

extension XMLElement {
    /// All elements of that name below this one, in order, whatever their namespace.
    func all(_ name: String) -> [XMLElement] {
        var found: [XMLElement] = []
        for case let child as XMLElement in children ?? [] {
            if child.localName == name { found.append(child) }
            found += child.all(name)
        }
        return found
    }

    // Not attribute(forName:), which finds none in an element with a namespace.
    subscript(_ attribute: String) -> String? {
        attributes?.first { $0.name == attribute }?.stringValue
    }
}
