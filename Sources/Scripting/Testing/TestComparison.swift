import Community
import LuaKit

/// Compares two values of a test deeply, and says what is different so that its author sees it at once.
struct TestComparison {
    let session: Session

    /// As many lines as a reader takes in.
    private static let mostLines = 40
    private static let longestLine = 200

    /// Nothing when the values are the same.
    func difference(_ actual: Value, _ expected: Value) throws -> [String] {
        let (actual, expected) = (try tree(actual), try tree(expected))
        var paths: [String] = []
        compare(actual, expected, "", &paths)
        guard !paths.isEmpty else { return [] }
        if let actual = rows(actual), let expected = rows(expected) {
            return cut(sideBySide(actual.map(text), expected.map(text)))
        }
        return cut(paths)
    }

    func text(_ value: Value) throws -> String { shortened(text(try tree(value))) }

    /// A value as lines: a text as it stands, a list item by item.
    func lines(_ value: Value) throws -> [String] {
        switch try tree(value) {
        case .string(let string):
            cut(string.description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        case .table(let table) where table.fields.isEmpty: cut(table.items.map(text))
        case let other: cut([text(other)])
        }
    }

    private func tree(_ value: Value) throws -> Tree {
        do {
            return try session.state.tree(value)
        } catch {
            guard error.kind == .conversion else { throw error }
            throw ScriptError("these cannot be compared: \(error.message)")
        }
    }

    private func compare(_ actual: Tree, _ expected: Tree, _ path: String, _ lines: inout [String]) {
        guard lines.count <= Self.mostLines else { return }
        switch (actual, expected) {
        case (.table(let actual), .table(let expected)):
            let (actual, expected) = (Self.entries(actual), Self.entries(expected))
            let keys =
                expected.map(\.key)
                + actual.map(\.key).filter { key in
                    !expected.contains { $0.key == key }
                }
            for key in keys {
                compare(
                    actual.first { $0.key == key }?.value ?? .nil,
                    expected.first { $0.key == key }?.value ?? .nil, path + Self.step(key), &lines)
            }
        default:
            guard !Self.isEqual(actual, expected) else { return }
            let place = path.isEmpty ? "" : "\(path): "
            lines.append("\(place)expected \(shortened(text(expected))), got \(shortened(text(actual)))")
        }
    }

    /// As Lua has it: 1 is 1.0.
    private static func isEqual(_ left: Tree, _ right: Tree) -> Bool {
        switch (left, right) {
        case (.integer(let integer), .number(let number)), (.number(let number), .integer(let integer)):
            Double(integer) == number
        default: left == right
        }
    }

    private static func entries(_ table: Tree.Table) -> [Tree.Field] {
        table.items.enumerated().map { Tree.Field(key: .integer(Int64($0 + 1)), value: $1) } + table.fields
    }

    private static func step(_ key: Tree) -> String {
        if case .string(let name) = key, let text = name.text, text.allSatisfy({ $0.isLetter || $0 == "_" }) {
            return ".\(text)"
        }
        return "[\(key)]"
    }

    /// The items of a list of tables: rows, which are best seen next to each other.
    private func rows(_ tree: Tree) -> [Tree]? {
        guard case .table(let table) = tree, table.fields.isEmpty else { return nil }
        let isRows = table.items.allSatisfy { if case .table = $0 { true } else { false } }
        return isRows ? table.items : nil
    }

    /// Rows that are the same stand next to each other, others alone or across from what they were expected to be.
    private func sideBySide(_ actual: [String], _ expected: [String]) -> [String] {
        var pairs: [(expected: String?, actual: String?)] = []
        let changes = actual.difference(from: expected)
        var (gone, new): (Set<Int>, Set<Int>) = ([], [])
        for change in changes {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): new.insert(offset)
            }
        }
        var (left, right) = (0, 0)
        while left < expected.count || right < actual.count {
            let isGone = gone.contains(left)
            let isNew = new.contains(right)
            let isSame = !isGone && !isNew
            pairs.append((isGone || isSame ? expected[left] : nil, isNew || isSame ? actual[right] : nil))
            if isGone || isSame { left += 1 }
            if isNew || isSame { right += 1 }
        }
        let width = max(8, pairs.map { shortened($0.expected ?? "").count }.max() ?? 0)
        return [Self.line(" ", "expected", "actual", width)]
            + pairs.map { pair in
                let sign = pair.expected == pair.actual ? " " : "≠"
                return Self.line(
                    sign, shortened(pair.expected ?? ""), shortened(pair.actual ?? ""), width)
            }
    }

    private static func line(_ sign: String, _ left: String, _ right: String, _ width: Int) -> String {
        let padding = String(repeating: " ", count: max(0, width - left.count))
        return "\(sign) \(left)\(right.isEmpty ? "" : padding + "  " + right)"
    }

    private func text(_ tree: Tree) -> String {
        switch tree {
        case .light(let light): text(light)
        case .table(let table):
            "{ "
                + (table.items.map(text)
                + table.fields.map { "\(Self.key($0.key)) = \(text($0.value))" }).joined(separator: ", ")
                + " }"
        default: tree.description
        }
    }

    private static func key(_ key: Tree) -> String {
        let step = step(key)
        return step.hasPrefix(".") ? String(step.dropFirst()) : step
    }

    private func text(_ light: Light) -> String {
        let value = Value.light(light)
        if let day = Day(value) { return "date \"\(day)\"" }
        if let instant = Instant(value) { return "instant \"\(instant)\"" }
        if let month = Month(value) { return "month \"\(month)\"" }
        if let quarter = Quarter(value) { return "quarter \"\(quarter)\"" }
        if let entity = session.entity(of: light) { return "\(entity.name) #\(light.payload)" }
        return "\(value.typeName) \(light.payload)"
    }

    private func shortened(_ text: String) -> String {
        text.count > Self.longestLine ? text.prefix(Self.longestLine) + "…" : text
    }

    private func cut(_ lines: [String]) -> [String] {
        let shown = lines.prefix(Self.mostLines).map(shortened)
        return lines.count > Self.mostLines
            ? shown + ["… and \(lines.count - Self.mostLines) more lines"] : shown
    }
}
