/// A quarter of a year, in which workplans are laid out: `2024-Q3`.
public struct Quarter: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Quarters since the first one of year 0.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    public init(of day: Day) {
        number = Month(of: day).number / 3
    }

    /// A quarter written `2024-Q3`; nil when it is written otherwise.
    public init?(_ text: some StringProtocol) {
        let letters = Array(text.utf8)
        guard letters.count == 7, letters[4] == UInt8(ascii: "-"), letters[5] | 0x20 == UInt8(ascii: "q"),
            letters[..<4].allSatisfy({ (0x30...0x39).contains($0) }),
            let year = Int(String(decoding: letters[..<4], as: UTF8.self)), (1...9999).contains(year),
            (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(letters[6])
        else { return nil }
        number = year * 4 + Int(letters[6] - UInt8(ascii: "1"))
    }

    public var year: Int { number / 4 }
    /// 1 to 4.
    public var quarter: Int { number % 4 + 1 }

    /// The quarter `count` later; nil outside of the years 1 to 9999.
    public func adding(quarters count: Int) -> Quarter? {
        let (sum, overflow) = number.addingReportingOverflow(count)
        guard !overflow, sum >= 4, sum < 40_000 else { return nil }
        return Quarter(number: sum)
    }

    public var firstDay: Day { Month(number: number * 3).firstDay }
    public var lastDay: Day { Month(number: number * 3 + 2).lastDay }

    public static func < (left: Quarter, right: Quarter) -> Bool { left.number < right.number }

    public var description: String { "\(padded(year, 4))-Q\(quarter)" }
}
