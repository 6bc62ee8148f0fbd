import Community
import LuaKit
import Testing

@testable import Scripting

/// What the declarations say is so.
@Suite(.community) struct ReferenceTests {
    @Test func `every example runs, and gives what it says`() throws {
        let functions = try APIReference().functions
        for function in functions {
            for example in function.examples {
                if function.name == "require" {
                    // Only plugins have files.
                    #expect(throws: ScriptFailure.self) { try Self.run(example) }
                } else if Self.toldElsewhere.contains(function.receiver ?? "") {
                    // What they say holds of another community; the plugin `tally` tries them.
                    #expect(throws: Never.self, "\(example)") {
                        _ = try State().load(Array(example.utf8), name: "example.lua")
                    }
                } else {
                    #expect(throws: Never.self, "\(function.name): \(example)") { try Self.run(example) }
                }
            }
        }
        #expect(functions.count > 60)
    }

    /// What only tests and rules are given.
    private static let toldElsewhere = [
        "test", "test document", "test import", "test verdicts", "former record",
    ]

    /// Runs an example where its names are what authors call them.
    private static func run(_ example: String) throws {
        let parts = example.replacing("…", with: "").split(separator: "-->", maxSplits: 1).map(String.init)
        if parts[0].hasPrefix("return") {
            let program = Program(name: "script.lua", source: Array(parts[0].utf8))
            let evaluation = try Evaluation(
                program, snapshot: TestCommunity.shared.snapshot(), now: #require(Script.now), zone: .utc,
                seed: 1,
                memory: 64 << 20, log: { _ in })
            if parts[0].hasPrefix("return tests") {
                _ = try evaluation.tests()
            } else if try evaluation.describe().kind == .report {
                _ = try Script(program)
            }
            return
        }
        let isStatement = ["for ", "local "].contains { parts[0].hasPrefix($0) }
        let check =
            parts.count == 2 ? "assert(equal(value, \(parts[1])), 'it gives ' .. tostring(value))" : ""
        let source = """
            local function equal(a, b)
              if type(a) ~= "table" or type(b) ~= "table" then return a == b end
              for key, value in pairs(a) do if not equal(value, b[key]) then return false end end
              return #a == #b
            end
            return function(community)
              local params = { as_of = today }
              local items, practices = community.action_items, community.practices
              local organizations, item = community.organizations, items:get "a-1"
              local session, doc = item.session, document()
              local overdue = items:where("due", before(params.as_of))
              \(isStatement ? parts[0] : "local value = \(parts[0])")
              \(check)
              return doc
            end
            """
        _ = try Script(source)
    }

    /// A value of each type of time.
    private static let samples = [
        "date": "date '2024-06-30'", "instant": "now", "month": "month '2024-06'",
        "quarter": "quarter '2024-Q2'", "number of days": "days(3)", "number of months": "months(2)",
        "duration": "hours(5)", "integer": "2",
    ]

    @Test func `the operations of times are those that are declared, and no others`() throws {
        let types = try APIReference().types.filter { Self.samples[$0.name] != nil }
        #expect(types.count == 7)
        for type in types {
            for (symbol, kind) in [("+", ScalarType.Operator.add), ("-", .sub), ("*", .mul)] {
                for (operand, right) in Self.samples {
                    let left = Self.samples[type.name] ?? ""
                    let declared = type.operations.first {
                        $0.operator == kind && $0.operand == .named(operand)
                    }
                    let expression = "(\(left)) \(symbol) (\(right))"
                    #expect(try Self.typeOf(expression) == declared?.result.text, "\(expression)")
                }
            }
            let negation = type.operations.first { $0.operator == .unm }
            #expect(try Self.typeOf("-(\(Self.samples[type.name] ?? ""))") == negation?.result.text)
        }
    }

    /// What messages call the type of an expression's value; nil when it cannot be had.
    private static func typeOf(_ expression: String) throws -> String? {
        let session = try Session(declaring: .standard)
        try session.register()
        let chunk = try session.state.load(Array("return \(expression)".utf8), name: "script.lua")
        guard let value = try? session.state.call(chunk).first else { return nil }
        if case .integer = value { return "integer" }
        return value.typeName
    }

    @Test func `every type that is named is told of`() throws {
        let reference = try APIReference()
        var known: Set = [
            "any", "boolean", "function", "integer", "nil", "number", "string", "table", "record",
        ]
        known.formUnion(reference.types.map(\.name) + reference.aliases.map(\.name))
        for entity in reference.schema.entities { known.formUnion([entity.name, "query of \(entity.name)"]) }
        var expressions = reference.functions.flatMap(\.expressions)
        expressions += reference.types.flatMap(\.properties).map(\.type)
        expressions += reference.namespaces.flatMap(\.constants).map(\.type)
        expressions += reference.schema.entities.flatMap(\.fields).map(\.type.expression)
        for case .named(let name) in expressions.flatMap(\.parts) {
            #expect(known.contains(name), "\(name)")
        }
    }

    @Test func `a table of options is documented whole`() throws {
        let reference = try APIReference()
        #expect(reference.options.map(\.name).contains("report options"))
        for options in reference.options {
            #expect(options.documentation.hasSuffix("."), "\(options.name)")
            for option in options.items + options.options {
                #expect(option.documentation.hasSuffix("."), "\(options.name): \(option.name)")
            }
        }
    }

    @Test func `without a community there is nothing to read`() throws {
        let session = try Session(declaring: .standard)
        try session.register()
        let chunk = try session.state.load(
            Array("local community = ... return community.members:count()".utf8), name: "script.lua")
        let error = #expect(throws: LuaError.self) {
            try session.state.call(chunk, [.object(CommunityObject(session: session))])
        }
        #expect(error?.message == "there is no community to read here")
    }
}
