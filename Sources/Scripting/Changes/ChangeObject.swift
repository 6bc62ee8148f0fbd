import Community
import LuaKit

/// A change that a script proposes: what `create.session { … }` and its like give.
final class ChangeObject: HostObject {
    static let luaType = "proposed change"

    let change: Change
    /// The number of the row that it was made of; 0 for none.
    let row: Int

    init(_ change: Change, row: Int) {
        self.change = change
        self.row = row
    }

    static var type: ObjectType<ChangeObject> {
        ObjectType(
            "A change that a transform proposes. The host checks it, shows it and makes it.",
            properties: [
                Property("action", of: ChangeObject.self, "`create`, `update`, `upsert` or `delete`.") {
                    $0.change.action
                },
                Property("entity", of: ChangeObject.self, "The entity of its record.") { $0.change.entity },
                Property(
                    "id", of: ChangeObject.self, "The record's identifier; nil where one will be made up."
                ) { $0.change.id },
            ],
            text: { object in
                let change = object.change
                return [change.action, change.entity, change.id ?? ""].filter { !$0.isEmpty }
                    .joined(separator: " ")
            })
    }
}

extension Change {
    /// As scripts write it.
    var action: String {
        switch self {
        case .create: "create"
        case .update: "update"
        case .upsert: "upsert"
        case .delete: "delete"
        }
    }
}
