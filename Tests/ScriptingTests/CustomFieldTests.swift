import Community
import Documents
import Testing

@Suite(.community({ try FollowUpCommunity.records }, fields: { try FollowUpCommunity.fields }))
struct CustomFieldTests {
    @Test(arguments: [
        (#"item.x.follow_up.national_reference"#, Cell.text("N-1")),
        (#"item["x.follow_up.national_reference"]"#, .text("N-1")),
        (#"item.x["follow_up"].grade + 1"#, .integer(2)),
        (#"item.x.follow_up.note"#, .text("note 1")),
        (#"item:texts("x.follow_up.note").fr"#, .text("remarque 1")),
        (#"item.x.follow_up.words[1]"#, .text("w1")),
        (#"item.x.follow_up.checked.year"#, .integer(2022)),
        (#"item.x.follow_up.focus.name"#, .text("Jordan")),
        (#"item.x.follow_up.seen_by:count()"#, .integer(2)),
        (#"item.parent"#, .empty),
        (#"community.organizations:get("jor").x.follow_up.focussed:count()"#, .integer(2)),
        (#"tostring(item.x.follow_up)"#, .text("x.follow_up")),
        (#"community.action_items:where("x.follow_up.national_reference", "N-2"):count()"#, .integer(2)),
        (#"community.action_items:where("x.follow_up.grade", before(3)):count()"#, .integer(2)),
        (#"community.action_items:where("x.follow_up.focus.country", "JOR"):count()"#, .integer(2)),
        (#"community.action_items:where("x.follow_up.focus", none):count()"#, .integer(3)),
        (#"community.action_items:where("parent.x.follow_up.grade", 1):first().id"#, .text("a-2")),
        (#"community.action_items:where("x.follow_up.words", has "w3"):first().id"#, .text("a-3")),
        (#"community.action_items:sort("-x.follow_up.grade"):first().id"#, .text("a-5")),
        (#"community.action_items:search("remarque 4"):first().id"#, .text("a-4")),
        (#"community.action_items:sum "x.follow_up.grade""#, .integer(15)),
        (
            #"community.action_items:group("x.follow_up.national_reference"):sum("x.follow_up.grade")[2]["sum_x.follow_up.grade"]"#,
            .integer(5)
        ),
    ])
    func `a plugin's field is read, asked for and followed like any other`(
        expression: String, value: Cell
    ) throws {
        let script = try Script(
            Script.body(
                "local item = community.action_items:get(\"a-1\")\nlocal v = \(expression)\n"
                    + "return document():metric(\"v\", v)"))
        #expect(script.value == value)
    }

    @Test func `a loop reads a plugin's field in the batch, however it is written`() throws {
        for name in ["x.follow_up.grade", "['x.follow_up.grade']", "x['follow_up'].grade"] {
            let access = name.hasPrefix("[") ? "item\(name)" : "item.\(name)"
            let snapshot = try TestCommunity.shared.snapshot()
            let script = try Script(
                Script.body(
                    "local sum = 0 for item in community.action_items:each() do sum = sum + \(access) end return sum"
                ),
                on: snapshot)
            #expect(script.value == .integer(15))
            #expect(snapshot.statementsRun == 1)
        }
    }

    @Test func `columns, groups and results show them with their titles`() throws {
        let script = try Script(
            Script.body(
                """
                local doc = document()
                doc:table {
                  rows = community.action_items:sort("x.follow_up.grade"):limit(1),
                  columns = { "x.follow_up.national_reference", "x.follow_up.focus", "x.follow_up.focus.country",
                    "x.follow_up.seen_by", { "x.follow_up.grade", title = "Mark" },
                    { function(item) return item.x.follow_up.note end, title = "Note" } },
                }
                doc:table { rows = community.action_items:group("x.follow_up.focus"):count() }
                return doc
                """))
        #expect(
            script.columns.map(\.title) == [
                "National reference", "Focus", "Focus: Country", "Seen by", "Mark", "Note", "Focus", "Count",
            ])
        let jordan = Cell.record(id: "jor", label: "Jordan")
        #expect(
            script.rows.first == [
                .text("N-1"), jordan, .text("JOR"),
                .list([.record(id: "iom", label: "IOM"), .record(id: "lbn", label: "Lebanon")]), .integer(1),
                .text("note 1"),
            ])
        #expect(script.rows.dropFirst() == [[jordan, .integer(2)], [.empty, .integer(3)]])
    }

    @Test func `a personal one is a moderator's, in Lua as well`() throws {
        let body = """
            local item = community.action_items:get("a-1")
            return document():metric("v", tostring(item.x.follow_up.secret) .. " "
              .. community.action_items:where("x.follow_up.secret", "hush 1"):count() .. " "
              .. community.action_items:group("x.follow_up.secret"):count()[1].count .. " "
              .. item.x.follow_up.national_reference)
            """
        #expect(try Script(Script.body(body)).value == .text("hush 1 1 1 N-1"))
        #expect(try Script(Script.body(body), as: "fp-jor").value == .text("nil 0 5 N-1"))
    }

    @Test(arguments: [
        ("item.x.folow_up", "'x.folow_up' is not a field of action_item; did you mean 'x.follow_up'?"),
        (
            "item.x.follow_up.national_refrence",
            "'x.follow_up.national_refrence' is not a field of action_item; did you mean "
                + "'x.follow_up.national_reference'?"
        ),
        (
            "item['x.follow_up.grad']",
            "'x.follow_up.grad' is not a field of action_item; did you mean 'x.follow_up.grade'?"
        ),
        ("item.session.x", "'x' is not a field of session"),
        (
            "community.action_items:where('x.follow_up.grad', 1)",
            "'x.follow_up.grad' is not a field of action_item; did you mean 'x.follow_up.grade'?"
        ),
        (
            "community.action_items:sort('x.folow_up.grade')",
            "'x.folow_up.grade' is not a field of action_item; did you mean 'x.follow_up.grade'?"
        ),
        (
            "community.action_items:where('x.follow_up.grade', 'high')",
            "'x.follow_up.grade' cannot be compared: 'high' is not a whole number"
        ),
        ("item.x .. 'a'", "a part of action_item cannot be joined with '..'"),
    ])
    func `a mistake names the whole field`(expression: String, message: String) throws {
        let failure = try Script.failure(
            Script.body("local item = community.action_items:get('a-1')\nlocal v = \(expression)\nreturn 1"))
        #expect(failure?.description.contains(message) == true, "\(failure?.description ?? "no failure")")
    }
}
