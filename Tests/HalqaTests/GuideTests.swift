import Foundation
import Testing

/// The guides are true word for word: the files that they show are written, their commands run one after the other in a fresh
/// folder, and what they answer is what stands there. `…` stands for anything within a line, on a line of its own for any lines.
struct GuideTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL.path

    @Test(arguments: ["writing-plugins", "administering"])
    func `a guide's commands answer as it says`(guide: String) throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOfFile: "\(Self.repository)/docs/\(guide).md", encoding: .utf8)
        let steps = try Self.steps(text, in: folder)
        #expect(steps.count >= 10)
        // One shell for all, because a guide exports a variable.
        let mark = "\u{1}"
        let script = steps.map { "printf '\(mark)'\n\($0.script)\n" }.joined()
        let run = try Command(
            shell: "exec 2>&1 </dev/null\nln -s '\(Self.repository)/Plugins' Plugins\n\(script)", in: folder)
        let answers = run.output.components(separatedBy: mark).dropFirst()
        try #require(answers.count == steps.count)
        for (step, answer) in zip(steps, answers) {
            let lines = answer.components(separatedBy: "\n").dropLast()
            #expect(
                Self.matches(lines[...], step.answer[...]), "\(guide): \(step.script) answered:\n\(answer)")
        }
    }

    @Test(arguments: [
        (["a"], ["a"], true), (["a"], ["b"], false), (["a", "b"], ["a"], false), ([], ["…"], true),
        (["a", "b", "c"], ["a", "…", "c"], true), (["a", "b"], ["…", "a"], false),
        (["5 runs in 3 ms"], ["5 runs in … ms"], true), (["5 runs in 3 s"], ["5 runs in … ms"], false),
        (["aba"], ["a…a"], true), (["a"], ["a…a"], false), (["1 2 3"], ["… 2 …"], true),
    ])
    func `dots stand for anything, and nothing else does`(
        lines: [String], answer: [String], isSame: Bool
    ) {
        #expect(Self.matches(lines[...], answer[...]) == isSame)
    }

    private struct Step {
        var script: String
        var answer: [String] = []
    }

    /// The commands of a guide with what they should answer, and before them the writing of the files that it shows, each
    /// of which is named in the paragraph before it.
    private static func steps(_ text: String, in folder: TemporaryFolder) throws -> [Step] {
        var steps: [Step] = []
        var block: (kind: String, lines: [String])?
        var paragraph = ""
        for line in text.components(separatedBy: "\n") {
            guard let (kind, lines) = block else {
                if line.hasPrefix("```") {
                    block = (String(line.dropFirst(3)), [])
                } else if !line.isEmpty {
                    paragraph += line
                } else if !paragraph.hasSuffix(":") {
                    paragraph = ""
                }
                continue
            }
            guard line == "```" else {
                block = (kind, lines + [line])
                continue
            }
            block = nil
            if kind == "console" {
                for line in lines {
                    if line.hasPrefix("$ ") {
                        steps.append(Step(script: String(line.dropFirst(2))))
                    } else if !steps.isEmpty {
                        steps[steps.count - 1].answer.append(line)
                    }
                }
            } else if let path = paragraph.matches(of: /`([^`]+\.(?:lua|toml))`/).last?.output.1 {
                let file = try folder.file("shown-\(steps.count)", lines.joined(separator: "\n") + "\n")
                steps.append(Step(script: "cp '\(file)' '\(path)'"))
            }
            paragraph = ""
        }
        return steps
    }

    private static func matches(_ lines: ArraySlice<String>, _ answer: ArraySlice<String>) -> Bool {
        guard let expected = answer.first else { return lines.isEmpty }
        let rest = answer.dropFirst()
        guard expected == "…" else {
            return lines.first.map { matches($0, expected) } == true && matches(lines.dropFirst(), rest)
        }
        return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], rest) }
    }

    private static func matches(_ line: String, _ expected: String) -> Bool {
        let pieces = expected.components(separatedBy: "…")
        guard pieces.count > 1, let first = pieces.first, let last = pieces.last else {
            return line == expected
        }
        guard line.count >= first.count + last.count, line.hasPrefix(first), line.hasSuffix(last) else {
            return false
        }
        var rest = line.dropFirst(first.count).dropLast(last.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let place = rest.range(of: piece) else { return false }
            rest = rest[place.upperBound...]
        }
        return true
    }
}
