import Testing

@testable import Formats

struct XLSXSheetNamesTests {
    @Test(
        arguments: [
            (["Members", "Members", "MEMBERS"], ["Members", "Members (2)", "MEMBERS (3)"]),
            (["a[b]c:d*e?f/g\\h#i"], ["a(b)c-d-e-f-g-h-i"]),
            (["'quoted'"], ["’quoted’"]),
            (["", "  ", "\n\t"], ["Table", "Table (2)", "Table (3)"]),
            (["History", "history"], ["History (2)", "history (3)"]),
            (["\u{1B}[31m\u{202E}x\u{FFFF}"], ["␛(31mx\u{FFFD}"]),
            (
                ["A title that is longer than a name", "A title that is longer than a name"],
                ["A title that is longer than a n", "A title that is longer than (2)"]
            ),
            (["👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"], ["👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"]),
            (["بنود العمل المتأخرة بحسب المنظمة المسؤولة"], ["بنود العمل المتأخرة بحسب المنظم"]),
        ] as [([String], [String])])
    func `a sheet gets a name that Excel accepts and no other sheet has`(titles: [String], names: [String]) {
        var sheets = SheetNames()
        #expect(titles.map { sheets.add($0, otherwise: "Table") } == names)
        #expect(names.allSatisfy { (1...31).contains($0.utf16.count) })
    }
}
