import LuaKit

/// What `reject` gives, for a transform to return.
final class RefusalObject: HostObject {
    static let luaType = "rejection"

    let reason: String
    /// What of the data is at fault: the texts that the reason was put together of.
    let texts: [String]
    /// The number of the row at hand; 0 for none.
    let row: Int

    init(_ reason: String, texts: [String], row: Int) {
        self.reason = reason
        self.texts = texts
        self.row = row
    }

    static var type: ObjectType<RefusalObject> {
        ObjectType("Why something cannot be, for the function to return.", text: { $0.reason })
    }

    static func function(_ session: Session) -> Function {
        Function(
            "reject",
            "Says why a row of a file cannot be taken. The transform returns it, and nothing is written while any row is "
                + "rejected, unless the user says so.",
            Parameter<String>("reason", "The reason, a format as of `string.format`."),
            Parameter<Rest<Value>>("values", "The values of the format."),
            returns: "The rejection, to be returned.",
            example: #"reject("there is no quarter %s", "Q5")"#
        ) { (state: State, format: String, values: Rest<Value>) throws -> RefusalObject in
            let texts = values.values.compactMap {
                if case .string(let string) = $0 { string.text } else { nil }
            }
            guard !values.values.isEmpty else {
                return RefusalObject(format, texts: [], row: session.importedRow)
            }
            return RefusalObject(
                try state.format(format, values.values), texts: texts, row: session.importedRow)
        }
    }
}

/// What of the data, and not of the script, stands in the way of what a script asks for: in an import it rejects
/// the row.
struct DataRefusal: Error, CustomStringConvertible {
    let description: String
    /// The texts that are at fault.
    let texts: [String]
}
