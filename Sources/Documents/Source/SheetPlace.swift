/// A cell of a sheet as spreadsheets name it: `C12`.
public struct SheetPlace: Sendable, Hashable, CustomStringConvertible {
    /// From 1.
    public var row: Int
    /// From 0: A.
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// A place written `C12`, `$C$12` or `c12`; nil when it is written otherwise, or past the column `ZZZZ` or
    /// row 999,999,999.
    public init?(_ text: some StringProtocol) {
        var letters = 0
        var column = 0
        var digits = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case 0x41...0x5A where digits == 0, 0x61...0x7A where digits == 0:
                letters += 1
                column = column * 26 + Int(byte & 0x1F)
            case 0x30...0x39:
                digits += 1
                row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard letters <= 4, digits <= 9 else { return nil }
        }
        guard letters > 0, row > 0 else { return nil }
        self.init(row: row, column: column - 1)
    }

    /// `A`, `Z`, `AA`, for the columns 0, 25, 26.
    public static func letters(ofColumn column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    public var description: String { "\(Self.letters(ofColumn: column))\(row)" }
}
