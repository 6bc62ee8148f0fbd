import Community
import Documents
import Testing

@testable import Scripting

/// What authors are told. The first line of a message is the sentence with its place; what follows shows the
/// line of the source and the calls.
@Suite(.community) struct MistakeTests {
    /// The lines stand from line 2 of the script on.
    @Test(arguments: [
        // Names.
        ("comunity.members:count()", "script.lua:2: unknown name 'comunity'"),
        ("print(nosuchname)", "script.lua:2: unknown name 'nosuchname'"),
        ("return today.quater", "script.lua:2: a date has no field 'quater'; did you mean 'quarter'?"),
        (
            "return community.membres",
            "script.lua:2: a community has no field 'membres'; did you mean 'members'?"
        ),
        (
            "return community.members:wher('role', 'x')",
            "script.lua:2: a query has no field 'wher'; did you mean 'where'?"
        ),
        (
            "return community.members:first().nmae",
            "script.lua:2: 'nmae' is not a field of member; did you mean 'name'?"
        ),
        ("return string.trim('x')", "script.lua:2: unknown name 'string.trim'"),
        ("return json.encod {}", "script.lua:2: unknown name 'json.encod'; did you mean 'json.encode'?"),
        ("return io.open('x')", "script.lua:2: 'io' is not available: reaches outside of the script"),
        (
            "return require 'lib.names'",
            "script.lua:2: require(\"lib.names\"): only a plugin has files to load, and this script is a lone file; "
                + "put what it needs into the script, or move the script into a plugin"
        ),
        ("return params.owner", "script.lua:2: unknown name 'params.owner'; it has none"),

        // Assigning to what is read-only.
        (
            "total = 1",
            "script.lua:2: cannot assign the global 'total': globals are fixed; write 'local total = …'"
        ),
        (
            "community.members:first().name = 'x'",
            "script.lua:2: cannot assign 'name': a member is read-only"
        ),
        (
            "community.action_items:first().due = 1",
            "script.lua:2: cannot assign 'due': an action_item is read-only"
        ),
        ("community.members = {}", "script.lua:2: cannot assign 'members': a community is read-only"),
        ("community.members.role = 'x'", "script.lua:2: cannot assign 'role': a query is read-only"),
        ("today.year = 2025", "script.lua:2: cannot assign 'year': a date is read-only"),
        ("string.trim = 1", "script.lua:2: cannot assign 'string.trim': 'string' is read-only"),
        ("json.encode = 1", "script.lua:2: cannot assign 'json.encode': 'json' is read-only"),
        ("params.owner = 1", "script.lua:2: cannot assign 'params.owner': 'params' is read-only"),

        // where.
        (
            "return community.action_items:where('duee', today)",
            "script.lua:2: 'duee' is not a field of action_item; did you mean 'due'?"
        ),
        (
            "return community.action_items:where('owners.nmae', 'x')",
            "script.lua:2: 'nmae' is not a field of organization; did you mean 'name'?"
        ),
        (
            "return community.action_items:where('due.year', 2024)",
            "script.lua:2: 'due' of action_item is not a reference, so 'due.year' leads nowhere"
        ),
        (
            "return community.action_items:where('owners', nil)",
            "script.lua:2: where(\"owners\", nil): the value is nil; write `none` for records without owners, or "
                + "`any` for no filter"
        ),
        (
            "return community.action_items:where('owners')",
            "script.lua:2: where(\"owners\", nil): the value is nil; write `none` for records without owners, or "
                + "`any` for no filter"
        ),
        (
            "return community.action_items:where('status', 'opne')",
            "script.lua:2: 'status' cannot be compared: 'opne' is not one of open, in_progress, blocked, done, "
                + "cancelled; did you mean 'open'?"
        ),
        (
            "return community.action_items:where('due', 3)",
            "script.lua:2: 'due' holds values of type date, and cannot be compared with a number"
        ),
        (
            "return community.action_items:where('due', 'tomorrow')",
            "script.lua:2: 'due' cannot be compared: 'tomorrow' is not a date (2024-06-30)"
        ),
        (
            "return community.action_items:where('due', now)",
            "script.lua:2: 'due' is a date, and 2024-06-30T21:30:00Z an instant; take its day: instant:day(zone)"
        ),
        (
            "return community.action_items:where('owners', 'jorr')",
            "script.lua:2: there is no organization 'jorr'; did you mean 'jor'?"
        ),
        (
            "return community.action_items:where('owners', community.members:first())",
            "script.lua:2: 'owners' refers to records of organization, and this is one of member"
        ),
        (
            "return community.action_items:where('owners', { jor = true })",
            "script.lua:2: 'owners' was given a table that is no list; write { \"one\", \"two\" } for any of them"
        ),
        (
            "return community.action_items:where('owners', community.members)",
            "script.lua:2: 'owners' refers to records of organization, and this is a query of member"
        ),
        (
            "return community.action_items:where('due', has(today))",
            "script.lua:2: 'due' has one value; `has` asks a list: write where(\"due\", value)"
        ),
        (
            "return community.action_items:where('due', contains 'x')",
            "script.lua:2: 'due' is of type date, and `contains` asks for text"
        ),
        (
            "return community.action_items:where('status', before 'x')",
            "script.lua:2: 'status' has no order, which `before` asks for"
        ),
        (
            "return community.action_items:where('tags', after 'x')",
            "script.lua:2: 'tags' has several values, which `after` cannot compare"
        ),
        (
            "return community.action_items:where('due', except(before(today)))",
            "script.lua:2: 'due' except(before) means nothing"
        ),
        (
            "return before(nil)",
            "script.lua:2: 'before' got nil; write `none` for no value, or leave the condition out"
        ),
        (
            "return after()",
            "script.lua:2: 'after' got nil; write `none` for no value, or leave the condition out"
        ),
        (
            "return between(today)",
            "script.lua:2: 'between' got nil; write `none` for no value, or leave the condition out"
        ),
        (
            "return has(nil)",
            "script.lua:2: 'has' got nil; write `none` for no value, or leave the condition out"
        ),
        (
            "return except(nil)",
            "script.lua:2: 'except' got nil; write `none` for no value, or leave the condition out"
        ),
        (
            "return contains(nil)",
            "script.lua:2: bad argument #1 'text' to 'contains' (expected string, got nil)"
        ),
        (
            "return community.members.where('role', 'x')",
            "script.lua:2: 'where' is a method of a query: call it with a colon, as in value:where(…)"
        ),

        // The other methods of queries.
        (
            "return community.action_items:sort 'duee'",
            "script.lua:2: 'duee' is not a field of action_item; did you mean 'due'?"
        ),
        (
            "return community.action_items:sort 'owners'",
            "script.lua:2: 'owners' has several values, and cannot be ordered by"
        ),
        ("return community.action_items:sort()", "script.lua:2: 'sort' needs a field to order by"),
        (
            "return community.action_items:limit(-1)",
            "script.lua:2: 'limit' needs a count of 0 or more, got -1"
        ),
        (
            "return community.action_items:limit 'x'",
            "script.lua:2: bad argument #1 'count' to 'limit' (expected integer, got string)"
        ),
        (
            "return community.action_items:search(nil)",
            "script.lua:2: bad argument #1 'text' to 'search' (expected string, got nil)"
        ),
        ("return community.action_items:group()", "script.lua:2: 'group' needs a field to group by"),
        (
            "return community.action_items:group 'staus'",
            "script.lua:2: 'staus' is not a field of action_item; did you mean 'status'?"
        ),
        (
            "return community.action_items:sum 'title'",
            "script.lua:2: 'sum' needs a field of numbers, and 'title' is of type localized text"
        ),
        (
            "return community.action_items:group('status'):average 'due'",
            "script.lua:2: 'average' needs a field of numbers, and 'due' is of type date"
        ),
        (
            "return community.action_items:max 'status'",
            "script.lua:2: 'max' needs a field of numbers, dates or instants, and 'status' is of type one of open, "
                + "in_progress, blocked, done, cancelled"
        ),
        (
            "return community.action_items:sum 'progress_reports.progress'",
            "script.lua:2: 'progress_reports.progress' of action_item cannot be summed: 'progress_reports' has "
                + "several values; choose a field with one"
        ),
        (
            "return community.organizations:get(nil)",
            "script.lua:2: 'get' needs an identifier or name as text, and got nil"
        ),
        (
            "return community.organizations:find {}",
            "script.lua:2: 'find' needs an identifier or name as text, and got a table"
        ),
        (
            "return community.organizations:find_all { 'jor', 'Atlantis' }",
            "script.lua:2: there is no organization 'Atlantis'"
        ),
        (
            "return community.members:focal_points()",
            "script.lua:2: 'focal_points' is a method of queries of organizations; this is one of member"
        ),
        ("return #community.members", "script.lua:2: a query has no length; write query:count()"),
        (
            "return community.action_items:first().owners[1]",
            "script.lua:2: a query has no items by number; write query:first() for one, query:list() for a list of all"
        ),
        (
            "return community.action_items:first().owners.name",
            "script.lua:2: a query has no field 'name': its organizations have; write `for organization in query:each() "
                + "do … organization.name … end`, or query:first()"
        ),
        (
            "for item in community.action_items do end",
            "script.lua:2: a query is not a function; write `for action_item in query:each() do` to go through its "
                + "action_items"
        ),
        (
            "for _, item in pairs(community.action_items) do end",
            "script.lua:2: 'pairs' goes through tables, and this is a query; write `for action_item in query:each() "
                + "do` to go through its action_items"
        ),
        (
            "for _, item in ipairs(community.action_items) do end",
            "script.lua:2: a query has no items by number; write query:first() for one, query:list() for a list of all"
        ),
        (
            "for name, value in pairs(community.action_items:first()) do end",
            "script.lua:2: 'pairs' goes through tables, and this is an action_item; read its fields by name"
        ),
        (
            "return community.action_items:first()[1]",
            "script.lua:2: an action_item has no such field; fields are named by text"
        ),
        (
            "return 'Title: ' .. community.action_items:first()",
            "script.lua:2: an action_item cannot be joined with '..'; use one of its fields, such as .title"
        ),
        (
            "return community.action_items:first():texts 'due'",
            "script.lua:2: 'due' of action_item is of type date, and has one text only"
        ),
        (
            "return community.action_items:first():texts 'titel'",
            "script.lua:2: 'titel' is not a field of action_item; did you mean 'title'?"
        ),
        (
            "return community.action_items:group('status'):count().status",
            "script.lua:2: a list of groups has no field 'status': its rows have; write `for row in groups:each() do … "
                + "row.status … end`"
        ),

        // Days and instants.
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

        // Text.
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

        // Documents.
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

        // What a report returns.
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
    func `a mistake in a report is told with its place and what to do`(lines: String, message: String) throws
    {
        let failure = try #require(try Script.failure(Script.body(lines)))
        #expect(failure.description.split(separator: "\n").first.map(String.init) == message)
        #expect(failure.kind == .script)
    }

    @Test(arguments: [
        ("return report {", ScriptFailure.Kind.script, "script.lua:1: unexpected symbol near <eof>"),
        ("local x = = 1", .script, "script.lua:1: unexpected symbol near '='"),
        ("return", .script, "script.lua returns nothing; write `return report { … }`, or return a function"),
        (
            "local x = 1", .script,
            "script.lua returns nothing; write `return report { … }`, or return a function"
        ),
        (
            "return { title = 'x', run = print }", .script,
            "script.lua returns a table; write `return report { … }`, or return a function"
        ),
        (
            "return coroutine.create(print)", .script,
            "script.lua returns a coroutine; write `return report { … }`, or return a function"
        ),
        (
            "return 3", .script,
            "script.lua returns a number; write `return report { … }`, or return a function"
        ),
        (
            "return community.members", .script,
            "script.lua:1: unknown name 'community': the report's function is given it; write function(community) … end"
        ),
        (
            "return report {}", .script,
            "script.lua:1: 'run' of the report must be a function of the community, and is nil"
        ),
        ("return report 'x'", .script, "script.lua:1: the report must be a table, and is a string"),
        (
            "return report { rum = print }", .script,
            "script.lua:1: the report has no option 'rum'; did you mean 'run'?"
        ),
        (
            "return report { title = 3, run = print }", .script,
            "script.lua:1: 'title' of the report must be a text, or a table of texts by language, and is a number"
        ),
        (
            "return report { params = { 'x' }, run = print }", .script,
            "script.lua:1: 'params' of the report has a number as a key; parameters have names"
        ),
        (
            "return report { params = { x = {} }, run = print }", .script,
            "script.lua:1: the parameter 'x' has no type; there are text, integer, number, boolean, date, instant, "
                + "month, quarter and entities such as organization"
        ),
        (
            "return report { params = { x = { type = 'organisation' } }, run = print }", .script,
            "script.lua:1: the parameter 'x' has the unknown type 'organisation'; did you mean 'organization'?"
        ),
        (
            "return report { params = { x = { type = 'text', defualt = 1 } }, run = print }", .script,
            "script.lua:1: the parameter 'x' has no option 'defualt'; did you mean 'default'?"
        ),
        ("", .data, "script.lua is empty; a script returns a report or a function"),
        (" \n\t", .data, "script.lua is empty; a script returns a report or a function"),
        ("\u{1B}Lua", .data, "script.lua: this is compiled Lua, which is not accepted; give the source text"),
    ])
    func `a file that is no report says what is expected`(
        source: String, kind: ScriptFailure.Kind, message: String
    ) throws {
        let failure = try #require(try Script.failure(source))
        #expect(failure.description.split(separator: "\n").first.map(String.init) == message)
        #expect(failure.kind == kind)
    }

    private static let parametersReport = """
        return report {
          params = {
            as_of = { type = "date", default = "today", title = "As of" },
            owner = { type = "organization", title = "Responsible" },
            kind = { choices = { "talk", "training" }, default = "talk" },
            count = { type = "integer", default = 3 }, share = { type = "number", default = 0.5 },
            all = { type = "boolean", default = false }, since = { type = "instant", default = "now" },
            month = { type = "month", default = "today" }, quarter = { type = "quarter", default = "today" },
            name = { type = "text", optional = true },
          },
          run = function(community, params)
            assert(params.name == any or params.name == "x")
            local text = {}
            for name, value in pairs(params) do text[#text + 1] = name .. "=" .. tostring(value) end
            return table.concat(text, " ")
          end,
        }
        """

    @Test(arguments: [
        (
            ["owner": "jor"],
            "all=false as_of=2024-07-01 count=3 kind=talk month=2024-07 name=any owner=Jordan quarter=2024-Q3 "
                + "share=0.5 since=2024-06-30T21:30:00Z"
        ),
        (
            [
                "owner": "Liban", "all": "yes", "as_of": "2024-06-30", "count": "-1", "kind": "training",
                "month": "2024-06", "name": "x", "quarter": "2024-Q1", "share": "2",
                "since": "2023-09-25T14:00+03:00",
            ],
            "all=true as_of=2024-06-30 count=-1 kind=training month=2024-06 name=x owner=Lebanon quarter=2024-Q1 "
                + "share=2.0 since=2023-09-25T11:00:00Z"
        ),
    ])
    func `parameters come as what they are declared`(typed: [String: String], text: String) throws {
        #expect(try Script(Self.parametersReport, typed).value == .text(text))
    }

    @Test(arguments: [
        (
            [:],
            ScriptFailure.Kind.usage,
            "the report needs the parameter 'owner' (Responsible): add owner=…, the identifier or name of one "
                + "organization"
        ),
        (["owner": "jor", "ownr": "x"], .usage, "the report has no parameter 'ownr'; did you mean 'owner'?"),
        (
            ["owner": "jor", "zzz": "x"], .usage,
            "the report has no parameter 'zzz'; it has all, as_of, count, kind, month, name, owner, quarter, share, "
                + "since"
        ),
        (
            ["owner": "atlantis"], .missing,
            "the parameter 'owner': there is no organization 'atlantis'"
        ),
        (
            ["owner": "jorr"], .missing,
            "the parameter 'owner': there is no organization 'jorr'; did you mean 'jor'?"
        ),
        (
            ["owner": "jor", "as_of": "soon"], .usage,
            "the parameter 'as_of' must be a date (2024-06-30, or today), not 'soon'"
        ),
        (
            ["owner": "jor", "kind": "talks"], .usage,
            "the parameter 'kind' must be one of talk, training, not 'talks'"
        ),
        (
            ["owner": "jor", "count": "1.5"], .usage,
            "the parameter 'count' must be a whole number, not '1.5'"
        ),
        (["owner": "jor", "share": "nan"], .usage, "the parameter 'share' must be a number, not 'nan'"),
        (["owner": "jor", "all": "maybe"], .usage, "the parameter 'all' must be true or false, not 'maybe'"),
        (
            ["owner": "jor", "month": "2024-13"], .usage,
            "the parameter 'month' must be a month (2024-06), not '2024-13'"
        ),
    ])
    func `a parameter that does not fit is refused with what was expected`(
        typed: [String: String], kind: ScriptFailure.Kind, message: String
    ) throws {
        let failure = try #require(try Script.failure(Self.parametersReport, typed))
        #expect(failure.description == message)
        #expect(failure.kind == kind)
    }

    @Test func `an unknown parameter in the script suggests the one that was meant`() throws {
        let source = """
            return report {
              params = { as_of = { type = "date", default = "today" } },
              run = function(community, params) return params.as_off end,
            }
            """
        #expect(
            try Script.failure(source)?.description.split(separator: "\n").first
                == "script.lua:3: unknown name 'params.as_off'; did you mean 'params.as_of'?")
    }

    @Test func `a mistake shows the line of the source and the calls that led to it`() throws {
        let source = """
            local function title(item)
              return item.titel
            end
            return function(community)
              return document():table { rows = community.action_items, columns = { { title, title = "Title" } } }
            end
            """
        #expect(
            try Script.failure(source)?.description == """
                script.lua:2: 'titel' is not a field of action_item; did you mean 'title'?
                    return item.titel
                """)
    }

    @Test func `a record that the viewer may not see is not told apart from one that there is not`() throws {
        let hidden = "return community.action_items:where('session', 'talk')"
        let missing = "return community.action_items:where('session', 'talc')"
        func sentence(_ lines: String) throws -> String? {
            try Script.failure(Script.body(lines), as: "alt-jor")?.description.split(separator: "\n").first
                .map {
                    String($0).replacing("'talk'", with: "'…'").replacing("'talc'", with: "'…'")
                }
        }
        #expect(try sentence(hidden) == "script.lua:2: there is no session '…'")
        #expect(try sentence(missing) == sentence(hidden))
    }
}
