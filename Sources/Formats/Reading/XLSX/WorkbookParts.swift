import Documents

/// The relations of a part of a workbook to others, by their identifiers (ECMA-376, part 2, 9.3).
final class Relations: XMLHandler {
    struct Relation {
        /// The last word of its type's address: `worksheet`.
        var type: String
        /// From the archive's top.
        var target: String
    }

    private(set) var relations: [String: Relation] = [:]
    private let folder: String

    /// `part`: whose relations they are; nil for the archive's own.
    init(_ archive: ZipArchive, of part: String?) throws(ReadingError) {
        let slash = part?.lastIndex(of: "/")
        folder = part.flatMap { part in slash.map { String(part[...$0]) } } ?? ""
        let base = part.map { String($0.dropFirst(folder.count)) } ?? ""
        let name = "\(folder)_rels/\(base).rels"
        guard let walk = try archive.part(name) else { return }
        try XMLPart.read(walk, name: name, self)
    }

    func first(_ type: String) -> String? { relations.values.first { $0.type == type }?.target }

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
        guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"], attributes["TargetMode"] != "External"
        else { return }
        guard relations.count < 20_000 else {
            throw ReadingError(.tooLarge, "the workbook has more than 20000 relations")
        }
        relations[id] = Relation(
            type: type.split(separator: "/").last.map(String.init) ?? "", target: path(target))
    }

    func end(_ name: String) throws(ReadingError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {}

    private func path(_ target: String) -> String {
        var parts: [Substring] = []
        let whole = target.hasPrefix("/") ? target : folder + target
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

/// What the workbook's own part says: its sheets and how it counts days.
final class WorkbookPart: XMLHandler {
    struct Sheet {
        var name: String
        var relation: String
        var isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var counts1904 = false

    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError) {
        switch name {
        case "workbookPr":
            counts1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
        case "sheet":
            guard sheets.count < 10_000 else {
                throw ReadingError(.tooLarge, "the workbook has more than 10000 sheets")
            }
            sheets.append(
                Sheet(
                    name: attributes["name"] ?? "", relation: attributes["id"] ?? "",
                    isHidden: (attributes["state"] ?? "visible") != "visible"))
        default: break
        }
    }

    func end(_ name: String) throws(ReadingError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {}
}
