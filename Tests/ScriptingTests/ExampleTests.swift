import Community
import Documents
import Testing

@testable import Scripting

/// What authors are shown runs as it stands.
@Suite(.community) struct ExampleTests {
    @Test func `the example of a report`() throws {
        let source = """
            --- Overdue action items, by responsible organization.
            return report {
              title  = { en = "Overdue action items", fr = "Actions en retard", ar = "بنود العمل المتأخرة" },
              params = {
                as_of = { type = "date", default = "today", title = "As of" },
                owner = { type = "organization", optional = true, title = "Responsible" },
              },
              run = function(community, params)
                local overdue = community.action_items
                  :where("status", except { "done", "cancelled" })
                  :where("due", before(params.as_of))
                  :where("owners", params.owner)                   -- `any` when the user left it out
                  :sort("due", "-priority")

                local doc = document { subtitle = "As of " .. params.as_of:format "d MMMM yyyy" }
                doc:metric("Overdue", overdue:count())
                doc:chart { kind = "bar", title = "By organization", rows = overdue:group "owners":count() }
                doc:table {
                  rows = overdue,
                  columns = {
                    "title",
                    { "owners.name", title = "Responsible" },
                    "due",
                    { function(item) return params.as_of - item.due end, title = "Days late", type = "integer" },
                  },
                }
                return doc
              end,
            }
            """
        let all = try Script(source, ["as_of": "2024-06-30"])
        let jordan = Cell.record(id: "jor", label: "Jordan")
        let first = try #require(Day("2024-05-01"))
        let second = try #require(Day("2024-06-15"))
        #expect(
            all.parts == [
                .begin(
                    DocumentHeader(
                        title: "Overdue action items", subtitle: "As of 30 June 2024", language: "en",
                        provenance: Provenance(confidentiality: .closed))),
                .metric(Metric(title: "Overdue", value: .integer(2))),
                .chart(
                    try Chart(
                        kind: .bar, title: "By organization",
                        rows: [
                            Chart.Row(label: jordan, numbers: [2]),
                            Chart.Row(label: .record(id: "unhcr", label: "UNHCR"), numbers: [1]),
                        ])),
                .beginTable(
                    TableHeader(columns: [
                        Column(name: "title", title: "Title", type: .text),
                        Column(name: "owners.name", title: "Responsible", type: .list),
                        Column(name: "due", title: "Due", type: .date),
                        Column(name: "", title: "Days late", type: .integer),
                    ])),
                .rows([
                    [
                        .text("Train border guards"), .list([.text("Jordan"), .text("UNHCR")]), .day(first),
                        .integer(60),
                    ], [.text("Write a manual"), .list([.text("Jordan")]), .day(second), .integer(15)],
                ]), .endTable(TableFooter()), .end,
            ])
        #expect(try Script(source, ["owner": "lbn"]).metrics.map(\.value) == [.integer(0)])
        #expect(try Script(source, ["owner": "HCR"]).metrics.map(\.value) == [.integer(1)])
        #expect(
            try Script(source, language: "fr").parts.first
                == .begin(
                    DocumentHeader(
                        title: "Actions en retard", subtitle: "As of 1 juillet 2024", language: "fr",
                        provenance: Provenance(confidentiality: .closed))))
    }

    /// As they stand in the text for authors, where `item`, `session`, `d`, `a` and `b` are what they are called.
    @Test(arguments: [
        ("community.members:count()", "5"), ("community.organizations:count()", "4"),
        ("community.sessions:count()", "2"), ("community.practices:count()", "2"),
        ("community.action_items:count()", "5"), ("community.objectives:count()", "2"),
        (#"community.action_items:where("status", { "open", "done" }):count()"#, "3"),
        (
            #"community.action_items:where("status", except "done"):where("due", between(today, today + days(62))):count()"#,
            "1"
        ),
        (#"community.practices:search "detention":count()"#, "1"),
        ("item.title", "Train border guards"), ("session.chairs:first().name", "Focal point, Jordan"),
        (#"(item.assignee or item.owners:focal_points()).id"#, "fp-jor"),
        (#"date "2024-06-30""#, "2024-06-30"), ("d + days(7)", "2024-07-07"), ("a - b", "29"),
        ("d.quarter", "2024-Q2"), (#"d:format("d MMMM", "ar")"#, "30 يونيو"),
        (#"session.starts_at:at "Asia/Beirut""#, "2023-09-25 14:00 (Asia/Beirut)"),
        ("d - months(4)", "2024-02-29"), ("d:hijri()", "1445-12-24"),
        ("now", "2024-06-30T21:30:00Z"), ("today", "2024-07-01"),
        (#"session.starts_at:weekday(session.time_zone)"#, "monday"),
        (#"session.invited_organizations:where("weekend", has "friday"):count()"#, "1"),
        (#""wp-" .. slug("Train border guards")"#, "wp-train-border-guards"),
        (#"#community.organizations:find_all(split("Jordan/HCR", "/"))"#, "2"),
        (#"quarter "2024-Q2".last_day"#, "2024-06-30"),
        ("#community.action_items:group('owners'):count()", "5"),
    ])
    func `a line of the text for authors`(expression: String, value: String) throws {
        let script = try Script(
            """
            return function(community)
              local item = community.action_items:get "a-1"
              local session = item.session
              local d = date "2024-06-30"
              local a, b = d, date "2024-06-01"
              return tostring(\(expression))
            end
            """)
        #expect(script.value == .text(value))
    }

    @Test func `a bare function is a report`() throws {
        let script = try Script("return function(community) return community.members:count() end")
        #expect(script.value == .integer(5))
    }

    @Test func `a query, groups, a list of tables and a table of names make tables`() throws {
        let query = try Script("return function(community) return community.organizations end")
        #expect(query.columns.map(\.name) == ["id", "name", "kind", "country", "time_zone"])
        #expect(query.rows.count == 4)
        let groups = try Script(
            "return function(community) return community.members:group('role'):count() end")
        #expect(groups.columns.map(\.title) == ["Role", "Count"])
        #expect(groups.rows.first == [.choice(name: "admin", title: "Administrator"), .integer(1)])
        let list = try Script("return function() return { { a = 1, b = 'x' }, { a = 2 } } end")
        #expect(list.columns.map(\.name) == ["a", "b"])
        #expect(list.rows == [[.integer(1), .text("x")], [.integer(2), .empty]])
        let names = try Script("return function() return { total = 3, done = 2 } end")
        #expect(names.rows == [[.text("done"), .integer(2)], [.text("total"), .integer(3)]])
        let values = try Script("return function(community) return { 1, 'x', true, today } end")
        #expect(values.columns.map(\.name) == ["value"])
        #expect(
            values.rows == [
                [.integer(1)], [.text("x")], [.boolean(true)], [.day(try #require(Day("2024-07-01")))],
            ])
        let records = try Script("return function(community) return community.members:limit(1):list() end")
        #expect(records.columns.map(\.name) == ["id", "name", "organization", "role", "position"])
    }

    @Test func `a value comes back as it is`() throws {
        func value(_ text: String) throws -> Cell? {
            try Script("return function() return \(text) end").value
        }
        #expect(try value("math.maxinteger") == .integer(.max))
        #expect(try value("math.mininteger") == .integer(.min))
        #expect(try value("'a\\0b'") == .text("a\0b"))
        #expect(try value("'الأُردن'") == .text("الأُردن"))
        #expect(try value("false") == .boolean(false))
        #expect(try value("0.1") == .number(0.1))
        #expect(try value("now:at 'Asia/Beirut'") == .instant(try #require(Script.now), zone: "Asia/Beirut"))
    }
}
