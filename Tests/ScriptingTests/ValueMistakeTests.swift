import Testing

@testable import Scripting

/// What authors are told of values and the functions that make them.
@Suite(.community) struct ValueMistakeTests {
    @Test(arguments: [
        ("return date '2024-02-30'", "script.lua:2: '2024-02-30' is not a date; write it as \"2024-06-30\""),
        ("return date(nil)", "script.lua:2: 'date' needs text such as \"2024-06-30\", and got nil"),
        (
            "return instant '2024-06-30'",
            "script.lua:2: '2024-06-30' is not an instant; write it as \"2023-09-25T14:00+03:00\""
        ),
        ("return month '2024-13'", "script.lua:2: 'month' needs text such as \"2024-06\", or a date"),
        ("return quarter(3)", "script.lua:2: 'quarter' needs text such as \"2024-Q3\", or a date"),
        (
            "return today < now",
            "script.lua:2: cannot compare date with instant; dates compare with dates; an instant's day in a zone is "
                + "i:day(zone)"
        ),
        (
            "return community.action_items:get('a-4').due < today",
            "script.lua:2: cannot compare nil with date; test first that there is a value"
        ),
        (
            "return today < 3",
            "script.lua:2: cannot compare date with number; dates compare with dates; an instant's "
                + "day in a zone is i:day(zone)"
        ),
        (
            "return today - nil",
            "script.lua:2: cannot subtract nil from a date; test first that there is a value"
        ),
        (
            "return today + 7",
            "script.lua:2: cannot add a date and a number; say of what: days(7), months(1), hours(2)"
        ),
        ("return today + now", "script.lua:2: cannot add a date and an instant"),
        ("return today - now", "script.lua:2: cannot subtract an instant from a date"),
        ("return today + years(9999)", "script.lua:2: the result is outside of the years 1 to 9999"),
        (
            #"return instant "9999-12-31T23:59:59Z":day "Pacific/Kiritimati""#,
            "script.lua:2: the result is outside of the years 1 to 9999"
        ),
        (
            #"return instant "0001-01-01T00:00:00Z":at("America/New_York").date"#,
            "script.lua:2: the result is outside of the years 1 to 9999"
        ),
        ("return days(1 << 60)", "script.lua:2: days(1152921504606846976) is too long"),
        (
            "return days(1.5)",
            "script.lua:2: bad argument #1 'count' to 'days' (expected integer, got number)"
        ),
        (
            "return 'on ' .. today",
            "script.lua:2: a date cannot be joined with '..'; format the date first: d:format \"d MMMM yyyy\""
        ),
        (
            "return 'at ' .. now",
            "script.lua:2: an instant cannot be joined with '..'; format the instant first: i:format(\"d MMMM HH:mm\", "
                + "zone)"
        ),
        ("return now:at()", "script.lua:2: bad argument #1 'zone' to 'at' (expected string, got no value)"),
        (
            "return now:weekday 'Asia/Beyrouth'",
            "script.lua:2: 'Asia/Beyrouth' is not a time zone of the IANA database, such as \"Asia/Beirut\""
        ),
        ("return now.year", "script.lua:2: an instant has no field 'year'"),
        (
            "return today:format()",
            "script.lua:2: bad argument #1 'pattern' to 'format' (expected string, got no value)"
        ),
    ])
    func `a mistake in a day, an instant or what is counted of them is told with what to do`(
        lines: String, message: String
    ) throws {
        try Script.expect(message, of: lines)
    }

    @Test(arguments: [
        ("return slug(nil)", "script.lua:2: bad argument #1 'text' to 'slug' (expected string, got nil)"),
        ("return trim(3)", "script.lua:2: bad argument #1 'text' to 'trim' (expected string, got number)"),
        ("return split('a', '')", "script.lua:2: the separator is empty; give a text such as \",\""),
        ("return lines {}", "script.lua:2: bad argument #1 'text' to 'lines' (expected string, got table)"),
        (
            "return percent('7', 22)",
            "script.lua:2: bad argument #1 'part' to 'percent' (expected number, got string)"
        ),
        ("return plural(2, { one = 'x' })", "script.lua:2: 'plural' needs the form 'other' for 2"),
        ("return plural(2, 'x')", "script.lua:2: the forms of 'plural' must be a table, and is a string"),
        (
            "return tr(3)",
            "script.lua:2: the texts of 'tr' must be a text, or a table of texts by language, and is a number"
        ),
        (
            "return tr { 'x' }",
            "script.lua:2: the texts of 'tr' must be a text, or a table of texts by language: { en = \"…\", fr = \"…\" }"
        ),
        (
            "return slug '\\xFF'",
            "script.lua:2: bad argument #1 'text' to 'slug' (expected text, got a string that is not valid UTF-8)"
        ),
        ("return json.decode '{'", "script.lua:2: the text is not JSON: {"),
        (
            "local t = {} t.t = t return json.encode(t)",
            "script.lua:2: value.t: the table contains itself: it is the same as value"
        ),
        (
            "return json.encode(0/0)",
            "script.lua:2: JSON cannot hold it: the number is not one (0/0); test what it is divided by, or leave the value out"
        ),
        (
            "return json.encode { community.members:first() }",
            "script.lua:2: JSON cannot hold a record; give its id, or one of its fields"
        ),
        ("return json.encode(print)", "script.lua:2: value: a function cannot be given back"),
        (
            "return json.encode { 1, x = 2 }",
            "script.lua:2: JSON has lists and objects, and this table has items as well as names"
        ),
    ])
    func `a mistake in a text is told with what to do`(lines: String, message: String) throws {
        try Script.expect(message, of: lines)
    }
}
