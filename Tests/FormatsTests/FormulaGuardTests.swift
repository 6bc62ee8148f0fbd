import Documents
import Testing

@testable import Formats

struct FormulaGuardTests {
    private static let texts = [
        "+962 6 550 2222", "=1+1", "-", "@home", "＝1", "'＠x", "x;=1", "\t=1", "\r=1", "\n=1", "=\u{338}1",
        "'+1", "''=1", "'",
        "''", "'tis",
        "l'été", "plain", "a=1", "قياس", "'قياس", "=\"a,b\"",
    ]

    @Test(arguments: texts) func `each text is read as it was written`(text: String) throws {
        let part = try rendered(.csv, table([column("A"), column("B")], [[.text("x"), .text(text)]]))
        #expect(try ReadSource(part).texts == [["x", text]])
        #expect(FormulaGuard.removed(from: FormulaGuard.added(to: text)) == text)
    }

    @Test func `a guard that others have put there is none of the text, and no other apostrophe is one`()
        throws
    {
        #expect(
            try ReadSource("'=A,B\n'+9626,'-2\n\"'@x\",'x'\n").texts == [["+9626", "-2"], ["@x", "'x'"]])
        #expect(try ReadSource("'=A,B\n1,2\n").header.columns.map(\.title) == ["=A", "B"])
    }
}
