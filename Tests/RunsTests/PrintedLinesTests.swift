import Testing

@testable import Runs

@Suite struct PrintedLinesTests {
    @Test func `short lines pass as they are`() {
        var lines = PrintedLines()
        for line in ["", "a", "سطر", "\u{1B}[2J"] {
            let passed = lines.cut(line)
            #expect(passed == line)
        }
    }

    @Test(arguments: ["x", "é", "س", "😀"])
    func `a line that is too long is cut at a letter, and says how long it was`(letter: String) throws {
        var lines = PrintedLines()
        let line = String(repeating: letter, count: 100_000)
        let passed = lines.cut(line)
        let cut = try #require(passed)
        #expect(cut.utf8.count <= PrintedLines.longest)
        #expect(cut.hasSuffix("… (the line is cut here; it has \(line.utf8.count) bytes)"))
        #expect(cut.hasPrefix(letter))
    }

    @Test(arguments: [0, 1, 1000, 70_000])
    func `what is more than a run may print is left out, which is said once`(length: Int) {
        var lines = PrintedLines()
        let line = String(repeating: "x", count: length)
        var passed: [String] = []
        for _ in 0..<(2 * PrintedLines.most / (length + 1)) {
            if let cut = lines.cut(line) { passed.append(cut) }
        }
        #expect(passed.last == "(what is printed from here on is left out: it is more than 1 MB)")
        #expect(passed.dropLast().allSatisfy { $0.hasPrefix(line.prefix(1000)) })
        let bytes = passed.reduce(0) { $0 + $1.utf8.count + 1 }
        #expect((PrintedLines.most / 2...PrintedLines.limit).contains(bytes))
        let last = lines.cut("")
        #expect(last == nil)
    }
}
