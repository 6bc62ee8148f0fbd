import Community
import Documents
import Testing

/// Cells of foreign files as values of wanted types.
struct SourceValueTests {
    private func read(_ text: String, _ type: SourceType, _ reader: SourceValueReader = SourceValueReader())
        throws
        -> SourceValue
    { try reader.value(SourceCell(text), as: type) }

    @Test(
        arguments: [
            ("1234", nil, 1234), ("-5", nil, -5), ("−5", nil, -5), ("1,234,567", nil, 1_234_567),
            ("1.5", nil, 1.5),
            ("1,5", nil, 1.5), ("1.234,5", nil, 1234.5), ("1,234.5", nil, 1234.5), ("1 234,5", nil, 1234.5),
            ("1\u{202F}234", nil, 1234), ("1’234.5", nil, 1234.5), ("0,500", nil, 0.5), ("1.500", nil, 1.5),
            ("1,500", true, 1.5), ("1,500", false, 1500), ("1.500", true, 1500), ("1.25", true, 1.25),
            ("١٢٣", nil, 123), ("۱۲۳", nil, 123), ("١٬٢٣٤٫٥", nil, 1234.5), ("\u{200F}٣٫٥", nil, 3.5),
            ("1e3", nil, 1000),
            ("٢٬٥٠٠", nil, 2500), (".5", nil, 0.5), (" 7 ", nil, 7), ("+7", nil, 7),
            ("1.000.000", nil, 1_000_000),
        ] as [(String, Bool?, Double)])
    func `a number is read as people write it`(text: String, comma: Bool?, number: Double) throws {
        #expect(try read(text, .number, SourceValueReader(decimalComma: comma)) == .number(number))
    }

    @Test(
        arguments: [
            (
                "1,500", nil,
                "'1,500' can be a thousand or a fraction; say with --decimal-comma or --no-decimal-comma whether the file has decimal commas"
            ),
            ("1,5", false, "'1,5' is not a number"), ("12,34,567", nil, "'12,34,567' is not a number"),
            ("1.2.3", nil, "'1.2.3' is not a number"), ("1,2.3,4", nil, "'1,2.3,4' is not a number"),
            ("50 %", nil, "'50 %' is not a number"), ("x", nil, "'x' is not a number"),
            ("-", nil, "'-' is not a number"),
            ("1e999", nil, "'1e999' is not a number"), ("nan", nil, "'nan' is not a number"),
            ("0x1F", nil, "'0x1F' is not a number"),
            ("1,", nil, "'1,' is not a number"), ("2024-06-30", nil, "'2024-06-30' is not a number"),
        ] as [(String, Bool?, String)])
    func `a number that is none, or can be two, is refused`(text: String, comma: Bool?, sentence: String) {
        let said = refusal { _ = try read(text, .number, SourceValueReader(decimalComma: comma)) }
        #expect(said == sentence)
    }

    @Test(
        arguments: [
            "2024-06-30", "2024/6/30", "2024.06.30", "20240630", "30/06/2024", "30.6.2024", "30. 6. 2024",
            "30-06-2024",
            "6/30/2024",
            "30 June 2024", "June 30, 2024", "30-Jun-2024", "30 juin 2024", "٣٠ يونيو ٢٠٢٤", "30 حزيران 2024",
            "30 جوان 2024",
            "30th June 2024", "45473", "2024-06-30 00:00:00", "2024-06-30T00:00:00", " 30/06/2024\u{200F}",
            "٣٠/٠٦/٢٠٢٤",
        ])
    func `a date is read as people write it`(text: String) throws {
        #expect(try read(text, .date) == .day(day("2024-06-30")))
    }

    @Test(
        arguments: [
            ("1er juillet 2024", "2024-07-01"), ("5/5/2024", "2024-05-05"), ("3.4.2024", "2024-04-03"),
            ("1 كانون الثاني 2024", "2024-01-01"), ("2 تشرين الأول 2023", "2023-10-02"),
            ("15 août 2024", "2024-08-15"),
            ("15 Sept. 2024", "2024-09-15"), ("3 غشت 2024", "2024-08-03"),
        ])
    func `days have names of months in three languages`(text: String, date: String) throws {
        #expect(try read(text, .date) == .day(day(date)))
    }

    @Test(
        arguments: [
            (
                "03/04/2024",
                "'03/04/2024' can be 2024-04-03 or 2024-03-04; say with --date-order whether days or months come first"
            ),
            ("31/02/2024", "'31/02/2024' is a day that does not exist; a date (2024-06-30) is expected"),
            ("2023-02-29", "'2023-02-29' is a day that does not exist; a date (2024-06-30) is expected"),
            ("1900-02-29", "'1900-02-29' is a day that does not exist; a date (2024-06-30) is expected"),
            ("30/13/2024", "'30/13/2024' is a day that does not exist; a date (2024-06-30) is expected"),
            ("30/06/24", "'30/06/24' has a year of two digits; write it with four, as in 2024-06-30"),
            ("tomorrow", "'tomorrow' is not a date (2024-06-30)"),
            ("2024", "'2024' is not a date (2024-06-30)"),
            ("2024-06", "'2024-06' is not a date (2024-06-30)"),
            (
                "١٢/٩/١٤٤٥",
                "'١٢/٩/١٤٤٥' has a year of the Hijri calendar; write the date by the Gregorian one (2024-06-30)"
            ),
            (
                "22/9/1445",
                "'22/9/1445' has a year of the Hijri calendar; write the date by the Gregorian one (2024-06-30); "
                    + "by the Umm al-Qura calendar that day is 2024-04-01"
            ),
            (
                "1445-02-31",
                "'1445-02-31' has a year of the Hijri calendar; write the date by the Gregorian one (2024-06-30)"
            ),
            ("-1/2/2024", "'-1/2/2024' is not a date (2024-06-30)"),
            ("30 Foo 2024", "'30 Foo 2024' is not a date (2024-06-30)"),
        ])
    func `a date that is none, or can be two, is refused`(text: String, sentence: String) {
        let said = refusal { _ = try read(text, .date) }
        #expect(said == sentence)
    }

    @Test func `the order of days and months can be said`() throws {
        #expect(
            try read("03/04/2024", .date, SourceValueReader(dateOrder: .dayFirst)) == .day(day("2024-04-03")))
        #expect(
            try read("03/04/2024", .date, SourceValueReader(dateOrder: .monthFirst))
                == .day(day("2024-03-04")))
        #expect(throws: ValueError.self) {
            try read("30/04/2024", .date, SourceValueReader(dateOrder: .monthFirst))
        }
    }

    @Test(
        arguments: [
            "2024-Q3", "2024-q3", "Q3 2024", "Q3-2024", "2024 Q3", "T3 2024", "3Q 2024",
            "3e trimestre 2024", "third quarter 2024", "الربع الثالث 2024", "الربع ٣ ٢٠٢٤",
        ])
    func `a quarter is read as people write it`(text: String) throws {
        #expect(try read(text, .quarter) == .quarter(try #require(Quarter("2024-Q3"))))
    }

    @Test(arguments: ["Q5 2024", "Q3", "2024", "Q3 24", "2024-06-30", "Q3 2024 2025"])
    func `what is no quarter is refused`(text: String) {
        let said = refusal { _ = try read(text, .quarter) }
        #expect(said == "'\(text)' is not a quarter (2024-Q3)")
    }

    private static let choices = [
        Choice("open", "To do", "À faire", "قيد الانتظار"), Choice("done", "Done", "Terminé", "منجز"),
    ]

    @Test(
        arguments: [
            ("yes", .boolean, .boolean(true)), ("Non", .boolean, .boolean(false)),
            ("نعم", .boolean, .boolean(true)),
            ("x", .boolean, .boolean(true)), ("✓", .boolean, .boolean(true)),
            ("FALSE", .boolean, .boolean(false)),
            ("done", .choice(choices), .text("done")), ("a faire", .choice(choices), .text("open")),
            ("مُنجَز", .choice(choices), .text("done")), ("TO-DO", .choice(choices), .text("open")),
            ("a; b;", .list(of: .text), .list([.text("a"), .text("b")])),
            ("a, b", .list(of: .text), .list([.text("a"), .text("b")])),
            (
                "Iran, Islamic Republic of; Jordan", .list(of: .text),
                .list([.text("Iran, Islamic Republic of"), .text("Jordan")])
            ),
            ("أ، ب", .list(of: .text), .list([.text("أ"), .text("ب")])),
            ("a/b,c", .list(of: .text, separators: "/"), .list([.text("a"), .text("b,c")])),
            ("1;2", .list(of: .integer), .list([.integer(1), .integer(2)])), (" \u{A0}", .text, .empty),
            (" x y ", .text, .text("x y")), ("٤٢", .integer, .integer(42)), ("3.0", .integer, .integer(3)),
            ("2024-06-30T14:00+03:00", .instant, .instant(instant("2024-06-30T11:00:00Z"))),
        ] as [(String, SourceType, SourceValue)])
    func `texts are read as other types`(text: String, type: SourceType, value: SourceValue) throws {
        #expect(try read(text, type) == value)
    }

    @Test(
        arguments: [
            (SourceCell("don"), .choice(choices), "'don' is not one of open, done; did you mean 'Done'?"),
            (SourceCell("maybe"), .boolean, "'maybe' is not yes or no"),
            (SourceCell("3.5"), .integer, "'3.5' is not a whole number"),
            (SourceCell("99999999999999999999"), .integer, "'99999999999999999999' is not a whole number"),
            (
                SourceCell("#REF!", .error("#REF!")), .text,
                "the formula of the cell failed (#REF!); text is expected"
            ),
            (
                SourceCell("", .uncalculated), .text,
                "the result of the cell's formula is not saved in the file; open and save it in a spreadsheet program"
            ),
            (SourceCell("TRUE", .boolean(true)), .date, "'TRUE' is not a date (2024-06-30)"),
            (SourceCell("1.5", .number(1.5)), .integer, "'1.5' is not a whole number"),
            (
                SourceCell(
                    "2024-06-30 14:00:00", .localTime(day("2024-06-30"), ClockTime(milliseconds: 50_400_000))),
                .date, "'2024-06-30 14:00:00' has a time of day; a date (2024-06-30) is expected"
            ),
            (
                SourceCell("2024-06-30 14:00"), .instant,
                "'2024-06-30 14:00' has no zone; name the zone of the file, or write 2024-06-30T14:00+03:00"
            ),
            (
                SourceCell("2024-06-30", .day(day("2024-06-30"))), .instant,
                "'2024-06-30' is not a date and time (2024-06-30 14:00, or with its zone 2024-06-30T14:00+03:00)"
            ),
        ] as [(SourceCell, SourceType, String)])
    func `what is not of the type is refused with what is expected`(
        cell: SourceCell, type: SourceType, sentence: String
    ) {
        let said = refusal { _ = try SourceValueReader().value(cell, as: type) }
        #expect(said == sentence)
    }

    @Test func `typed cells keep their values, and local times get the file's zone`() throws {
        let reader = SourceValueReader(zone: Zone("Asia/Beirut"), epoch: .year1904)
        let time = ClockTime(milliseconds: 50_400_000)
        let local = SourceCell("2024-06-30 14:00:00", .localTime(day("2024-06-30"), time))
        #expect(try reader.value(local, as: .instant) == .instant(instant("2024-06-30T11:00:00Z")))
        #expect(
            try reader.value(SourceCell("30/06/2024 14:00"), as: .instant)
                == .instant(instant("2024-06-30T11:00:00Z")))
        #expect(try reader.value(SourceCell("44011", .integer(44_011)), as: .date) == .day(day("2024-06-30")))
        #expect(
            try reader.value(SourceCell("962790000000", .integer(962_790_000_000)), as: .text)
                == .text("962790000000"))
        #expect(try reader.value(SourceCell("3", .integer(3)), as: .number) == .number(3))
        let list = SourceCell("[…]", .list([.text("a"), .empty, .integer(3)]))
        #expect(try reader.value(list, as: .list(of: .text)) == .list([.text("a"), .text("3")]))
        #expect(throws: ValueError.self) { try reader.value(list, as: .text) }
    }

    @Test func `types are named as authors write them`() throws {
        #expect(try SourceType.named("date?") == (.date, true))
        #expect(try SourceType.named("list") == (.list(of: .text), false))
        let said = refusal { _ = try SourceType.named("dat") }
        #expect(said == "'dat' is no type of a column; did you mean 'date'?")
    }
}
