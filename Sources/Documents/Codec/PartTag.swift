import Community

/// The first byte of an encoded part.
enum PartTag: UInt8 {
    case begin = 1
    case heading
    case text
    case note
    case metric
    case chart
    case beginTable
    case rows
    case endTable
    case end
    case timeline
    case group
    case subtotal
    case provenance
}

/// The first byte of an encoded cell.
enum CellTag: UInt8 {
    case empty = 1
    case text
    case integer
    case number
    case falseValue
    case trueValue
    case day
    case instant
    case instantInZone
    case list
    case record
    case choice
}

extension Chart.Kind {
    var code: UInt8 {
        switch self {
        case .bar: 1
        case .stackedBar: 2
        case .line: 3
        case .donut: 4
        }
    }
}

extension ColumnType {
    var code: UInt8 {
        switch self {
        case .any: 1
        case .text: 2
        case .integer: 3
        case .number: 4
        case .percent: 5
        case .boolean: 6
        case .date: 7
        case .instant: 8
        case .list: 9
        case .record: 10
        case .link: 11
        case .sparkline: 12
        }
    }
}

extension Confidentiality {
    var code: UInt8 {
        switch self {
        case .open: 1
        case .members: 2
        case .closed: 3
        }
    }
}

extension Highlight {
    var code: UInt8 {
        switch self {
        case .danger: 1
        case .warning: 2
        case .success: 3
        case .muted: 4
        }
    }
}

extension Column.Alignment {
    var code: UInt8 {
        switch self {
        case .start: 1
        case .center: 2
        case .end: 3
        }
    }
}
