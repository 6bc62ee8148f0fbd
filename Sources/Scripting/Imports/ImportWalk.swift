import Community
import Documents
import LuaKit

/// Goes through the rows of a file and tells what the transform makes of them.
final class ImportWalk {
    private let rows: ImportRows
    private let session: Session
    private let name: String
    private let params: Value
    private let take: (ImportEvent) throws -> Void
    private let community: Value
    private var count = 0
    /// The row that was handed out last.
    private var row: SourceRow?

    init(
        _ rows: ImportRows, _ session: Session, name: String, params: Value,
        take: @escaping (ImportEvent) throws -> Void
    ) {
        self.rows = rows
        self.session = session
        self.name = name
        self.params = params
        self.take = take
        community = .object(CommunityObject(session: session))
    }

    func rowByRow(_ function: Value) throws {
        while let (row, table) = try next() {
            let result: Value
            do {
                result =
                    try session.state.call(
                        function, [community, table, params, .integer(Int64(row.number))]
                    ).first ?? .nil
            } catch {
                guard let refusal = error.underlying as? DataRefusal else { throw error }
                try take(.rejection(rows.rejection(row, refusal.description, texts: refusal.texts)))
                continue
            }
            try take(result, of: row)
        }
    }

    /// A change belongs to the row that was handed out last when it was made.
    func allRows(_ function: Value) throws {
        let iterator = session.state.function(
            Function("next", "The next row.", returns: "The row and its number, or nil.") {
                [unowned self] () throws -> Results in
                guard let (row, table) = try next() else { return Results([.nil]) }
                session.importedRow = row.number
                return Results([table, .integer(Int64(row.number))])
            })
        defer { session.importedRow = 0 }
        let result: Value
        do {
            result = try session.state.call(function, [community, iterator, params]).first ?? .nil
            try takeAll(result)
        } catch let error as LuaError {
            guard let refusal = error.underlying as? DataRefusal, let row else { throw error }
            let rejection = rows.rejection(row, refusal.description, texts: refusal.texts)
            throw ScriptFailure(.data, "\(rows.options.file): \(rejection.place): \(rejection.reason)")
        }
    }

    /// The next row that can be given to the script; those that cannot are rejected.
    private func next() throws -> (SourceRow, Value)? {
        while let row = try rows.next() {
            count += 1
            self.row = row
            try take(.rows(count, rows.progress))
            guard row.faults.isEmpty else {
                try take(.rejection(rows.rejection(row, row.faults.joined(separator: "; "))))
                continue
            }
            guard !row.isHeading else {
                try take(.skip(SkippedRow(row: row.number, reason: HostWord.heading(session))))
                continue
            }
            do {
                return (row, try rows.table(row))
            } catch let error as RowError {
                for error in error.cells { try take(.rejection(rows.rejection(error))) }
            }
        }
        try take(.rows(count, rows.progress))
        return nil
    }

    /// What `row` has returned. A row of which a part is rejected is rejected.
    private func take(_ result: Value, of row: SourceRow) throws {
        switch result {
        case .nil: try take(.skip(SkippedRow(row: row.number, reason: nil)))
        case .object(let object as ChangeObject): try take(.change(object.change, row: row.number))
        case .object(let object as RefusalObject): try reject(object, row)
        case .object(let object as SkipObject):
            try take(.skip(SkippedRow(row: row.number, reason: object.reason)))
        case .table:
            _ = try session.length(of: result, "the changes of \(rows.rejection(row, "").place)")
            let items = try session.state.sequence(result)
            let refusals = items.compactMap { item in
                if case .object(let object as RefusalObject) = item { object } else { nil as RefusalObject? }
            }
            for refusal in refusals { try reject(refusal, row) }
            guard refusals.isEmpty else { return }
            if items.isEmpty { try take(.skip(SkippedRow(row: row.number, reason: nil))) }
            for item in items {
                guard case .object(let object as ChangeObject) = item else { throw unexpected(item, "row") }
                try take(.change(object.change, row: row.number))
            }
        default: throw unexpected(result, "row")
        }
    }

    private func reject(_ refusal: RefusalObject, _ row: SourceRow) throws {
        try take(.rejection(rows.rejection(row, refusal.reason, texts: refusal.texts)))
    }

    /// What `rows` has returned: a change, a list, or a function that gives one after the other.
    private func takeAll(_ result: Value) throws {
        switch result {
        case .nil: return
        case .function:
            while let item = try session.state.call(result).first, !item.isNil { try takeOne(item) }
        case .table:
            _ = try session.length(of: result, "the changes")
            var index: Int64 = 1
            while true {
                let item = try session.state.get(result, .integer(index))
                if item.isNil { return }
                try takeOne(item)
                index += 1
            }
        default: try takeOne(result)
        }
    }

    private func takeOne(_ item: Value) throws {
        switch item {
        case .object(let object as ChangeObject): try take(.change(object.change, row: object.row))
        case .object(let object as RefusalObject):
            let place = object.row > 0 ? "row \(object.row)" : rows.options.file
            try take(.rejection(RejectedRow(row: object.row, place: place, reason: object.reason)))
        case .object(let object as SkipObject):
            try take(.skip(SkippedRow(row: object.row, reason: object.reason)))
        default: throw unexpected(item, "rows")
        }
    }

    private func unexpected(_ value: Value, _ function: String) -> ScriptFailure {
        let place = row.map { " for \(rows.rejection($0, "").place)" } ?? ""
        return ScriptFailure(
            .script,
            "\(name): '\(function)' returns \(value.phrase)\(function == "row" ? place : ""), where a change "
                + "(upsert.action_item { … }), a list of changes, nil, skip(\"why\") or reject(\"why\") is expected"
        )
    }
}
