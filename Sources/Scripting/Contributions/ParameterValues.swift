import Community
import LuaKit
import Spelling
import Store

/// Parameters as a user typed them, made into what a report or an export declares.
struct ParameterValues {
    let session: Session
    /// What messages call the contribution: `the report`.
    let what: String

    /// The table that its function gets.
    /// - Throws: `ScriptFailure` of kind `usage` or `missing`, which names the parameter and what was expected.
    func table(_ typed: [String: String], for declarations: [ParameterDeclaration]) throws -> Value {
        for name in typed.keys.sorted() where !declarations.contains(where: { $0.name == name }) {
            let names = declarations.map(\.name)
            let suggestion = Suggestion.phrase(for: name, among: names)
            let all = names.isEmpty ? "none" : names.joined(separator: ", ")
            let hint = suggestion.isEmpty ? "; it has \(all)" : suggestion
            throw ScriptFailure(.usage, "\(what) has no parameter '\(name)'\(hint)")
        }
        let values = try declarations.map { declaration in
            (key: declaration.name, value: try value(of: declaration, typed[declaration.name]))
        }
        return try session.state.readOnly(session.state.table(fields: values), name: "params")
    }

    private func value(of declaration: ParameterDeclaration, _ typed: String?) throws -> Value {
        guard let text = typed ?? declaration.defaultText else {
            if declaration.isOptional { return .object(session.any) }
            let title = declaration.title.map { " (\(session.text($0)))" } ?? ""
            throw ScriptFailure(
                .usage,
                "\(what) needs the parameter '\(declaration.name)'\(title): add \(declaration.name)=…, "
                    + declaration.type.expectation)
        }
        return try parse(text, declaration)
    }

    private func parse(_ text: String, _ declaration: ParameterDeclaration) throws -> Value {
        let plain = text.withWesternDigits
        let value: Value? =
            switch declaration.type {
            case .text: .text(text)
            case .integer: Int64(plain).map(Value.integer)
            case .number: Double(plain).flatMap { $0.isFinite ? .number($0) : nil }
            case .boolean:
                switch text.lowercased() {
                case "true", "yes": .boolean(true)
                case "false", "no": .boolean(false)
                default: nil
                }
            case .date: light(text == "today" ? session.today : Day(plain))
            case .instant: light(text == "now" ? session.now : Instant(plain))
            case .month: light(text == "today" ? Month(of: session.today) : Month(plain))
            case .quarter: light(text == "today" ? Quarter(of: session.today) : Quarter(plain))
            case .choice(let names): names.contains(text) ? .text(text) : nil
            case .record(let entity): try record(text, entity, declaration)
            }
        guard let value else {
            throw ScriptFailure(
                .usage,
                "the parameter '\(declaration.name)' must be \(declaration.type.expectation), not '\(text)'")
        }
        return value
    }

    private func record(_ text: String, _ entity: String, _ declaration: ParameterDeclaration) throws -> Value
    {
        let declared = try session.schema.entity(entity)
        do {
            guard let key = try session.snapshot.find(text, in: declared) else {
                throw try session.snapshot.unknown(text, declared)
            }
            return session.record(entity, key: key)
        } catch let error as StoreError where error.isAboutQuery {
            throw ScriptFailure(
                error.kind == .unknownRecord ? .missing : .usage,
                "the parameter '\(declaration.name)': \(error)")
        }
    }

    private func light(_ value: (some LightConvertible)?) -> Value? {
        value.flatMap { Light($0) }.map(Value.light)
    }
}
