import Community
import Documents
import Formats
import LuaKit

/// Where the rows of an import come from.
public enum ImportSource {
    /// The descriptor of a file that is open for reading; the caller closes it.
    case file(Int32)
    case rows(any RowReader)
}

/// The rows of a file that is imported, as scripts get them: tables with the columns that the transform names.
final class ImportRows {
    private let session: Session
    private let columns: [ImportColumn]
    private var reader: any RowReader
    private let matching: HeaderMatching
    private let values: SourceValueReader
    private let shape: TableShape
    let options: ImportOptions

    /// - Throws: `ScriptFailure` when the file cannot be read, or lacks columns.
    init(
        _ source: ImportSource, _ input: ContributionDescription.Input, _ options: ImportOptions,
        _ session: Session
    ) throws {
        self.session = session
        self.options = options
        columns = try input.columns.map { try ImportColumn.column($0, in: session.schema) }
        do {
            reader = try Self.reader(source, input, columns.map(\.wanted), options)
            matching = try HeaderMatching(columns.map(\.wanted), in: reader.header)
        } catch let error as ReadingError {
            throw Self.failure(error, options)
        } catch let error as HeaderError {
            throw ScriptFailure(.data, "\(options.file): \(error)")
        }
        values = try options.values(reader.details)
        shape = try TableShape(columns.map(\.wanted.name), name: "row", state: session.state)
    }

    private static func reader(
        _ source: ImportSource, _ input: ContributionDescription.Input, _ columns: [WantedColumn],
        _ options: ImportOptions
    ) throws -> any RowReader {
        switch source {
        case .rows(let rows): return rows
        case .file(let descriptor):
            // A lone format of text settles what text is.
            let said = input.formats == ["csv"] ? SourceFormat.csv : nil
            var reading = try options.reading()
            reading.columns = columns
            let reader = try Reading.reader(descriptor: descriptor, format: said, options: reading)
            try check(reader.details.format, among: input.formats, options)
            return reader
        }
    }

    private static func check(
        _ format: SourceFormat, among formats: [String], _ options: ImportOptions
    ) throws(ScriptFailure) {
        let name = format == .jsonLines ? "json" : format.rawValue
        guard !formats.contains(name) else { return }
        throw ScriptFailure(
            .data,
            "\(options.file) is \(name.uppercased()), and the transform takes "
                + formats.map { $0.uppercased() }.joined(separator: " or "))
    }

    private static func failure(_ error: ReadingError, _ options: ImportOptions) -> ScriptFailure {
        ScriptFailure(error.kind == .unreadable ? .unreadable : .data, "\(options.file): \(error)")
    }

    var progress: ReadingProgress { reader.progress }

    /// The columns of the file, so that what is written of them can be imported again: under the name that the
    /// transform knows them by, those below one merged heading as one.
    private(set) lazy var layout: [(title: String, places: [Int])] = {
        var taken: [Int: Int] = [:]
        for (index, places) in matching.columns.enumerated() {
            for place in places { taken[place] = index }
        }
        var layout: [(title: String, places: [Int])] = []
        for (place, column) in reader.header.columns.enumerated() {
            guard let index = taken[place] else {
                if column.title != SourceHeader.reasonTitle { layout.append((column.title, [place])) }
                continue
            }
            let places = matching.columns[index]
            guard places.first == place else { continue }
            // A title of one row stands as it is, in the file's own language.
            let isPlain = column.parts.count < 2 && places.count == 1
            layout.append((isPlain ? column.title : columns[index].wanted.name, places))
        }
        return layout
    }()

    /// What a user should know about the file; complete after the last row.
    var remarks: [String] { reader.warnings + [matching.remark].compactMap { $0 } }

    /// The next row; nil after the last.
    func next() throws(ScriptFailure) -> SourceRow? {
        do { return try reader.next() } catch { throw Self.failure(error, options) }
    }

    /// A row as the script gets it.
    ///
    /// - Throws: `RowError` for cells that are not what their columns hold.
    func table(_ row: SourceRow) throws -> Value {
        var faults: [CellError] = []
        let table = try shape.table { stack, index in
            do { try push(index, of: row, stack) } catch let error as CellError {
                faults.append(error)
                stack.pushNil()
            }
        }
        guard faults.isEmpty else { throw RowError(cells: faults) }
        return table
    }

    private func push(_ index: Int, of row: SourceRow, _ stack: Stack) throws {
        let column = columns[index]
        switch column.kind {
        case .cells:
            let texts = matching.cells(of: index, in: row).map(\.text).filter { !$0.isEmpty }
            if texts.isEmpty { _ = try matching.value(of: index, in: row, values) }
            stack.push(try session.state.table(items: texts.map(Value.text)))
        default:
            let value = try matching.value(of: index, in: row, values)
            try push(value, column, row, index, stack)
        }
    }

    private func push(
        _ value: SourceValue, _ column: ImportColumn, _ row: SourceRow, _ index: Int, _ stack: Stack
    ) throws {
        switch (column.kind, value) {
        case (_, .empty): stack.pushNil()
        case (.value, .text(let text)): stack.push(text)
        case (.month, .text(let text)):
            guard let month = Month(text), let light = Light(month) else {
                throw error(row, index, "'\(text)' is not a month (2024-06)")
            }
            stack.push(light)
        case (.record(let entity), .text(let name)):
            stack.push(try record(name, entity, row, index))
        case (.records(let entity), .list(let names)):
            var records: [Value] = []
            var refusals: [String] = []
            for case .text(let name) in names {
                do { records.append(try record(name, entity, row, index)) } catch let error as CellError {
                    refusals.append(error.reason)
                }
            }
            guard refusals.isEmpty else { throw error(row, index, refusals.joined(separator: "; ")) }
            stack.push(try session.state.table(items: records))
        default: stack.push(try self.value(value))
        }
    }

    private func value(_ value: SourceValue) throws -> Value {
        switch value {
        case .empty, .uncalculated: .nil
        case .text(let text), .error(let text): .text(text)
        case .boolean(let flag): .boolean(flag)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .day(let day): Light(day).map(Value.light) ?? .nil
        case .instant(let instant): Light(instant).map(Value.light) ?? .nil
        case .quarter(let quarter): Light(quarter).map(Value.light) ?? .nil
        case .time(let time): .text(time.description)
        case .localTime(let day, let time): .text("\(day) \(time)")
        case .list(let items): try session.state.table(items: items.map(self.value))
        case .object(let members):
            try session.state.table(fields: members.map { ($0.name, try self.value($0.value)) })
        }
    }

    private func record(_ name: String, _ entity: Entity, _ row: SourceRow, _ index: Int) throws -> Value {
        do {
            return session.record(entity.name, key: try session.names.key(of: name, in: entity))
        } catch let refusal as DataRefusal {
            throw error(row, index, refusal.description)
        }
    }

    private func error(_ row: SourceRow, _ index: Int, _ reason: String) -> CellError {
        CellError(row, matching.columns[index].first ?? 0, matching.header, reason)
    }

    // MARK: Rejections

    func rejection(_ row: SourceRow, _ reason: String) -> RejectedRow {
        RejectedRow(row: row.number, place: matching.header.place(of: row), reason: reason)
    }

    /// - Parameter texts: what of the data is at fault: the cell in which one of them stands is named.
    func rejection(_ row: SourceRow, _ reason: String, texts: [String]) -> RejectedRow {
        for text in texts where !text.isEmpty {
            for place in matching.columns.joined() where row[place].text.contains(text) {
                return rejection(CellError(row, place, matching.header, reason))
            }
        }
        return rejection(row, reason)
    }

    func rejection(_ error: CellError) -> RejectedRow {
        RejectedRow(row: error.row, column: error.column, place: error.place, reason: error.reason)
    }
}

/// What is wrong with the cells of a row: each of them once.
struct RowError: Error {
    let cells: [CellError]
}

/// A row of a file that cannot be taken, and why.
public struct RejectedRow: Sendable, Hashable, Codable {
    /// Its number in the file.
    public var row: Int
    /// The title of the column at fault, where there is one.
    public var column: String?
    /// Where it is: `row 12, column 'Due' (C12)`.
    public var place: String
    public var reason: String

    public init(row: Int, column: String? = nil, place: String, reason: String) {
        self.row = row
        self.column = column
        self.place = place
        self.reason = reason
    }
}
