extension CustomField {
    /// Whether a plugin's update may declare a field so that was declared otherwise before: what it holds must
    /// stay what it is, for everybody. Titles, documentation and defaults may change, choices be added, bounds widen.
    ///
    /// - Throws: when it may not, with the reason.
    public func checkReplacing(_ former: CustomField) throws(DeclarationError) {
        guard field.type.includes(former.field.type) else {
            throw DeclarationError(
                former.field.type.typeName == field.type.typeName
                    ? "cannot be narrowed: there may be values that would be none any more. It was "
                        + "\(former.field.type.extent), and would be \(field.type.extent); only widen it"
                    : "cannot become '\(field.type.name)': it holds values of the type '\(former.field.type.name)'; "
                        + "give the new field another name")
        }
        guard former.field.sensitivity == field.sensitivity || field.sensitivity == .personal else {
            throw DeclarationError(
                "is personal, and cannot be opened to everybody; give the open field another name")
        }
    }

    /// The same field as personal data.
    public var asPersonal: CustomField {
        CustomField(
            plugin: plugin, entity: entity,
            field: Field(
                field.name, field.type, field.title, field.documentation, sensitivity: .personal,
                default: field.defaultValue, inverse: field.inverse.map { ($0.name, $0.title) }))
    }
}

extension FieldType {
    /// Whether every value of the other type is one of this, and kept in the same way.
    fileprivate func includes(_ other: FieldType) -> Bool {
        switch (self, other) {
        case (.integer(let range), .integer(let inner)): range.contains(inner)
        case (.number(let range), .number(let inner)): range.contains(inner)
        case (.choice(let choices), .choice(let inner)):
            Set(choices.map(\.name)).isSuperset(of: inner.map(\.name))
        case (.list(let element), .list(let inner)): element.includes(inner)
        default: self == other
        }
    }

    /// How far the values of a type with bounds or choices reach.
    fileprivate var extent: String {
        switch self {
        case .integer(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "\(range.lowerBound) to \(range.upperBound)"
        default: name
        }
    }
}
