import Confinement
import Testing

/// That the worker of the built binary is confined; what that means is tried by the tests of Confinement.
@Suite struct ConfinementTests {
    @Test func `requiring confinement refuses scripts where the kernel lacks a layer`()
        throws
    {
        let demo = try DemoFolder()
        try demo.folder.file("one.lua", "return function() return 1 end")
        let run = try demo.halqa("--require-confinement", "run", "one.lua")
        let isWhole = Confinement.supported == Set(Confinement.Layer.allCases)
        #expect(run.exitCode == (isWhole ? 0 : 78), "\(run.text)")
        #expect(run.errors.isEmpty == isWhole)
    }

    @Test(arguments: [
        ["plugin", "install", "visits", "--yes"], ["plugin", "lint", "visits"], ["plugin", "test", "visits"],
        ["runs", "replay", "RUN"],
    ])
    func `requiring it holds for all that loads a script`(call: [String]) throws {
        let demo = try DemoFolder()
        #expect(try demo.halqa("plugin", "new", "visits").exitCode == 0)
        #expect(try demo.run(returning: "1").exitCode == 0)
        let run = try demo.latestRun
        let done = try demo.halqa(["--require-confinement"] + call.map { $0 == "RUN" ? run : $0 })
        let isWhole = Confinement.supported == Set(Confinement.Layer.allCases)
        #expect((done.exitCode == 0) == isWhole, "\(done.text)")
    }

    @Test func `large sorts find their temporary files, also several at a time`() throws {
        let demo = try DemoFolder()
        let script = """
            return function(community)
              local seen = 0
              for item in community.action_items:sort("-title"):each() do
                for other in community.practices:sort("title", "-id"):each() do seen = seen + 1 end
              end
              return seen == community.action_items:count() * community.practices:count()
            end
            """
        try demo.folder.file("sorts.lua", script)
        let run = try demo.halqa("run", "sorts.lua", "--format", "csv")
        #expect(run.exitCode == 0, "\(run.text)")
    }

    @Test func `zones that only the script names are found`() throws {
        let demo = try DemoFolder()
        let script = """
            return function() return instant("2024-06-30T12:00Z"):at("Pacific/Auckland"):format("d HH:mm") end
            """
        try demo.folder.file("zones.lua", script)
        let run = try demo.halqa("run", "zones.lua")
        #expect(run.output.contains("1 00:00"), "\(run.text)")
    }
}
