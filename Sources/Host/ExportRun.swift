import Documents
import Formats
import Runs
import Scripting

/// Runs an export for somebody, and keeps its receipt.
public struct ExportRun {
    private let run: ReportRun
    private let name: String
    private let program: Program
    /// The format that the export gives by itself.
    public let format: TableFormat

    /// Finds the export and loads it, which runs nothing of it.
    ///
    /// - Parameters:
    ///   - workers: where they are started.
    ///   - name: a Lua file, or an installed plugin's export: `workplan/quarterly_table`.
    /// - Throws: `Failure` when there is no such export, or it cannot be loaded.
    public init(_ access: CommunityAccess, workers: Workers, name: String) throws {
        run = ReportRun(access, workers: workers)
        self.name = name
        program = try run.finder.program(name, .transform)
        let loading = try ContributionLoading(
            workers: workers, community: access.folder, requiresConfinement: access.requiresConfinement)
        let description = try loading.describe(program).get()
        guard let output = description.output, let format = TableFormat(rawValue: output) else {
            throw Failure(.usage, "\(name) is \(description.use); `halqa export` runs exports")
        }
        self.format = format
    }

    /// Refuses a format in which the export cannot be written.
    public func check(_ asked: TableFormat) throws(Failure) {
        guard (asked == .text) == (format == .text) else {
            throw Failure(
                .usage,
                format == .text
                    ? "\(name) gives text of its own; leave --format out"
                    : "\(name) gives a table; choose csv, xlsx or json")
        }
    }

    /// Runs it and gives each part of its document, with one table or with texts, to `take`.
    ///
    /// - Parameters:
    ///   - asked: the format in which it will be written.
    ///   - log: takes the lines that the script prints.
    ///   - warn: takes what the host has to say besides.
    /// - Throws: `Failure` when the run did not come to a good end, after keeping its receipt; what `take`
    ///   throws.
    public func perform(
        as asked: TableFormat, parameters: [String: String], limits: RunLimits,
        log: @escaping (String) -> Void, warn: (String) -> Void, take: (Part) throws -> Void
    ) throws {
        try check(asked)
        try run.perform(
            program, named: name, .export, parameters: parameters, limits: limits, provenance: false,
            log: log,
            warn: warn
        ) { part in
            switch part {
            case .text where asked != format:
                throw Failure(
                    .usage, "\(name) gives \(format.rawValue) of its own making; leave --format out")
            case .heading, .note, .metric, .chart, .timeline:
                throw Failure(.died, "\(name): its worker sent more than a table, so it was ended")
            default: try take(part)
            }
        }
    }
}
