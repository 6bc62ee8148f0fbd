import Documents
import Formats
import Foundation
import Runs

/// What is told on a terminal of a run that takes long: how many rows came, how fast, since when. It stands on the
/// last line, which is empty again afterwards.
struct Progress {
    private let began = ContinuousClock.now
    private var shown: ContinuousClock.Instant?
    private var rows = 0
    private let width: Int
    private let isPutTogether: Bool

    /// A run that is over sooner has none.
    private static let patience = Duration.seconds(1)
    private static let pace = Duration.milliseconds(200)

    /// nil when standard error is no terminal that can clear a line.
    ///
    /// - Parameter isPutTogether: whether the file is made of its rows when all are there.
    init?(isPutTogether: Bool = false) {
        guard let width = Stream(descriptor: STDERR_FILENO, name: "standard error").width,
            ProcessInfo.processInfo.environment["TERM"] != "dumb"
        else { return nil }
        self.width = width
        self.isPutTogether = isPutTogether
    }

    mutating func take(_ part: Part) {
        switch part {
        case .rows(let more): count(more.count)
        case .end where isPutTogether && shown != nil:
            show("\(Self.grouped(rows)) rows · putting the file together")
        default: break
        }
    }

    mutating func take(_ progress: ImportProgress) {
        rows = progress.rows
        showNow { Self.line(progress, elapsed: $0) }
    }

    mutating func count(_ more: Int) {
        rows += more
        showNow { [rows] in Self.line(rows: rows, elapsed: $0) }
    }

    private mutating func showNow(_ line: (Duration) -> String) {
        let now = ContinuousClock.now
        let next = shown.map { $0 + Self.pace } ?? began + Self.patience
        guard now >= next, StandardError.isReady else { return }
        show(line(now - began))
        shown = now
    }

    mutating func clear() {
        guard shown != nil else { return }
        shown = nil
        StandardError.send("\u{1B}[K")
    }

    private func show(_ line: String) {
        // The cursor goes back, and other lines begin by clearing theirs.
        StandardError.send("\(line.prefix(width - 1))\u{1B}[K\r")
    }

    /// `1,234,567 rows · 45,000 a second · 0:27`
    static func line(rows: Int, elapsed: Duration) -> String {
        let seconds = max(0.001, elapsed / .seconds(1))
        return "\(grouped(rows)) rows · \(grouped(Int(Double(rows) / seconds))) a second · \(clock(seconds))"
    }

    /// `1,234,567 rows · 45,000 a second · 35 % · 0:27 left`
    static func line(_ progress: ImportProgress, elapsed: Duration) -> String {
        let seconds = max(0.001, elapsed / .seconds(1))
        let rate =
            "\(grouped(progress.rows)) rows · \(grouped(Int(Double(progress.rows) / seconds))) a second"
        guard progress.bytesRead > 0, progress.bytesTotal > 0 else { return "\(rate) · \(clock(seconds))" }
        let share = Double(progress.bytesRead) / Double(progress.bytesTotal)
        let left = seconds * (1 - share) / share
        return "\(rate) · \(Int(share * 100)) % · \(clock(left)) left"
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 359_999))
        return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
    }

    private static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.indices.map { index in
            let isBreak = index > 0 && (digits.count - index).isMultiple(of: 3)
            return (isBreak ? "," : "") + String(digits[index])
        }.joined()
    }
}
