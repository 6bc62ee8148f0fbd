import CLua

/// A type of records: light values whose payload is a key, and whose fields come from column batches.
///
/// A field of a loaded column is read without a call into Swift.
public struct RecordType {
    public var tag: UInt8
    /// What authors call it.
    public var name: String
    public var documentation: String
    /// In the order of the columns of a batch. One whose name has dots is read in one step or in several:
    /// `record["x.a.b"]`, `record.x.a.b`.
    public var fields: [Field]
    /// The tag of what is between a record and such a field, `record.x` and `record.x.a`; needed with such only.
    public var partTag: UInt8?
    /// Looked up after the fields.
    public var methods: [Function]
    /// Completes "a member cannot be joined with '..'; …".
    public var concatenationAdvice: String
    /// Kept until the state closes.
    public var source: any RecordSource

    public struct Field: Hashable, Sendable {
        public var name: String
        /// Whether no batch ever holds it: ``RecordSource/value(of:record:in:)`` gives it row by row.
        public var isComputed: Bool

        public init(_ name: String, isComputed: Bool = false) {
            self.name = name
            self.isComputed = isComputed
        }
    }

    public init(
        tag: UInt8, name: String, _ documentation: String, fields: [Field], partTag: UInt8? = nil,
        methods: [Function] = [], concatenationAdvice: String = "use one of its fields",
        source: any RecordSource
    ) {
        self.tag = tag
        self.name = name
        self.documentation = documentation
        self.fields = fields
        self.partTag = partTag
        self.methods = methods
        self.concatenationAdvice = concatenationAdvice
        self.source = source
    }
}

extension State {
    public func register(_ type: RecordType) throws(LuaError) {
        let pointer = try opened()
        try claim(type.tag, for: type.name)
        recordSources[type.tag] = type.source
        let parts = RecordParts(of: type)
        guard
            let members = clua_define_record(
                pointer, type.tag, type.name, type.concatenationAdvice, UInt32(clamping: type.fields.count),
                UInt32(clamping: type.fields.count + parts.nameCount))
        else { return }
        for (number, field) in type.fields.enumerated() {
            clua_name_field(pointer, type.tag, UInt32(clamping: number), field.name, field.isComputed)
        }
        try register(parts, of: type)
        setMembers(of: members, on: pointer, methods: type.methods, properties: [])
        let source = type.source
        setMember(of: members, on: pointer, CLUA_HANDLER, "tostring") { state, thread in
            guard let light = Slot(state: state, thread: thread, index: 1).light else { return 0 }
            return try source.text(of: light, in: state).write(to: Stack(state: state, thread: thread))
        }
        let methods = type.methods.map(\.name)
        setMember(of: members, on: pointer, CLUA_HANDLER, "unknown") { state, thread in
            let key = Slot(state: state, thread: thread, index: 2).value
            guard case .string(let name) = key,
                let record = Slot(state: state, thread: thread, index: 1).light
            else { throw Self.unknownField(key, of: type.name, among: []) }
            throw ScriptError(source.unknown(name.description, on: record, methods: methods))
        }
    }

    /// Makes a batch available to the records of a tag, as the first to be looked into. Its memory stays
    /// the caller's, and must not change until it is detached, evicted, or the state is closed.
    public func attach(_ attached: UnsafeMutablePointer<batch>, tag: UInt8) {
        if let pointer { clua_attach(pointer, tag, attached) }
    }

    public func detach(_ detached: UnsafeMutablePointer<batch>, tag: UInt8) {
        if let pointer { clua_detach(pointer, tag, detached) }
    }

    func loadField(_ request: FieldRequest, on thread: OpaquePointer) -> Int32 {
        do {
            try recordSources[request.record.tag]?.load(request, in: self)
            return 0
        } catch {
            return raise(error, on: thread)
        }
    }

    func computeField(_ field: Int, of record: Light, on thread: OpaquePointer) -> Int32 {
        do {
            let value = try recordSources[record.tag]?.value(of: field, record: record, in: self)
            return try (value ?? .nil).write(to: Stack(state: self, thread: thread))
        } catch {
            return raise(error, on: thread)
        }
    }
}
