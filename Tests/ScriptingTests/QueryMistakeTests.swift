import Testing

@testable import Scripting

/// What authors are told of conditions and queries.
@Suite(.community) struct QueryMistakeTests {
    @Test(arguments: [
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
    ])
    func `a mistake in a condition is told with what to do`(lines: String, message: String) throws {
        try Script.expect(message, of: lines)
    }

    @Test(arguments: [
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
    ])
    func `a mistake in a query is told with what to do`(lines: String, message: String) throws {
        try Script.expect(message, of: lines)
    }
}
