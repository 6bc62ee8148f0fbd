import Community
import Foundation
import Runs

/// What people type to give a field a value.
///
/// | written | means |
/// |---|---|
/// | `field=value` | this value; several of a list are separated by commas |
/// | `field=` | no value |
/// | `field.ar=text` | the Arabic text of a field in several languages |
/// | `field+=value`, `field-=value` | one more, or one less, in a list |
/// | `field=@file` | what stands in the file; `@@` for a text that begins with `@` |
struct Assignment {
    enum Operation {
        case set, add, remove
    }

    let field: Field
    /// Of a text in several languages; nil: the reader's.
    let language: String?
    let operation: Operation
    let text: String

    init(_ written: String, entity: Entity) throws {
        guard let sign = written.firstIndex(of: "="), sign > written.startIndex else {
            throw Failure(.usage, "'\(written)' gives no field a value; write name=value")
        }
        var name = written[..<sign]
        switch name.last {
        case "+": operation = .add
        case "-": operation = .remove
        default: operation = .set
        }
        if operation != .set { name = name.dropLast() }
        (field, language) = try Self.field(String(name), entity)
        if operation != .set {
            guard field.type.isMany else {
                throw Failure(
                    .usage, "'\(field.name)' of \(entity.name) is no list; write \(field.name)=value")
            }
        }
        let text = String(written[written.index(after: sign)...])
        if text.hasPrefix("@@") {
            self.text = String(text.dropFirst())
        } else if text.hasPrefix("@") {
            self.text = try Self.content(of: String(text.dropFirst()))
        } else {
            self.text = text
        }
    }

    private static func field(_ name: String, _ entity: Entity) throws -> (Field, String?) {
        if let field = entity.field(name) {
            guard field.type.isStored else {
                throw Failure(
                    .usage,
                    "'\(name)' of \(entity.name) is the other side of a reference; change the reference itself"
                )
            }
            return (field, nil)
        }
        if let dot = name.lastIndex(of: "."), let field = entity.field(String(name[..<dot])),
            field.type == .localizedText
        {
            let language = String(name[name.index(after: dot)...])
            guard language.wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]{2,8})*/) != nil else {
                throw Failure(
                    .usage,
                    "'\(language)' in '\(name)' is not the code of a language; write \(field.name).ar=…")
            }
            return (field, language)
        }
        throw SchemaError.unknownField(
            name, entity: entity.name, among: entity.storedFields.map(\.name))
    }

    /// The longest text that is taken from a file: 16 MB.
    private static let longestText = 16 << 20

    private static func content(of file: String) throws -> String {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw Failure(.missing, "the file '\(file)' cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { try? handle.close() }
        let data: Data
        do { data = try handle.read(upToCount: longestText + 1) ?? Data() } catch {
            throw Failure(.unreadable, "'\(file)' cannot be read: \(error.localizedDescription)")
        }
        guard data.count <= longestText else {
            throw Failure(.data, "'\(file)' is larger than 16 MB, which no field holds")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure(.data, "'\(file)' is not text in UTF-8")
        }
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
