import Community
import Documents

/// SplitMix64: the same numbers each time, so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Makes parts of every kind with values of every kind.
struct RandomParts {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(state: seed)
    }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

    mutating func text() -> String {
        let pieces = [
            "", "a", "حرّيّة", "é", "e\u{301}", "👩‍👩‍👧", "\0",
            "\r\n", "\u{1B}[31m", "東京", ",\"", "\u{202E}",
        ]
        return (0..<below(4)).map { _ in pieces[below(pieces.count)] }.joined()
    }

    mutating func number() -> Double {
        let special = [
            0, -0.0, 0.1, .nan, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
        ]
        return below(2) == 0 ? special[below(special.count)] : Double(bitPattern: generator.next())
    }

    mutating func cell(depth: Int = 0) -> Cell {
        switch below(depth < 3 ? 11 : 10) {
        case 0: return .empty
        case 1: return .text(text())
        case 2: return .integer(Int64(bitPattern: generator.next()))
        case 3: return .number(number())
        case 4: return .boolean(below(2) == 0)
        case 5: return .day(Day(number: below(100_000) - 50_000))
        case 6: return .instant(Instant(milliseconds: Int64(below(1 << 42))), zone: nil)
        case 7: return .instant(Instant(milliseconds: -Int64(below(1 << 42))), zone: "Asia/Beirut")
        case 8: return .record(id: text(), label: text())
        case 9: return .choice(name: text(), title: text())
        default: return .list((0..<below(4)).map { _ in cell(depth: depth + 1) })
        }
    }

    mutating func row() -> [Cell] { (0..<below(5)).map { _ in cell() } }

    mutating func optional<Value>(_ make: (inout RandomParts) -> Value) -> Value? {
        below(2) == 0 ? nil : make(&self)
    }

    mutating func part() throws -> Part {
        switch below(14) {
        case 0:
            return .begin(
                DocumentHeader(
                    title: optional { $0.text() }, subtitle: optional { $0.text() },
                    language: ["ar", "en", "fr", "zh-Hans"][below(4)],
                    provenance: optional { $0.provenance() }))
        case 1: return .heading(level: 1 + below(6), text: text())
        case 2: return .text(text())
        case 3: return .note(text())
        case 4:
            return .metric(
                Metric(
                    title: text(), value: cell(), type: ColumnType.allCases[below(ColumnType.allCases.count)],
                    comparison: optional { $0.cell() }, target: optional { $0.cell() }))
        case 5: return .chart(try chart())
        case 6:
            let columns = (0..<below(5)).map { _ in
                Column(
                    name: text(), title: text(), type: ColumnType.allCases[below(ColumnType.allCases.count)],
                    alignment: Column.Alignment.allCases[below(3)], heading: optional { $0.text() },
                    tag: optional { $0.text() })
            }
            return .beginTable(
                TableHeader(
                    title: optional { $0.text() }, columns: columns, grouping: optional { $0.text() }))
        case 7: return .rows((0..<below(5)).map { _ in tableRow() })
        case 8:
            return .endTable(
                TableFooter(notes: (0..<below(3)).map { _ in text() }, totals: optional { $0.row() }))
        case 9: return .timeline(try timeline())
        case 10: return .group(cell())
        case 11: return .subtotal(row())
        case 12: return .provenance(provenance())
        default: return .end
        }
    }

    private mutating func provenance() -> Provenance {
        Provenance(
            confidentiality: Confidentiality.allCases[below(3)],
            commit: optional { Int64(bitPattern: $0.generator.next()) })
    }

    mutating func tableRow() -> TableRow {
        var row = TableRow(row(), highlight: optional { $0.highlight() })
        for place in row.cells.indices where below(4) == 0 { row.cellHighlights[place] = highlight() }
        return row
    }

    private mutating func highlight() -> Highlight { Highlight.allCases[below(Highlight.allCases.count)] }

    mutating func timeline() throws -> Timeline {
        let groups = (0..<below(3)).map { _ in cell() }
        let rows = (0..<below(5)).map { _ in
            let start = optional { $0.moment(Int64($0.below(1 << 40))) }
            let end = optional { $0.moment(Int64(1 << 40 + $0.below(1 << 40))) }
            return Timeline.Row(
                label: cell(), span: Timeline.Span(starts: start, ends: end),
                group: groups.isEmpty ? nil : optional { $0.below(groups.count) },
                progress: optional { Double($0.below(801)) / 8 })
        }
        return try Timeline(title: optional { $0.text() }, grouping: text(), groups: groups, rows: rows)
    }

    private mutating func moment(_ milliseconds: Int64) -> Timeline.Moment {
        switch below(3) {
        case 0: .day(Day(number: Int(milliseconds / 86_400_000)))
        case 1: .instant(Instant(milliseconds: milliseconds), zone: nil)
        default: .instant(Instant(milliseconds: milliseconds), zone: "Asia/Beirut")
        }
    }

    private mutating func chart() throws -> Chart {
        let kind = Chart.Kind.allCases[below(Chart.Kind.allCases.count)]
        let series = (0..<(kind == .donut ? 1 : 1 + below(3))).map { _ in text() }
        let rows = (0..<below(5)).map { _ in
            Chart.Row(
                label: cell(),
                numbers: series.map { _ in optional { Double($0.below(1_000_000)) / 8 } })
        }
        return try Chart(kind: kind, title: optional { $0.text() }, series: series, rows: rows)
    }
}
