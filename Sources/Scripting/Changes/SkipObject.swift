import LuaKit

/// What `skip` gives, for a transform to return.
final class SkipObject: HostObject {
    static let luaType = "skipped row"

    let reason: String
    /// The number of the row at hand; 0 for none.
    let row: Int

    init(_ reason: String, row: Int) {
        self.reason = reason
        self.row = row
    }

    static var type: ObjectType<SkipObject> {
        ObjectType("Why nothing is made of a row, for a transform to return.", text: { $0.reason })
    }

    static func function(_ session: Session) -> Function {
        Function(
            "skip",
            "Says why a row of a file is passed over though nothing is wrong with it: a line below the table. The transform "
                + "returns it; how many rows were passed over, and why, is told to the user.",
            Parameter<Value>(
                "reason",
                "The reason: the same words for all rows that have it. Texts by language, or one text.",
                type: .texts),
            returns: "What is to be returned.",
            example: #"skip { en = "no name stands in it", fr = "aucun nom n’y figure" }"#
        ) { (state: State, reason: Value) throws -> SkipObject in
            let texts = try TableReader.localized(state, reason, "the reason of 'skip'")
            return SkipObject(session.text(texts), row: session.importedRow)
        }
    }
}
