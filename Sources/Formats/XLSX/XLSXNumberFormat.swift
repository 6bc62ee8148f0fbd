/// How a number in a cell is shown: the last part of what makes it a date or a share.
enum XLSXNumberFormat: Hashable {
    case general
    case integer
    case percent
    /// With up to three digits after the point.
    case finePercent
    /// Excel shows booleans in words of its own; LibreOffice shows 1 and 0 where it is not told otherwise.
    case boolean
    case day
    /// Local time, and its distance to UTC, which the format has: the cell stays a date-time. nil: UTC.
    case instant(offsetMinutes: Int?, Precision)

    enum Precision: Hashable {
        case minute, second, millisecond
    }

    /// As in ECMA-376, part 1, 18.8.31.
    var code: String {
        switch self {
        case .general: return "General"
        case .integer: return "0"
        case .percent: return "0%"
        case .finePercent: return "0.0##%"
        case .boolean: return "\"TRUE\";\"TRUE\";\"FALSE\""
        case .day: return "yyyy-mm-dd"
        case .instant(let minutes, let precision):
            let seconds =
                switch precision {
                case .minute: ""
                case .second: ":ss"
                case .millisecond: ":ss.000"
                }
            return "yyyy-mm-dd hh:mm\(seconds) \"\(minutes.map(offsetText) ?? "UTC")\""
        }
    }
}

/// `+03:00`
private func offsetText(_ minutes: Int) -> String {
    let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
    func padded(_ number: UInt) -> String { (number < 10 ? "0" : "") + String(number) }
    return (minutes < 0 ? "-" : "+") + padded(hours) + ":" + padded(rest)
}
