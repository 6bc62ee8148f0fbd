import Community

extension Schema {
    /// The schema with fields that a plugin might add.
    func adding(_ fields: [Field], to entity: String) -> Schema {
        Schema(entities.map { $0.name == entity ? $0.adding(fields) : $0 })
    }
}
