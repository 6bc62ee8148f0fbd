import Documents
import Testing

struct HeaderMatchingTests {
    private func header(_ titles: String...) -> SourceHeader {
        SourceHeader(columns: titles.map { SourceColumn(parts: [$0]) }, rows: 1...1)
    }

    private static let activity = WantedColumn("Activity", synonyms: ["Activité", "النشاط"])

    private static let anotherHeader =
        "\nrow 1 was taken for the header; --header-row and --sheet name another row or sheet"

    @Test(
        arguments: ["Activity", "ACTIVITY ", " activity", "Activite", "النَّشاط", "Activity:", "activité"])
    func `a title is found by its name and synonyms, however it is written`(title: String) throws {
        let matching = try HeaderMatching([Self.activity], in: header("#", title, "Notes"))
        #expect(matching.columns == [[1]])
        #expect(matching.unused == [0, 2])
    }

    @Test func `what is written to the letter goes first`() throws {
        let wanted = [WantedColumn("name"), WantedColumn("Name", isOptional: true)]
        #expect(try HeaderMatching(wanted, in: header("Name", "name")).columns == [[1], [0]])
        #expect(
            try HeaderMatching([WantedColumn("Due", synonyms: ["Date"])], in: header("Date", "Due")).columns
                == [[1]])
    }

    @Test func `an optional column may be missing`() throws {
        let matching = try HeaderMatching(
            [WantedColumn("A"), WantedColumn("B", isOptional: true)], in: header("A"))
        #expect(matching.columns == [[0], []])
        let row = SourceRow(number: 2, cells: [SourceCell("x")])
        #expect(try matching.value(of: 1, in: row, SourceValueReader()) == .empty)
    }

    @Test(
        arguments: [
            (
                [WantedColumn("Responsible")], ["Activity", "Reponsible"],
                "the column 'Responsible' is missing; did you mean 'Reponsible'?" + anotherHeader
            ),
            (
                [activity], ["Name", "Due"],
                "the column 'Activity' (or Activité, النشاط) is missing; the file has also 'Name', 'Due'"
                    + anotherHeader
            ),
            (
                [WantedColumn("Name")], ["NAME", "name "],
                "'Name' can be column A 'NAME' or column B 'name '; give each a title of its own"
            ),
            (
                [WantedColumn("Start", synonyms: ["Date"]), WantedColumn("End", synonyms: ["Date"])],
                ["Date"],
                "column A 'Date' can be 'Start' or 'End'"
            ),
            (
                [WantedColumn("A"), WantedColumn("B")], ["x"],
                "the column 'A' is missing; did you mean 'x'?\nthe column 'B' is missing; did you mean 'x'?"
                    + anotherHeader
            ),
            (
                [
                    WantedColumn("Due", type: .date, isOptional: true),
                    WantedColumn("Name", isOptional: true),
                ],
                ["Travel", "", "Cost"],
                "none of the columns that are looked for is there ('Due', 'Name'); the file has 'Travel', 'Cost'"
                    + anotherHeader
            ),
        ] as [([WantedColumn], [String], String)])
    func `what is missing or can be two is said`(wanted: [WantedColumn], titles: [String], sentence: String) {
        let header = SourceHeader(columns: titles.map { SourceColumn(parts: [$0]) }, rows: 1...1)
        let said = refusal { _ = try HeaderMatching(wanted, in: header) }
        #expect(said == sentence)
    }

    @Test(
        arguments: [
            (["Activity"], nil),
            (["Activity", "", "الصفة"], "column C 'الصفة' is not used"),
            (["a", "Activity", "b"], "columns A 'a', C 'b' are not used"),
            (
                ["Activity"] + (1...12).map(String.init),
                "columns B '1', C '2', D '3', E '4', F '5', G '6', H '7', I '8', J '9', K '10' and 2 more are not used"
            ),
        ] as [([String], String?)])
    func `columns that nobody wants are said`(titles: [String], remark: String?) throws {
        var header = SourceHeader(columns: titles.map { SourceColumn(parts: [$0]) }, rows: 1...1)
        #expect(try HeaderMatching([Self.activity], in: header).remark == remark)
        header.rows = nil
        let named = try HeaderMatching([Self.activity], in: header).remark
        #expect(named?.hasPrefix("'") != false)
    }

    @Test func `neighbours with one title are one column where it may be spread`() throws {
        let q1 = WantedColumn("Q1", synonyms: ["T1"], isOptional: true, isSpread: true)
        #expect(try HeaderMatching([q1], in: header("T1", "T1", "T2")).columns == [[0, 1]])
        let apart = header("T1", "T2", "T1")
        let said = refusal { _ = try HeaderMatching([q1], in: apart) }
        #expect(said == "'Q1' can be column A 'T1' or column C 'T1'; give each a title of its own")
    }

    @Test func `the lower row of a header is enough, and a merged cell has several columns`() throws {
        let columns =
            [SourceColumn(parts: ["Activity"])]
            + [1, 1, 3, 3].enumerated().map {
                SourceColumn(parts: ["Plan", "Q\($0.offset / 2 + 1)"], headedFrom: $0.element)
            }
        let matching = try HeaderMatching(
            [Self.activity, WantedColumn("Q2", isOptional: true)],
            in: SourceHeader(columns: columns, rows: 3...4))
        #expect(matching.columns == [[0], [3, 4]])
        #expect(matching.unused == [1, 2])
        let row = SourceRow(number: 5, cells: ["a", "", "", "", "x"].map { SourceCell($0) })
        #expect(try matching.value(of: 1, in: row, SourceValueReader()) == .text("x"))
        #expect(matching.cells(of: 1, in: row).map(\.text) == ["", "x"])
    }

    @Test func `a cell that is wrong says where it is and what was expected`() throws {
        let matching = try HeaderMatching(
            [WantedColumn("Due", type: .date), WantedColumn("Title")], in: header("Title", "Due"))
        let row = SourceRow(number: 12, cells: [SourceCell(" "), SourceCell("31/02/2024")])
        let due = refusal { _ = try matching.value(of: 0, in: row, SourceValueReader()) }
        #expect(
            due
                == "row 12, column 'Due' (B12): '31/02/2024' is a day that does not exist; a date (2024-06-30) is expected"
        )
        let title = refusal { _ = try matching.value(of: 1, in: row, SourceValueReader()) }
        #expect(title == "row 12, column 'Title' (A12): it is empty; text is expected")
    }
}
