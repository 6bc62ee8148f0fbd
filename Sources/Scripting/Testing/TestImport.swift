import Community
import LuaKit

/// What an import has made of some rows, for a test to look at.
final class TestImport: HostObject {
    static let luaType = "test import"

    private let proposed: [(change: Change, row: Int)]
    private let refused: [RejectedRow]
    private let passedOver: [SkippedRow]
    private let session: Session

    init(
        _ proposed: [(change: Change, row: Int)], rejected: [RejectedRow], skipped: [SkippedRow],
        session: Session
    ) {
        self.proposed = proposed
        refused = rejected
        passedOver = skipped
        self.session = session
    }

    static var type: ObjectType<TestImport> {
        ObjectType("What an import has made of its rows.", methods: [changes, rejected, skipped])
    }

    private static var changes: Function {
        Function(
            "changes", of: TestImport.self,
            "The changes that it proposes, in the order of the rows. Each is a table with `action`, `entity`, `id` and the "
                + "fields: a record is its identifier, a text in the language of the run alone is that text, one in "
                + "others a table by language, an emptied field is false.",
            returns: "A list of tables.",
            example: #"t:equal(import:changes()[1].id, "wp-training")"#
        ) { (object: TestImport) throws -> [Value] in
            try object.proposed.map { try object.table($0.change) }
        }
    }

    private static var rejected: Function {
        Function(
            "rejected", of: TestImport.self,
            "The rows that it rejects, in their order; one with several faults once for each.",
            returns: "A list of tables with `row`, `column` where one is at fault, and `reason`.",
            example: #"t:equal(import:rejected()[1].column, "Due")"#
        ) { (object: TestImport) throws -> [Value] in
            let state = object.session.state
            return try object.refused.map { row in
                try state.table(fields: [
                    (key: "row", value: .integer(Int64(row.row))),
                    (key: "column", value: row.column.map(Value.text) ?? .nil),
                    (key: "reason", value: .text(row.reason)),
                ])
            }
        }
    }

    private static var skipped: Function {
        Function(
            "skipped", of: TestImport.self, "The rows that it passes over, in their order.",
            returns: "A list of tables with `row`, and `reason` where the transform gives one.",
            example: #"t:equal(#import:skipped(), 1)"#
        ) { (object: TestImport) throws -> [Value] in
            let state = object.session.state
            return try object.passedOver.map { row in
                try state.table(fields: [
                    (key: "row", value: .integer(Int64(row.row))),
                    (key: "reason", value: row.reason.map(Value.text) ?? .nil),
                ])
            }
        }
    }

    private func table(_ change: Change) throws -> Value {
        var fields: [(key: String, value: Value)] = [
            ("action", .text(change.action)), ("entity", .text(change.entity)),
            ("id", change.id.map(Value.text) ?? .nil),
        ]
        for (name, value) in change.fields.sorted(by: { $0.key < $1.key }) {
            fields.append((name, try self.value(value)))
        }
        return try session.state.table(fields: fields)
    }

    private func value(_ value: FieldValue) throws -> Value {
        switch value {
        case .null: return .boolean(false)
        case .localized(let texts):
            if texts.texts.count == 1, let text = texts.texts[session.language] { return .text(text) }
            return try session.state.table(fields: texts.sorted.map { ($0.language, .text($0.text)) })
        case .list(let items): return try session.state.table(items: items.map(self.value))
        default: return try session.value(value, .text)
        }
    }
}
