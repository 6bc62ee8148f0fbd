import Community
import Testing

@testable import Scripting

/// What files declare: loaded and described, and not run.
@Suite(.community) struct ContributionTests {
    private func describe(_ program: Program) throws -> ContributionDescription {
        try Evaluation(
            program, snapshot: TestCommunity.shared.snapshot(), now: #require(Script.now), zone: .utc,
            seed: 1,
            memory: 64 << 20, log: { _ in }
        ).describe()
    }

    private func describe(_ source: String) throws -> ContributionDescription {
        try describe(Program(name: "script.lua", source: Array(source.utf8)))
    }

    @Test func `a report is described with its parameters`() throws {
        let report = try describe(
            """
            return report {
              title = { en = "Overdue", ar = "المتأخرة" }, description = "Late items.",
              params = {
                as_of = { type = "date", default = "today", title = "As of", description = "The day." },
                owner = { type = "organization", optional = true },
                form = { choices = { "short", "long" }, default = "short" },
              },
              run = function() error "it is not run" end,
            }
            """)
        #expect(report.kind == .report)
        #expect(report.title == ["en": "Overdue", "ar": "المتأخرة"])
        #expect(report.description == ["en": "Late items."])
        #expect(report.parameters.map(\.name) == ["as_of", "form", "owner"])
        #expect(report.parameters.map(\.type) == ["date", "choice", "organization"])
        #expect(report.parameters.map(\.defaultText) == ["today", "short", nil])
        #expect(report.parameters.map(\.isOptional) == [false, false, true])
        #expect(report.parameters[0].title == ["en": "As of"])
        #expect(report.parameters[0].description == ["en": "The day."])
        #expect(report.parameters[1].choices == ["short", "long"])
    }

    @Test func `a bare function is a report without a title`() throws {
        let report = try describe("return function(community) return community.members end")
        #expect(report.kind == .report && report.title == nil && report.parameters == [])
    }

    @Test func `a reminder is described with its schedule`() throws {
        let reminder = try describe(
            "return reminder { title = 'Due', every = { weekday = 'monday', at = '08:00' }, run = function() end }"
        )
        #expect(reminder.kind == .reminder)
        #expect(reminder.schedule?.weekday == "monday" && reminder.schedule?.at == "08:00")
        let monthly = try describe(
            "return reminder { every = { day = 31, at = '17:30' }, run = function() end }")
        #expect(monthly.schedule?.day == 31 && monthly.schedule?.weekday == nil)
    }

    @Test func `an import is described with its columns, an export with its format`() throws {
        let incoming = try describe(
            """
            return transform { input = { format = { "xlsx", "csv" }, columns = { ["Activity"] = "text",
              ["Quarter"] = "quarter?", ["Owner"] = "organization" } }, rows = function() end }
            """)
        #expect(incoming.kind == .transform && incoming.output == nil)
        #expect(incoming.input?.formats == ["xlsx", "csv"])
        #expect(incoming.input?.columns.map(\.name) == ["Activity", "Owner", "Quarter"])
        #expect(incoming.input?.columns.map(\.type) == ["text", "organization", "quarter"])
        #expect(incoming.input?.columns.map(\.isOptional) == [false, false, true])
        let outgoing = try describe(
            "return transform { output = { format = 'csv' }, params = { year = { type = 'integer' } }, "
                + "run = function() end }")
        #expect(outgoing.output == "csv" && outgoing.input == nil)
        #expect(outgoing.parameters.map(\.name) == ["year"])
    }

    @Test func `a rule is described with the changes that it looks at`() throws {
        let rule = try describe(
            "return rule { on = { 'session.create', 'action_item.delete' }, check = function() end }")
        #expect(rule.kind == .rule && rule.events == ["session.create", "action_item.delete"])
        #expect(
            try describe("return rule { on = 'member.update', check = print }").events == ["member.update"])
    }

    @Test(arguments: [
        ("report {}", "'run' of the report must be a function of the community, and is nil"),
        ("report { run = print, parms = {} }", "the report has no option 'parms'; did you mean 'params'?"),
        (
            "report { run = print, params = { a = { type = 'dat' } } }",
            "the parameter 'a' has the unknown type 'dat'; did you mean 'date'?"
        ),
        ("reminder { run = print }", "'every' of the reminder must be a table, and is nil"),
        (
            "reminder { every = {}, run = print }",
            "'at' of 'every' of the reminder must be a time of day such as \"08:00\", and is missing"
        ),
        (
            "reminder { every = { at = '8:00' }, run = print }",
            "'at' of 'every' of the reminder must be a time of day such as \"08:00\", and is '8:00'"
        ),
        (
            "reminder { every = { at = '08:00', weekday = 'munday' }, run = print }",
            "'weekday' of 'every' of the reminder has the unknown value 'munday'; did you mean 'monday'?"
        ),
        (
            "reminder { every = { at = '08:00', weekday = 'monday', day = 1 }, run = print }",
            "'every' of the reminder has both 'weekday' and 'day'; give one of them"
        ),
        (
            "reminder { every = { at = '08:00', day = 32 }, run = print }",
            "'day' of 'every' of the reminder must be a day of the month from 1 to 31, and is 32"
        ),
        (
            "reminder { every = { at = '08:00' } }",
            "'run' of the reminder must be a function of the community and the instant, and is nil"
        ),
        ("reminder { evry = {} }", "the reminder has no option 'evry'; did you mean 'every'?"),
        (
            "transform { title = 'T' }",
            "the transform has neither 'input' nor 'output'; an import has the one, an export the other"
        ),
        (
            "transform { input = {}, output = {} }",
            "the transform has both 'input' and 'output'; write an import and an export as two files"
        ),
        ("transform { input = {}, row = print }", "'input' of the transform has no 'format'"),
        (
            "transform { input = { format = 'exel' }, row = print }",
            "'format' of 'input' of the transform has the unknown value 'exel'"
        ),
        (
            "transform { input = { format = 'csv' }, row = print }",
            "'columns' of 'input' of the transform must be a table, and is nil"
        ),
        (
            "transform { input = { format = 'csv', columns = {} }, row = print }",
            "'columns' of 'input' of the transform names no column"
        ),
        (
            "transform { input = { format = 'csv', columns = { A = 'txt' } }, row = print }",
            "the column 'A' has the unknown type 'txt'; did you mean 'text'?"
        ),
        (
            "transform { input = { format = 'csv', columns = { A = 'text' } } }",
            "an import needs 'row', a function of the community and one row, or 'rows', of all of them"
        ),
        (
            "transform { input = { format = 'csv', columns = { A = 'text' } }, row = print, rows = print }",
            "the transform has both 'row' and 'rows'; give one of them"
        ),
        (
            "transform { input = { format = 'csv', columns = { A = 'text' } }, run = print }",
            "an import has no 'run'"
        ),
        ("transform { output = {}, run = print }", "'output' of the transform has no 'format'"),
        ("transform { output = { format = 'csv' }, row = print }", "an export has no 'row'"),
        (
            "transform { output = { format = 'csv' } }",
            "'run' of the transform must be a function of the community and the parameters, and is nil"
        ),
        (
            "rule { check = print }",
            "the rule has no 'on': a list of the changes that it looks at, such as \"session.create\""
        ),
        (
            "rule { on = { 'sesion.create' }, check = print }",
            "'on' of the rule has 'sesion.create': there is no entity 'sesion'; did you mean 'session'?"
        ),
        (
            "rule { on = { 'session.creat' }, check = print }",
            "'on' of the rule has 'session.creat': nothing is called 'creat'; did you mean 'create'?"
        ),
        (
            "rule { on = { 'session' }, check = print }",
            "'on' of the rule has 'session', where an entity and what happens to it are expected, such as \"session.create\""
        ),
        (
            "rule { on = { 'session.create', 'session.create' }, check = print }",
            "'on' of the rule has 'session.create' twice"
        ),
        (
            "rule { on = { 1 }, check = print }",
            "'on' of the rule must be a text or a list of texts, and is a table"
        ),
        (
            "rule { on = { 'session.create' } }",
            "'check' of the rule must be a function of the community and the change, and is nil"
        ),
    ])
    func `a mistake in a declaration is told at its line`(code: String, message: String) throws {
        let failure = #expect(throws: ScriptFailure.self) { _ = try describe("return " + code) }
        #expect(failure?.kind == .script)
        #expect(
            failure?.description.hasPrefix("script.lua:1: " + message) == true,
            "\(failure?.description ?? "")")
    }

    @Test(arguments: [
        (
            "return reminder { every = { at = '08:00' }, run = print }",
            "script.lua is a reminder, which this version checks and keeps, and does not send yet; `halqa run` runs reports"
        ),
        (
            "return rule { on = 'session.create', check = print }",
            "script.lua is a rule, which is checked whenever one of its changes is made; `halqa run` runs reports"
        ),
        (
            "return transform { output = { format = 'csv' }, run = print }",
            "script.lua is an export, which `halqa export` runs; `halqa run` runs reports"
        ),
        (
            "return transform { input = { format = 'csv', columns = { A = 'text' } }, row = print }",
            "script.lua is an import, which `halqa import` runs on a file; `halqa run` runs reports"
        ),
    ])
    func `running what is no report says what it is and what runs it`(code: String, message: String) throws {
        #expect(try Script.failure(code) == ScriptFailure(.usage, message))
    }

    @Test func `a plugin's file is in the folder of its kind`() throws {
        #expect(try describe(TestPlugin.program("reminders/due.lua")).kind == .reminder)
        let failure = #expect(throws: ScriptFailure.self) {
            _ = try describe(TestPlugin.program(source: "return function() end", at: "rules/weekend.lua"))
        }
        #expect(
            failure?.description
                == "tally/rules/weekend.lua returns a report, and is in the folder of rules; move it "
                + "to reports/, or return a rule")
        let number = #expect(throws: ScriptFailure.self) {
            _ = try describe(TestPlugin.program(source: "return 7", at: "rules/weekend.lua"))
        }
        #expect(
            number?.description == "tally/rules/weekend.lua returns a number; write `return rule { … }`")
    }
}
