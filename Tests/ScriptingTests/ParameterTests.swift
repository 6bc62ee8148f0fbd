import Testing

@testable import Scripting

@Suite(.community) struct ParameterTests {
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
        (
            [
                "owner": "لبنان", "as_of": "٢٠٢٤-٠٦-٣٠", "count": "٧", "month": "٢٠٢٤-٠٦",
                "quarter": "٢٠٢٤-Q١",
                "share": "٢", "since": "٢٠٢٣-٠٩-٢٥T١٤:٠٠+٠٣:٠٠",
            ],
            "all=false as_of=2024-06-30 count=7 kind=talk month=2024-06 name=any owner=Lebanon quarter=2024-Q1 "
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
}
