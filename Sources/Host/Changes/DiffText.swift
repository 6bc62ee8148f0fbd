import Community

/// Differences as lines of text, as version control shows them.
///
/// ```
/// ~ action_item workplan-2
///   status: open → done
///   tags: + urgent  - late
/// ```
public struct DiffText: Sendable {
    /// A line is made of pieces, some of which stand for what is new or gone.
    public struct Piece: Sendable, Hashable {
        public enum Tone: Sendable {
            case plain, heading, added, removed
        }

        public let tone: Tone
        public let text: String

        public init(_ text: String, _ tone: Tone = .plain) {
            self.text = text
            self.tone = tone
        }
    }

    public typealias Line = [Piece]

    /// Texts beyond this are shown below their field's name.
    private static let longestInLine = 60
    private static let nothing = "–"

    public static func lines(_ diff: RecordDiff) -> [Line] {
        let sign =
            switch diff.action {
            case .create: "+"
            case .update: "~"
            case .delete: "-"
            }
        var lines: [Line] = [[Piece("\(sign) \(diff.entity) \(diff.id)", .heading)]]
        for field in diff.fields {
            switch diff.action {
            case .create: lines += whole(field.field.name, field.after, "+", .added)
            case .delete: lines += whole(field.field.name, field.before, "-", .removed)
            case .update: lines += changed(field)
            }
        }
        return lines
    }

    /// A value that is new, or gone, as a whole.
    private static func whole(
        _ name: String, _ value: FieldValue, _ sign: String, _ tone: Piece.Tone
    ) -> [Line] {
        texts(name, value).flatMap { name, text in
            isShort(text)
                ? [[Piece("  \(sign) \(name): \(text)", tone)]]
                : [[Piece("  \(sign) \(name):", tone)]]
                    + text.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { [Piece("      \(sign) \($0)", tone)] }
        }
    }

    /// A value as text; of several languages, each with its own name: `title.ar`.
    private static func texts(_ name: String, _ value: FieldValue) -> [(String, String)] {
        guard case .localized(let text) = value else { return [(name, value.description)] }
        return text.sorted.map { ("\(name).\($0.language)", $0.text) }
    }

    private static func changed(_ diff: FieldDiff) -> [Line] {
        let name = diff.field.name
        let note = diff.isMerged ? " (with what others changed meanwhile)" : ""
        switch (diff.before, diff.after) {
        case (.localized, _), (_, .localized):
            let (old, new) = (
                Dictionary(uniqueKeysWithValues: texts(name, diff.before)),
                Dictionary(uniqueKeysWithValues: texts(name, diff.after))
            )
            return Set(old.keys).union(new.keys).sorted().filter { $0 != name && old[$0] != new[$0] }
                .flatMap { line($0, old[$0], new[$0], note) }
        case (.list(let old), .list(let new)) where Set(old) != Set(new):
            var pieces = [Piece("  \(name):")]
            pieces += new.filter { !old.contains($0) }.map { Piece(" + \($0)", .added) }
            pieces += old.filter { !new.contains($0) }.map { Piece(" - \($0)", .removed) }
            return [pieces + [Piece(note)]]
        default:
            return line(
                name, diff.before.isNull ? nil : diff.before.description,
                diff.after.isNull ? nil : diff.after.description, note)
        }
    }

    private static func line(_ name: String, _ old: String?, _ new: String?, _ note: String) -> [Line] {
        guard !isShort(old ?? "") || !isShort(new ?? "") else {
            return [
                [
                    Piece("  \(name): "), Piece(old ?? nothing, .removed), Piece(" → "),
                    Piece(new ?? nothing, .added), Piece(note),
                ]
            ]
        }
        return [[Piece("  \(name):\(note)")]] + block(old ?? "", new ?? "")
    }

    /// Lines that go and lines that come.
    private static func block(_ old: String, _ new: String) -> [Line] {
        let before = old.split(separator: "\n", omittingEmptySubsequences: old.isEmpty).map(String.init)
        let after = new.split(separator: "\n", omittingEmptySubsequences: new.isEmpty).map(String.init)
        let difference = after.difference(from: before)
        var gone: Set<Int> = []
        var made: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let place, _, _): gone.insert(place)
            case .insert(let place, _, _): made.insert(place)
            }
        }
        var lines: [Line] = []
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            if gone.contains(left) {
                lines.append([Piece("    - \(before[left])", .removed)])
                left += 1
            } else if made.contains(right) {
                lines.append([Piece("    + \(after[right])", .added)])
                right += 1
            } else {
                left += 1
                right += 1
            }
        }
        return lines
    }

    private static func isShort(_ text: String) -> Bool {
        text.count <= longestInLine && !text.contains("\n")
    }
}
