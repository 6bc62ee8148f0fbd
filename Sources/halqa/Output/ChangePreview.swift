import Community
import Foundation
import Host
import Runs
import Scratch
import Scripting
import Store

/// What a proposal would change, held back until the plan is made: while that is, nobody else can write. It is kept in a
/// temporary file, for it may be long.
final class ChangePreview {
    private var file: ScratchFile
    private let showsAll: Bool
    /// What is shown, unless that is all there is.
    private var shown: [RecordDiff] = []
    private var hidden = 0

    /// As many records are shown before the question.
    private static let most = 50
    /// As many rejected rows, where not all are asked for.
    private static let mostRejected = 50

    init(showsAll: Bool) throws {
        self.showsAll = showsAll
        file = try ScratchFile()
    }

    /// Forgets what it has.
    func begin() throws {
        file = try ScratchFile()
        (shown, hidden) = ([], 0)
    }

    func take(_ diff: RecordDiff) throws {
        if !showsAll {
            guard shown.count < Self.most else {
                hidden += 1
                return
            }
            shown.append(diff)
        }
        for line in DiffText.lines(diff) { try file.append(DiffWriter.standardOutput.bytes(line)) }
    }

    /// Whether another one has shown as much of the same. What is shown whole is not compared.
    func isSame(as other: ChangePreview?) -> Bool {
        !showsAll && shown == other?.shown && hidden == other?.hidden
    }

    /// Writes it to standard output.
    func write() throws {
        let output = DiffWriter.standardOutput
        try file.eachPiece { try output.stream.write($0) }
        if hidden > 0 { try output.write([DiffText.Piece("… and \(hidden) more; --dry-run shows all")]) }
    }

    /// Writes it, rejected rows and counts of an import behind it.
    func write(_ rejected: [RejectedRow], _ summary: PlanSummary, of rows: Int) throws {
        try write()
        let output = DiffWriter.standardOutput
        let told = showsAll ? rejected[...] : rejected.prefix(Self.mostRejected)
        for row in told { try output.write([DiffText.Piece("! \(row.place): \(row.reason)", .removed)]) }
        if told.count < rejected.count {
            try output.write([DiffText.Piece("! … and \(rejected.count - told.count) more rows are rejected")]
            )
        }
        let counts = [
            "\(rows) \(rows == 1 ? "row" : "rows")", "\(summary.created) created",
            "\(summary.updated) updated",
            "\(summary.deleted) deleted", "\(summary.unchanged) unchanged",
            "\(Set(rejected.map(\.row)).count) rejected",
        ]
        try output.write([DiffText.Piece(counts.joined(separator: " · "), .heading)])
    }
}
