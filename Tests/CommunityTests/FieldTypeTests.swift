import Community
import Testing

struct FieldTypeTests {
    private static let choice = FieldType.choice([
        Choice("open", "Open", "Ouvert", "مفتوح"), Choice("done", "Done", "Fait", "منجز"),
    ])

    @Test(
        arguments: [
            (.identifier, "gcm-talk-2023-09", .text("gcm-talk-2023-09")),
            (.identifier, "a", .text("a")),
            (.identifier, "بند.1", .text("بند.1")),
            (.text, "=anything, at all", .text("=anything, at all")),
            (.text, "", .text("")),
            (.localizedText, "Bonjour", .localized(["fr": "Bonjour"])),
            (.localizedText, "تدريب (UNHCR)", .localized(["ar": "تدريب (UNHCR)"])),
            (.localizedText, "Formation à عمّان", .localized(["fr": "Formation à عمّان"])),
            (.anyInteger, "-9223372036854775808", .integer(.min)),
            (.integer(0...100), "100", .integer(100)),
            (.anyNumber, "0.5", .number(0.5)),
            (.anyNumber, "-1e3", .number(-1000)),
            (.integer(0...100), "٧٥", .integer(75)), (.anyNumber, "۰.۵", .number(0.5)),
            (.day, "\u{200F}١٩٧٠-٠١-٠٢", .day(Day(number: 1))),
            (.instant, "١٩٧٠-٠١-٠١T٠٣:٠٠+٠٣:٠٠", .instant(Instant(milliseconds: 0))),
            (.boolean, "true", .boolean(true)),
            (.boolean, "YES", .boolean(true)),
            (.boolean, "False", .boolean(false)),
            (.boolean, "no", .boolean(false)),
            (.day, "1970-01-02", .day(Day(number: 1))),
            (.instant, "1970-01-01T03:00+03:00", .instant(Instant(milliseconds: 0))),
            (.timeZone, "Asia/Beirut", .text("Asia/Beirut")),
            (choice, "done", .text("done")),
            (.texts, " a , b,, c d ", .list([.text("a"), .text("b"), .text("c d")])),
            (.texts, "", .list([])),
            (.list(of: choice), "open,done", .list([.text("open"), .text("done")])),
            (.reference("member"), "m-1", .reference("m-1")),
            (.references("member"), "m-1, m-2", .list([.reference("m-1"), .reference("m-2")])),
        ] as [(FieldType, String, FieldValue)])
    func `a value is read as people type it`(type: FieldType, text: String, value: FieldValue) throws {
        #expect(try type.parse(text, language: "fr") == value)
        // What was read is of the type.
        #expect(throws: Never.self) { try type.check(value) }
    }

    @Test(
        arguments: [
            (
                .identifier, "Not OK",
                "'Not OK' is not an identifier (up to 64 lower-case letters, digits, '-', '_', '.')"
            ),
            (.anyInteger, "1.5", "'1.5' is not a whole number"),
            (.anyInteger, "9223372036854775808", "'9223372036854775808' is not a whole number"),
            (.anyInteger, "", "'' is not a whole number"),
            (.integer(0...100), "101", "'101' is not a whole number from 0 to 100"),
            (.anyNumber, "much", "'much' is not a number"),
            (.anyNumber, "nan", "'nan' is not a number"),
            (.anyNumber, "inf", "'inf' is not a number"),
            (.anyNumber, "1e999", "'1e999' is not a number"),
            (.boolean, "maybe", "'maybe' is not true or false"),
            (.day, "30/06/2024", "'30/06/2024' is not a date (2024-06-30)"),
            (
                .day, "1445-09-12",
                "'1445-09-12' has a year of the Hijri calendar; write the date by the Gregorian one (2024-06-30); "
                    + "by the Umm al-Qura calendar that day is 2024-03-22"
            ),
            (
                .instant, "1600-12-31T14:00Z",
                "'1600-12-31T14:00:00Z' has a year of the Hijri calendar; write the date by the Gregorian one "
                    + "(2024-06-30)"
            ),
            (
                .instant, "2024-06-30T14:00",
                "'2024-06-30T14:00' is not an instant with its zone (2024-06-30T14:00+03:00)"
            ),
            (.timeZone, "Beirut", "'Beirut' is not a time zone of the IANA database (Asia/Beirut)"),
            (choice, "opne", "'opne' is not one of open, done; did you mean 'open'?"),
            (choice, "colour", "'colour' is not one of open, done"),
            (.list(of: choice), "open,dome", "'dome' is not one of open, done; did you mean 'done'?"),
            (.list(of: .anyInteger), "1,x", "'x' is not a whole number"),
            (
                .inverse(entity: "member", field: "organization"), "m-1",
                "this side of a reference cannot be written"
            ),
            (.path(["a"], entity: "member"), "m-1", "this side of a reference cannot be written"),
        ] as [(FieldType, String, String)])
    func `what is no value says what was expected`(type: FieldType, text: String, message: String) {
        let error = #expect(throws: ValueError.self) { try type.parse(text) }
        #expect(error?.description == message)
    }

    @Test(
        arguments: [
            .identifier, .text, .localizedText, .anyInteger, .anyNumber, .boolean, .day, .instant, .timeZone,
            choice,
            .texts, .reference("member"), .references("member"),
        ] as [FieldType])
    func `no value is a value of every type`(type: FieldType) {
        #expect(throws: Never.self) { try type.check(.null) }
    }

    @Test(
        arguments: [
            (.text, .integer(1), "'1' is not text"),
            (.localizedText, .text("a"), "'a' is not localized text"),
            (
                .identifier, .text("A"),
                "'A' is not an identifier (up to 64 lower-case letters, digits, '-', '_', '.')"
            ),
            (
                .identifier, .integer(1),
                "'1' is not an identifier (up to 64 lower-case letters, digits, '-', '_', '.')"
            ),
            (.anyInteger, .number(1), "'1.0' is not a whole number"),
            (.integer(0...9), .integer(10), "'10' is not a whole number from 0 to 9"),
            (.anyNumber, .text("1"), "'1' is not a number"),
            (.boolean, .integer(0), "'0' is not true or false"),
            (.day, .text("2024-06-30"), "'2024-06-30' is not a date (2024-06-30)"),
            (
                .instant, .day(Day(number: 0)),
                "'1970-01-01' is not an instant with its zone (2024-06-30T14:00+03:00)"
            ),
            (.timeZone, .text("EST"), "'EST' is not a time zone of the IANA database (Asia/Beirut)"),
            (choice, .text("opne"), "'opne' is not one of open, done; did you mean 'open'?"),
            (.texts, .text("a"), "'a' is not a list of text"),
            (.texts, .list([.text("a"), .null]), "'nothing' is not a list of text"),
            (.texts, .list([.text("a"), .integer(1)]), "'1' is not text"),
            (.texts, .list([.text("a"), .text("a")]), "the list has a value twice: a, a"),
            (.reference("member"), .text("m"), "'m' is not the identifier of a record of member"),
            (.references("member"), .reference("m"), "'m' is not a list of identifiers of member"),
            (.references("member"), .list([.text("m")]), "'m' is not a list of identifiers of member"),
            (
                .references("member"), .list([.reference("m"), .reference("m")]),
                "the list has a record twice: m, m"
            ),
            (.inverse(entity: "member", field: "organization"), .list([]), "'' is not list of member"),
        ] as [(FieldType, FieldValue, String)])
    func `a value of another type is refused`(type: FieldType, value: FieldValue, message: String) {
        let error = #expect(throws: ValueError.self) { try type.check(value) }
        #expect(error?.description == message)
    }

    @Test(arguments: [
        ("jor", true), ("a-k3f9", true), ("9", true), ("a_b.c", true),
        (String(repeating: "a", count: 64), true),
        ("", false), (String(repeating: "a", count: 65), false), ("-a", false), (".a", false), ("A", false),
        ("a b", false), ("a/b", false), ("a\n", false), ("\u{E9}", true), ("É", false), ("e\u{301}", false),
        ("\u{1100}\u{1161}", false), ("a'", false),
        ("a%", false),
    ])
    func `an identifier can be typed and read out`(text: String, isIdentifier: Bool) {
        #expect(FieldType.isIdentifier(text) == isIdentifier)
    }
}
