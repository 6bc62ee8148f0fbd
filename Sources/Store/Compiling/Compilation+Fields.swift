import Community

extension Compilation {
    /// A column of the asker's with what must hold for the viewer to know it.
    struct Guarded {
        let field: Field
        fileprivate let column: SQL
        fileprivate let known: SQL

        /// The value as it is stored; null where the viewer may not know it.
        var value: SQL { masked(column) }

        /// A text as it is read: of several languages, the reader's.
        var read: SQL { field.type == .localizedText ? "localized(\(value))" : value }

        /// A condition on the value that is never true of null: true only where the viewer may know the
        /// value. It leaves the column bare, so that an index serves.
        func holds(_ condition: (_ column: SQL) throws(StoreError) -> SQL) throws(StoreError) -> SQL {
            .all([try condition(field.type == .localizedText ? "localized(\(column))" : column), known])
        }

        private func masked(_ expression: SQL) -> SQL {
            known.isYes ? expression : known == .no ? "NULL" : "CASE WHEN \(known) THEN \(expression) END"
        }
    }

    /// The only way in which a field of the asker's becomes SQL. A reference is known where its target may be
    /// seen.
    ///
    /// - Parameter isOwn: whether only what the record has itself is asked for, and not what it inherits.
    func guarded(_ field: Field, of row: Row, isOwn: Bool = false) throws(StoreError) -> Guarded {
        guard field.type.isInColumn else {
            throw StoreError(.badQuery, "'\(field.name)' of \(row.entity.name) has several values")
        }
        let known =
            field.type.target == nil
            ? try disclosure(of: field, on: row) : try leads(field, of: row, .asker, to: .anything)
        let column = isOwn ? row.column(field) : try completed(field, of: row)
        // A reference that leads anywhere is not null; its being null needs no hiding.
        let isBare = known == "\(column) IS NOT NULL"
        return Guarded(field: field, column: column, known: isBare ? .yes : known)
    }

    /// The column, and where it is empty the value that the record inherits, as far as the viewer may know
    /// that.
    private func completed(_ field: Field, of row: Row) throws(StoreError) -> SQL {
        guard let path = field.inherited else { return row.column(field) }
        let fields = try fields(along: path, from: row.entity, for: "inherited")
        let inherited = try exempt { () throws(StoreError) in
            try value(along: fields[...], from: row) { $0.value }
        }
        return "coalesce(\(row.column(field)), \(inherited))"
    }

    /// The guarded value at the end of a path on which every field has one value.
    func value(
        along fields: ArraySlice<Field>, from row: Row,
        as expression: (Guarded) throws(StoreError) -> SQL
    ) throws(StoreError) -> SQL {
        guard let field = fields.first else { throw StoreError(.badQuery, "a field's name is missing") }
        let value = try guarded(field, of: row)
        guard fields.count > 1, let target = field.type.target else { return try expression(value) }
        let next = try self.row(of: target)
        let rest = try self.value(along: fields.dropFirst(), from: next, as: expression)
        return "(SELECT \(rest) FROM \(next.source) WHERE \(next.key) = \(value.value))"
    }

    /// The text that stands for the row's record: its label field, or the label of what that refers to.
    func label(of row: Row) throws(StoreError) -> SQL {
        let label = try guarded(field(row.entity.label, of: row.entity), of: row)
        guard let target = label.field.type.target else { return label.read }
        return try self.label(ofKey: label.value, in: target)
    }

    /// The label of the record of a key that has been guarded.
    func label(ofKey key: SQL, in entity: String) throws(StoreError) -> SQL {
        let row = try self.row(of: entity)
        return "(SELECT \(try label(of: row)) FROM \(row.source) WHERE \(row.key) = \(key))"
    }

    /// What values of a type are put in order by, given the expression of one: texts as a reader takes
    /// them, references by the label of their record.
    func ordering(_ expression: SQL, of type: FieldType) throws(StoreError) -> SQL {
        switch type {
        case .text, .localizedText: "folded(\(expression))"
        case .reference(let entity), .references(let entity), .inverse(let entity, _), .path(_, let entity):
            "folded(\(try label(ofKey: expression, in: entity)))"
        case .list(let element): try ordering(expression, of: element)
        default: expression
        }
    }

    /// The fields along a path, in which there may be several values only if `many` allows it.
    func fields(along path: FieldPath, from entity: Entity, for purpose: String) throws(StoreError) -> [Field]
    {
        let fields = try fields(along: path, from: entity)
        if let many = fields.first(where: \.type.isMany) {
            throw StoreError(
                .badQuery,
                "'\(path)' of \(entity.name) cannot be \(purpose): '\(many.name)' has several values; "
                    + "choose a field with one")
        }
        return fields
    }

    func fields(along path: FieldPath, from entity: Entity) throws(StoreError) -> [Field] {
        do { return try schema.fields(along: path, from: entity) } catch {
            throw StoreError(.badQuery, error.description)
        }
    }
}
