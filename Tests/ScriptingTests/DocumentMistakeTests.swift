import Testing

@testable import Scripting

/// What authors are told of documents.
@Suite(.community) struct DocumentMistakeTests {
    @Test(arguments: [
        (
            "return document { titel = 'x' }",
            "script.lua:2: the document has no option 'titel'; did you mean 'title'?"
        ),
        ("return document 'x'", "script.lua:2: the document must be a table, and is a string"),
        ("return document():heading('x', 7)", "script.lua:2: the level of a heading is 1 to 6, not 7"),
        (
            "return document():text(3)",
            "script.lua:2: the text must be a text, or a table of texts by language, and is a number"
        ),
        (
            "return document():table {}",
            "script.lua:2: the table has no rows: give a query, groups, or a list"
        ),
        (
            "return document():table { rows = 3 }",
            "script.lua:2: the rows of the table must be a query, groups, or a list, and are a number"
        ),
        (
            "return document():table { rows = community.members, columns = { 'nmae' } }",
            "script.lua:2: 'nmae' is not a field of member; did you mean 'name'?"
        ),
        (
            "return document():table { rows = community.members, columns = {} }",
            "script.lua:2: the table has no columns"
        ),
        (
            "return document():table { rows = community.members, columns = { { title = 'x' } } }",
            "script.lua:2: column 1 must be a field, a path or a function, and is nil"
        ),
        (
            "return document():table { rows = community.members, columns = { { 'name', type = 'txt' } } }",
            "script.lua:2: 'txt' is not a type of column; there are any, text, integer, number, percent, boolean, date, "
                + "instant, list, record, link, sparkline; did you mean 'text'?"
        ),
        (
            "return document():table { rows = community.members, columns = { { 'name', align = 'left' } } }",
            "script.lua:2: 'align' of column 1 is start, center or end, not 'left'"
        ),
        (
            "return document():table { rows = community.members:group('role'):count(), columns = { 'rol' } }",
            "script.lua:2: the groups have no column 'rol'; they have role, count"
        ),
        (
            "return document():table { rows = { { a = 1 }, 'x' } }",
            "script.lua:2: row 2 is a string, where the rows before it are tables"
        ),
        (
            "return document():table { rows = { 1, { a = 1 } } }",
            "script.lua:2: row 2 is a table, where the rows before it are plain values"
        ),
        (
            "return document():table { rows = { 1, community.members:first() } }",
            "script.lua:2: row 2 is a record, where the rows before it are plain values"
        ),
        (
            "return document():table { rows = { community.members:first(), community.sessions:first() } }",
            "script.lua:2: row 2 is not a record of member, as the rows before it are"
        ),
        (
            "return document():table { rows = { 1, nil, 3 } }",
            "script.lua:2: the rows of the table have a hole: there is none at 2, and one at 3"
        ),
        (
            "return document():table { rows = { 1, 2 }, columns = { 'name' } }",
            "script.lua:2: the rows are plain values, and have no column 'name'; theirs is 'value'"
        ),
        (
            "return document():table { rows = { { a = { b = 1 } } } }",
            "script.lua:2: row 1, 'a': a cell holds a value or a list of values, not a table with names or holes"
        ),
        (
            "local t = {} t[1] = t return document():table { rows = { { a = t } } }",
            "script.lua:2: row 1, 'a': value[1]: the table contains itself: it is the same as value"
        ),
        (
            "local t = {} for _ = 1, 20 do t = { t } end return document():table { rows = { { a = t } } }",
            "script.lua:2: row 1, 'a': value[1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1]: tables are nested deeper "
                + "than 16 levels"
        ),
        (
            "return document():table { rows = { { a = 0/0 } } }",
            "script.lua:2: row 1, 'a': the number is not one (0/0); test what it is divided by, or leave the value out"
        ),
        (
            "return document():table { rows = { { a = 1 }, { a = print } } }",
            "script.lua:2: row 2, 'a': a function cannot be shown; give a value, a record or a list"
        ),
        (
            "return document():table { rows = { { a = '\\xFF' } } }",
            "script.lua:2: row 1, 'a': the text is not valid UTF-8: \u{FFFD}"
        ),
        (
            "local row = {} for i = 1, 16385 do row[i] = i end return document():table { rows = { row } }",
            "script.lua:2: row 1 makes more than 16384 columns; that many cannot be shown"
        ),
        (
            "local names = {} for i = 1, 16385 do names[i] = 'name' end "
                + "return document():table { rows = community.members, columns = names }",
            "script.lua:2: the table has 16385 columns; 16384 are the most that can be shown"
        ),
        (
            "return document():metric('x', 1/0)",
            "script.lua:2: the value of the metric 'x': the number is infinite; test what it is divided by, or leave "
                + "the value out"
        ),
        (
            "return document():metric('x', 1, { taget = 2 })",
            "script.lua:2: the metric has no option 'taget'; did you mean 'target'?"
        ),
        (
            "return document():chart { kind = 'pie', rows = {} }",
            "script.lua:2: there is no chart of kind 'pie'; there are bar, stacked_bar, line, donut, timeline"
        ),
        (
            "return document():chart { rows = community.members }",
            "script.lua:2: a chart needs numbers: group the query, or give a list of rows with `label` and `value`"
        ),
        (
            "return document():chart { rows = { { label = 'a', count = 3 } } }",
            "script.lua:2: no row of the chart has a number under 'value'; say which it is: value = \"…\""
        ),
        (
            "return document():chart { rows = { { value = 3 } } }",
            "script.lua:2: row 1 of the chart has no 'label'; say which of its names is the label: label = \"…\""
        ),
        (
            "return document():chart { rows = { { label = 'a', value = 'many' } } }",
            "script.lua:2: row 1 of the chart, 'value' is a string, where a number is expected"
        ),
        (
            "return document():chart { rows = { { label = 'a', value = 0/0 } } }",
            "script.lua:2: row 1 of the chart, 'value': the number is not one (0/0); test what it is divided by, or leave the value out"
        ),
        (
            "return document():chart { kind = 'donut', rows = { { label = 'a', value = -1 } } }",
            "script.lua:2: row 1 of the chart has -1.0: the parts of a donut cannot be negative"
        ),
        (
            "return document():chart { kind = 'timeline', rows = community.action_items }",
            "script.lua:2: the timeline has neither 'starts' nor 'ends'; say which of a row's dates they are: ends = \"due\""
        ),
        (
            "return document():chart { kind = 'timeline', rows = { { label = 'a', ends = 'June' } }, ends = 'ends' }",
            "script.lua:2: row 1 of the timeline, 'ends': June is neither a date nor an instant; of a text make one: date \"2024-06-30\""
        ),
        (
            "return document():chart { kind = 'timeline', rows = { { label = 'a', due = today } }, ends = 'ends' }",
            "script.lua:2: no row of the timeline has a date; say which of their names are: starts = \"…\", ends = \"…\""
        ),
        (
            "return document():chart { kind = 'timeline', rows = { { ends = today, p = 120 } }, ends = 'ends', progress = 'p' }",
            "script.lua:2: row 1 of the timeline has the progress 120, where 0 to 100 is expected"
        ),
        (
            "return document():chart { rows = community.members:group('role', 'active', 'language'):count() }",
            "script.lua:2: a chart shows groups by one field or two"
        ),
    ])
    func `a mistake in a document is told with what to do`(lines: String, message: String) throws {
        try Script.expect(message, of: lines)
    }

    @Test(arguments: [
        (
            "return print",
            "script.lua: the report returned a function; return a document, a query, a list or a value"
        ),
        (
            "return coroutine.create(print)",
            "script.lua: the report returned a coroutine; return a document, a query, a list or a value"
        ),
        ("", "script.lua: the report returned nothing; return a document, a query, a list or a value"),
        (
            "local t = {} t[1] = t return { t }",
            "script.lua: row 1, '1': value[1]: the table contains itself: it is the same as value"
        ),
        (
            "return 0/0",
            "script.lua: the result: the number is not one (0/0); test what it is divided by, or leave the "
                + "value out"
        ),
        ("return '\\xFF'", "script.lua: the report returned text that is not valid UTF-8"),
        (
            "return { 1, nil, 3 }",
            "script.lua: the rows of the table have a hole: there is none at 2, and one at 3"
        ),
        (
            "return { 1, x = 3 }",
            "script.lua: the rows of the table must be a list, and have the name 'x' as well"
        ),
        ("error 'no'", "script.lua:2: no"),
        ("error({ code = 1 })", "script.lua:2: the script raised { code = 1 } as its error"),
        (
            "return community.members:first():name()",
            "script.lua:2: attempt to call a string value (method 'name')"
        ),
    ])
    func `a mistake in what a report returns is told with what to do`(lines: String, message: String) throws {
        try Script.expect(message, of: lines)
    }
}
