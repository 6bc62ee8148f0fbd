import CLua

/// What lies between the records of a type and those of its fields whose names have dots: of `x.a.b` the parts `x`
/// and `x.a`. A part is a light value as well, so that reading such a field makes nothing.
struct RecordParts {
    /// The parts' own names, each with its number less 1.
    private(set) var paths: [String] = []
    /// What stands in a part, or with number 0 in the record itself.
    private(set) var names: [(part: UInt32, name: String, number: UInt32, isPart: Bool)] = []

    init(of type: RecordType) {
        guard type.partTag != nil else { return }
        var numbers: [String: UInt32] = [:]
        for (field, name) in type.fields.map(\.name).enumerated() {
            let words = name.split(separator: ".").map(String.init)
            guard words.count > 1 else { continue }
            var part: UInt32 = 0
            for count in 1..<words.count {
                let path = words.prefix(count).joined(separator: ".")
                if let known = numbers[path] {
                    part = known
                    continue
                }
                paths.append(path)
                let number = UInt32(clamping: paths.count)
                numbers[path] = number
                names.append((part, words[count - 1], number, true))
                part = number
            }
            names.append((part, words[words.count - 1], UInt32(clamping: field), false))
        }
    }

    var nameCount: Int { names.count }
}

extension State {
    func register(_ parts: RecordParts, of type: RecordType) throws(LuaError) {
        guard let tag = type.partTag, !parts.paths.isEmpty else { return }
        let pointer = try opened()
        let name = "part of \(type.name)"
        try claim(tag, for: name)
        guard
            let members = clua_define_parts(
                pointer, type.tag, tag, name, "use one of its fields, by its whole name")
        else { return }
        for entry in parts.names {
            clua_name_in_part(pointer, type.tag, entry.part, entry.name, entry.number, entry.isPart)
        }
        let paths = parts.paths
        func path(_ part: Light) -> String {
            let number = Int(clua_part_number(part.payload)) - 1
            return paths.indices.contains(number) ? paths[number] : name
        }
        setMember(of: members, on: pointer, CLUA_HANDLER, "tostring") { state, thread in
            guard let part = Slot(state: state, thread: thread, index: 1).light else { return 0 }
            return try path(part).write(to: Stack(state: state, thread: thread))
        }
        let source = type.source
        setMember(of: members, on: pointer, CLUA_HANDLER, "unknown") { state, thread in
            let key = Slot(state: state, thread: thread, index: 2).value
            guard case .string(let own) = key,
                let part = Slot(state: state, thread: thread, index: 1).light
            else { throw Self.unknownField(key, of: name, among: []) }
            let whole = "\(path(part)).\(own)"
            guard let record = Light(tag: type.tag, payload: clua_part_key(part.payload)) else { return 0 }
            throw ScriptError(source.unknown(whole, on: record, methods: paths))
        }
    }
}
