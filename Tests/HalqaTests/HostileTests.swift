import Foundation
import Runs
import Testing

struct HostileTests {
    @Test func `every hostile script says what may come of it`() {
        #expect(HostileScript.all.count >= 90)
        for script in HostileScript.all {
            #expect(!script.exitCodes.isEmpty, "\(script) has no line '-- exit: …'")
            #expect(script.exitCodes.allSatisfy { [0, 1, 3, 65].contains($0) }, "\(script)")
        }
    }

    @Test(arguments: HostileScript.all)
    func `a hostile script ends in time, is told of well, and harms nobody`(script: HostileScript) throws {
        let demo = try DemoFolder()
        let path = HostileScript.folder + "/" + script.name
        let run = try demo.halqa("run", path, "--time", "1s")
        #expect(script.exitCodes.contains(run.exitCode), "exit code \(run.exitCode): \(run.text.prefix(500))")
        #expect(
            script.messages.isEmpty || script.messages.contains { run.text.contains($0) },
            "\(run.text.prefix(500))")
        if run.exitCode != 0 {
            #expect(run.errors.contains(script.name), "\(run.errors.prefix(500))")
            for trace in ["Fatal error", "Stack dump", "Backtrace", "Illegal instruction", "0x"] {
                #expect(!run.errors.contains(trace), "\(run.errors.prefix(500))")
            }
        }
        #expect(!run.text.contains("\u{1B}"))

        // Its time limit and a second; the outer bound leaves room for a machine with much to do.
        let receipt = try Receipt(try #require(try demo.store.runs(limit: 1).first))
        #expect(receipt.script == path)
        #expect(receipt.elapsed <= 2000)
        #expect(run.seconds < 15)

        let innocent = try demo.run(returning: #"community.members:group("role"):count()"#)
        #expect(innocent.output == Self.innocent)
        #expect(innocent.exitCode == 0 && innocent.errors.isEmpty)
    }

    private static let innocent = """
        Role         Count
        ───────────  ─────
        Focal point     31
        Member           1
        Moderator        2
        3 rows

        """
}
