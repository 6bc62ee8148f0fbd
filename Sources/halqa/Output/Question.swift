import Glibc
import Runs

/// A question that is answered at the terminal.
enum Question {
    /// Whether somebody can be asked.
    static var canBeAsked: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// - Returns: true for yes; no is taken for granted.
    /// - Throws: `Failure` where there is nobody to ask.
    static func ask(_ question: String) throws -> Bool {
        guard canBeAsked else {
            let words = CommandLine.arguments.dropFirst().map(quoted).joined(separator: " ")
            throw Failure(
                .usage,
                "nothing was written: there is nobody to ask here. To write it: halqa \(words) --yes")
        }
        StandardError.write("\(question) [y/N]")
        let answer = (readLine() ?? "").lowercased()
        return ["y", "yes", "o", "oui", "ن", "نعم"].contains(answer.filter { !$0.isWhitespace })
    }

    /// As the shell has to be given it.
    private static func quoted(_ word: String) -> String {
        let plain = word.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
                || "-_.,:/=+@%".unicodeScalars.contains($0)
        }
        return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
