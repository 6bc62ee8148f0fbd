import Community
import Documents
import LuaKit
import Spelling

/// What the last row of a table, or of a group of its rows, says of a column: gathered as rows go by.
struct ColumnTotal {
    enum Kind: String, CaseIterable {
        case sum, average, count, min, max

        init(named name: String, _ what: String) throws {
            guard let kind = Kind(rawValue: name) else {
                let names = Kind.allCases.map(\.rawValue)
                throw ScriptError(
                    "'\(name)' of \(what) is no total; there are \(names.joined(separator: ", "))"
                        + Suggestion.phrase(for: name, among: names))
            }
            self = kind
        }
    }

    let kind: Kind
    private var count: Int64 = 0
    /// Exact as long as there are nothing but integers; nil from then on.
    private var integers: Int64? = 0
    private var numbers = 0.0
    /// The same over 2⁶⁴, for sums that are larger on their way than any double.
    private var reduced = 0.0
    private static let reduction = 0x1p-64
    private var extreme: Cell?

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// Empty cells do not count.
    ///
    /// - Throws: `ScriptError` of a value that there is no such total of.
    mutating func add(_ cell: Cell, place: () -> String) throws {
        guard cell != .empty else { return }
        count += 1
        switch kind {
        case .count: break
        case .sum, .average:
            switch cell {
            case .integer(let number):
                add(Double(number))
                integers = integers.flatMap { sum in
                    let (sum, overflow) = sum.addingReportingOverflow(number)
                    return overflow ? nil : sum
                }
            case .number(let number):
                add(number)
                integers = nil
            default:
                throw ScriptError("\(place()) is \(cell.plainText), where the \(kind.rawValue) needs numbers")
            }
        case .min, .max:
            guard let extreme else {
                extreme = cell
                return
            }
            guard let precedes = Self.precedes(cell, extreme) else {
                throw ScriptError(
                    "\(place()) is \(cell.plainText), where the \(kind.rawValue) needs numbers, dates or instants, "
                        + "all of them alike")
            }
            if precedes == (kind == .min) { self.extreme = cell }
        }
    }

    private mutating func add(_ number: Double) {
        numbers += number
        reduced += number * Self.reduction
    }

    /// The sum over a number; empty when that is more than any double.
    private func sum(over count: Double) -> Cell {
        let result = numbers.isFinite ? numbers / count : reduced / count / Self.reduction
        return result.isFinite ? .number(result) : .empty
    }

    /// nil for what has no order.
    private static func precedes(_ left: Cell, _ right: Cell) -> Bool? {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): left < right
        case (.number(let left), .number(let right)): left < right
        case (.integer(let left), .number(let right)): Double(left) < right
        case (.number(let left), .integer(let right)): left < Double(right)
        case (.day(let left), .day(let right)): left < right
        case (.instant(let left, _), .instant(let right, _)): left < right
        default: nil
        }
    }

    var cell: Cell {
        switch kind {
        case .count: .integer(count)
        case .sum: integers.map { .integer($0) } ?? sum(over: 1)
        case .average: count > 0 ? sum(over: Double(count)) : .empty
        case .min, .max: extreme ?? .empty
        }
    }
}
