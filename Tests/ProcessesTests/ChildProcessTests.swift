import Foundation
import Testing

@testable import Processes

/// One after the other: deadlines run on the wall's clock.
@Suite(.serialized) struct ChildProcessTests {
    private static func shell(_ line: String, _ descriptors: [Int32?] = [nil, nil, nil]) -> Program {
        Program(["/bin/sh", "-c", line], environment: ["WORD=given"], descriptors: descriptors)
    }

    private static func end(_ program: Program, within time: Duration = .seconds(30)) throws -> ProcessEnd? {
        var child = try ChildProcess(program)
        return child.end(by: .now + time)
    }

    @Test(arguments: [
        ("exit 7", ProcessEnd.exited(7)), ("kill -TERM $$", .killed(SIGTERM)),
        ("test \"$WORD\" = given && test -z \"$HOME\"", .exited(0)),
        ("test -e /proc/$$/fd/2 && test ! -e /proc/$$/fd/3", .exited(0)),
    ])
    func `a child ends in its own way, with what it was given and nothing else`(
        line: String, end: ProcessEnd
    ) throws {
        #expect(try Self.end(Self.shell(line)) == end)
    }

    @Test func `descriptors get the numbers of their places, whatever theirs were`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "processes-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // The first file may well have the number at which the second is to be.
        let files = (0..<4).map { open(folder.path + "/\($0)", O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
        defer { for file in files { close(file) } }
        let turned = [nil, files[3], files[2], files[1], files[0]]
        #expect(
            try Self.end(Self.shell("for n in 1 2 3 4; do eval \"echo $n >&$n\"; done", turned)) == .exited(0)
        )
        let texts = try (0..<4).map {
            try String(contentsOf: folder.appending(path: "\($0)"), encoding: .utf8)
        }
        #expect(texts == ["4\n", "3\n", "2\n", "1\n"])
    }

    @Test func `what does not end by its deadline is ended, with its group`() throws {
        var program = Self.shell("sleep 1000 & sleep 1000")
        program.leadsGroup = true
        var child = try ChildProcess(program)
        let group = child.identifier
        #expect(child.end(by: .now + .milliseconds(50)) == nil)
        // Whoever is left is a zombie that nobody has waited for yet, or gone.
        var attempts = 0
        while kill(-group, 0) == 0, attempts < 3000 {
            usleep(10_000)
            attempts += 1
        }
        #expect(attempts < 3000)
    }

    @Test func `memory and processor time are bounded`() throws {
        var greedy = try ChildProcess(Self.shell("sleep 0.2; x=a; while :; do x=$x$x; done"))
        greedy.limit(memory: 64 << 20, processorSeconds: 20)
        #expect(greedy.end(by: .now + .seconds(60)) != .exited(0))
        var busy = try ChildProcess(Self.shell("while :; do :; done"))
        busy.limit(memory: 1 << 30, processorSeconds: 1)
        #expect(busy.end(by: .now + .seconds(120)) == .killed(SIGXCPU))
    }

    @Test func `a program that is not there is told of`() {
        let error = #expect(throws: ProcessError.self) { _ = try ChildProcess(Program(["/nowhere/at/all"])) }
        #expect(error?.description == "No such file or directory")
        #expect(Program.path(of: "sh")?.hasSuffix("/sh") == true)
        #expect(Program.path(of: "no-such-program") == nil)
    }
}
