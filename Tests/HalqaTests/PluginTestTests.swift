import Foundation
import Testing

struct PluginTestTests {
    private static func test(
        _ files: [String: String], _ arguments: [String] = []
    ) throws -> (exitCode: Int32, output: String, errors: String) {
        let folder = try TemporaryFolder()
        let plugin = try PluginFiles(in: folder, files: files)
        let name = URL(filePath: plugin.path).lastPathComponent
        let call = try Command(["plugin", "test", name] + arguments, in: folder)
        let output = call.output.replacing(#/\(\d+ ms\)/#, with: "(… ms)").replacing(name, with: "tally")
        return (call.exitCode, output, call.errors)
    }

    private static let failing = """
        return tests {
          ["a holds"] = function(t) t:equal(1, 1) end,
          ["b differs"] = function(t)
            t:equal({ { "Late", 60 }, { "Same", 1 } }, { { "Late", 61 }, { "Same", 1 } })
          end,
          ["c raises"] = function() error "by itself" end,
          ["d differs"] = function(t) t:equal({ a = 1 }, { a = 2 }, "the table") end,
        }
        """

    @Test func `failed tests are told with their place and what is different`() throws {
        let call = try Self.test(["tests/failing.lua": Self.failing])
        #expect(call.exitCode == 1)
        #expect(
            call.output == """
                tally/tests/failing.lua
                  ✓ a holds (… ms)
                  ✗ b differs (… ms)
                    tally/tests/failing.lua:4: the values are not equal
                        t:equal({ { "Late", 60 }, { "Same", 1 } }, { { "Late", 61 }, { "Same", 1 } })
                        expected        actual
                      ≠ { "Late", 61 }  { "Late", 60 }
                        { "Same", 1 }   { "Same", 1 }
                  ✗ c raises (… ms)
                    tally/tests/failing.lua:6: by itself
                        ["c raises"] = function() error "by itself" end,
                  ✗ d differs (… ms)
                    tally/tests/failing.lua:7: the table: the values are not equal
                        ["d differs"] = function(t) t:equal({ a = 1 }, { a = 2 }, "the table") end,
                      .a: expected 2, got 1
                1 passed, 3 failed

                """, "\(call.output)")
    }

    @Test(arguments: [
        ([], Int32(1), "2 passed, 3 failed"), (["more"], 0, "1 passed, 0 failed"),
        (["tests/more.lua"], 0, "1 passed, 0 failed"), (["--filter", "hold"], 0, "2 passed, 0 failed"),
        (["failing", "--filter", "raises"], 1, "0 passed, 1 failed"),
    ])
    func `files and tests are chosen`(arguments: [String], exitCode: Int32, summary: String) throws {
        let call = try Self.test(
            [
                "tests/failing.lua": Self.failing,
                "tests/more.lua": "return tests { holds = function(t) t:truthy(true) end }",
            ], arguments)
        #expect(call.exitCode == exitCode && call.output.hasSuffix(summary + "\n"), "\(call)")
    }

    @Test(
        arguments: [
            (
                ["tests/a.lua": "return tests { a = function(t) t:truthy(true) end }"], ["--filter", "b"],
                Int32(78),
                "no test has 'b' in its name"
            ),
            ([:], [], 78, "the plugin has no tests"),
            (
                ["tests/late.lua": "return 1"], ["later"], 64,
                "there is no file of tests 'later'; did you mean 'late'?"
            ),
            (["plugin.toml": "[plugin]\n"], [], 78, "plugin.id is missing"),
        ] as [([String: String], [String], Int32, String)])
    func `no test at all is an error`(
        files: [String: String], arguments: [String], exitCode: Int32, message: String
    ) throws {
        let call = try Self.test(files, arguments)
        #expect(call.exitCode == exitCode && call.errors.contains(message), "\(call)")
    }

    @Test func `a reader who leaves, and a disk that is full, are told as everywhere`() throws {
        let folder = try TemporaryFolder()
        #expect(try Command(["plugin", "new", "tally", "--report"], in: folder).exitCode == 0)
        let piped = try Command(shell: "halqa plugin test tally | true; exit ${PIPESTATUS[0]}", in: folder)
        #expect(piped.exitCode == 0 && piped.errors.isEmpty, "\(piped.errors)")
        let full = try Command(shell: "halqa plugin test tally >/dev/full", in: folder)
        #expect(full.exitCode == 74, "\(full.errors)")
        #expect(full.errors.hasPrefix("halqa: ") && !full.errors.contains("Receipt"), "\(full.errors)")
    }

    @Test func `a test that loops is stopped, and a file that does not load keeps no other from being run`()
        throws
    {
        let looping = try Self.test([
            "tests/a.lua":
                "return tests { a = function() while true do end end, b = function(t) t:truthy(1) end }"
        ])
        #expect(looping.exitCode == 3, "\(looping)")
        #expect(looping.output.contains("  ✗ a (… ms)\n    tally/tests/a.lua"), "\(looping)")
        #expect(looping.output.hasSuffix("  ✓ b (… ms)\n1 passed, 1 failed\n"), "\(looping)")
        let broken = try Self.test([
            "tests/a.lua": "return tests {\n",
            "tests/b.lua": "return tests { b = function(t) t:truthy(1) end }",
        ])
        #expect(broken.exitCode == 78, "\(broken)")
        #expect(broken.output.contains("tally/tests/a.lua\n    tally/tests/a.lua:"), "\(broken)")
        #expect(broken.output.hasSuffix("1 passed, 0 failed, and a file could not be loaded\n"), "\(broken)")
    }

    @Test func `tests run longer than a worker is let be, on communities of their own`() throws {
        let tests = (1...25).map { number in
            """
              ["test \(number)"] = function(t)
                local community = t:community { members = { { id = "a", name = "A", organization = "o" } },
                  organizations = { { id = "o", name = "O" } } }
                t:truthy(t:run("reports/all", { community = community }))
              end,

            """
        }
        let call = try Self.test(["tests/many.lua": "return tests {\n\(tests.joined())}\n"])
        #expect(call.exitCode == 0 && call.output.hasSuffix("25 passed, 0 failed\n"), "\(call)")
    }
}
