import Community
import Documents
import LuaKit
import Testing

@testable import Scripting

/// The Lua API, tested in Lua.
@Suite(.community) struct LuaTests {
    @Test(arguments: [
        ("queries.lua", "en"), ("conditions.lua", "en"), ("records.lua", "en"), ("time.lua", "en"),
        ("text.lua", "en"), ("text_ar.lua", "ar"), ("json.lua", "en"), ("groups.lua", "en"),
        ("contributions.lua", "en"), ("changes.lua", "en"),
    ])
    func `what a file asserts holds`(name: String, language: String) throws {
        let script = try Script(try LuaFile(name).source, name: name, language: language)
        #expect(script.value == .text("passed"))
    }

    @Test(arguments: [("fp-jor", "jor"), ("adm", "unhcr")])
    func `the viewer is a record like others`(viewer: String, organization: String) throws {
        let script = try Script(
            Script.body(
                """
                assert(community.viewer == community.members:get(community.viewer.id))
                return community.viewer.id .. " of " .. community.viewer.organization.id
                """), as: viewer)
        #expect(script.value == .text("\(viewer) of \(organization)"))
    }

    @Test func `what a script prints goes to the log, a line a call`() throws {
        let script = try Script(try LuaFile("text.lua").source)
        #expect(script.lines == ["one\t2\tnil\ttrue\t2024-06-30\tJordan", "a line"])
    }

    /// The session of a script, to look at what is declared.
    private func session() throws -> Session {
        let state = try State()
        let session = Session(
            state: state, snapshot: try TestCommunity.shared.snapshot(),
            program: Program(name: "script.lua", source: []),
            now: try #require(Script.now), zone: .utc)
        try session.register()
        return session
    }

    @Test func `every function, method, property and constant is documented, with an example`() throws {
        let session = try session()
        var functions = try session.modules.flatMap(\.functions)
        for type in session.types {
            #expect(!type.documentation.isEmpty, "\(type.name)")
            functions += type.methods
            for property in type.properties {
                #expect(property.documentation.hasSuffix("."), "\(property.name)")
            }
        }
        for function in functions {
            #expect(function.documentation.hasSuffix("."), "\(function.name)")
            #expect(!function.examples.isEmpty, "\(function.name) has no example")
            #expect(function.examples.allSatisfy { $0.contains(function.name) }, "\(function.name)")
            #expect(function.parameters.allSatisfy { $0.documentation.hasSuffix(".") }, "\(function.name)")
            #expect(function.result?.documentation.isEmpty != true, "\(function.name)")
        }
        for module in try session.modules {
            #expect(!module.documentation.isEmpty)
            for constant in module.constants {
                #expect(constant.documentation.hasSuffix("."), "\(constant.name)")
            }
        }
        #expect(functions.count > 60)
    }

    @Test func `every function, method, property and constant is tried in Lua`() throws {
        let session = try session()
        let code = try LuaFile.all.map(\.code).joined(separator: "\n")
        var names: [String] = []
        for module in try session.modules {
            let prefix = module.name.map { "\($0)." } ?? ""
            names += (module.functions.map(\.name) + module.constants.map(\.name)).map { prefix + $0 }
        }
        for type in session.types {
            names += type.methods.map { ":\($0.name)" } + type.properties.map { ".\($0.name)" }
        }
        let untried = names.filter { !Self.occurs($0, in: code) }
        #expect(untried == [])
        #expect(names.count > 90)
    }

    /// Whether a name stands somewhere as a word.
    private static func occurs(_ name: String, in code: String) -> Bool {
        code.ranges(of: name).contains { range in
            let after = range.upperBound == code.endIndex ? " " : code[range.upperBound]
            let before =
                range.lowerBound == code.startIndex ? " " : code[code.index(before: range.lowerBound)]
            func isWord(_ character: Character) -> Bool {
                character.isLetter || character.isNumber || character == "_"
            }
            return !isWord(after) && (name.first == ":" || name.first == "." || !isWord(before))
        }
    }
}
