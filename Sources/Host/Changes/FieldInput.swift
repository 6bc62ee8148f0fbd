import Community
import Runs
import Store

/// Values that people type for the fields of one record, and what the record has now.
struct FieldInput {
    let snapshot: Snapshot
    let entity: Entity

    /// What the record of a key has, as far as the viewer may know it; references by identifier. Fields without
    /// a value are left out.
    func values(of key: Int64) throws -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for field in entity.storedFields where field.type != .identifier {
            let value = try outer(snapshot.value(of: field, entity, key), field.type)
            if !value.isNull, value != .list([]) { values[field.name] = value }
        }
        return values
    }

    private func outer(_ value: FieldValue, _ type: FieldType) throws -> FieldValue {
        guard let target = try type.target.map(snapshot.schema.entity) else { return value }
        var keys: [Int64] = []
        switch value {
        case .key(let key): keys = [key]
        case .list(let items): keys = items.compactMap { if case .key(let key) = $0 { key } else { nil } }
        default: return value
        }
        let identifiers = try snapshot.identifiers(target, keys)
        let references = keys.compactMap { identifiers[$0] }.map(FieldValue.reference)
        return type.isMany ? .list(references) : references.first ?? .null
    }

    /// The values of fields that are to be other than now. What is typed first holds first: `tags=a tags+=b`.
    ///
    /// - Parameter current: what the record has.
    func values(
        typed texts: [String], over current: [String: FieldValue]
    ) throws -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for text in texts {
            let assignment = try Assignment(text, entity: entity)
            let name = assignment.field.name
            do {
                values[name] = try value(
                    assignment, over: values[name] ?? current[name] ?? .null, isRepeated: values[name] != nil)
            } catch let error as ValueError {
                throw Failure(.usage, "in '\(text)': \(error)")
            }
        }
        return values
    }

    private func value(
        _ assignment: Assignment, over current: FieldValue, isRepeated: Bool
    ) throws -> FieldValue {
        let field = assignment.field
        guard field.type != .localizedText else { return localized(assignment, over: current) }
        guard !isRepeated || assignment.operation != .set else {
            throw Failure(.usage, "'\(field.name)' is given twice")
        }
        if assignment.text.isEmpty, assignment.operation == .set { return .null }
        let value = try snapshot.referred(
            field.type.parse(assignment.text, language: snapshot.language), field.type)
        guard assignment.operation != .set, case .list(let items) = value else { return value }
        var list: [FieldValue] = []
        if case .list(let there) = current { list = there }
        if assignment.operation == .remove {
            guard let stranger = items.first(where: { !list.contains($0) }) else {
                return .list(list.filter { !items.contains($0) })
            }
            throw Failure(.data, "'\(field.name)' has no '\(stranger)' that could be taken from it")
        }
        return .list(list + items.filter { !list.contains($0) })
    }

    private func localized(_ assignment: Assignment, over current: FieldValue) -> FieldValue {
        var text: LocalizedText = [:]
        if case .localized(let there) = current { text = there }
        // Without a language, nothing is nothing in all of them.
        if assignment.text.isEmpty, assignment.language == nil { return .null }
        let language =
            assignment.language
            ?? LocalizedText.language(of: assignment.text, typedIn: snapshot.language)
        text.texts[language] = assignment.text.isEmpty ? nil : assignment.text
        return text.isEmpty ? .null : .localized(text)
    }
}
