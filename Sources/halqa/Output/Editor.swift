import Foundation
import Runs
import Scratch

/// The user's editor, on a file of its own that nobody else can read.
final class Editor {
    private let command: String
    private let folder: ScratchFolder
    private var file: String { folder.path + "/record.toml" }

    /// - Throws: `Failure` when no editor is chosen and none can be shown; `ScratchError`.
    init() throws {
        let environment = ProcessInfo.processInfo.environment
        let chosen = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let command = chosen ?? (Question.canBeAsked ? "vi" : nil) else {
            throw Failure(
                .usage,
                "give fields and values (name=value), or choose an editor with $VISUAL or $EDITOR")
        }
        self.command = command
        folder = try ScratchFolder()
    }

    /// Leaves the file where it is, so that nothing that was typed is lost.
    ///
    /// - Returns: its name.
    func keep() -> String {
        folder.keep()
        return file
    }

    /// Lets the user edit a text.
    func edit(_ text: String) throws -> String {
        guard
            FileManager.default.createFile(
                atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw Failure(.cannotCreate, "'\(file)' cannot be written") }
        try run()
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure(.unreadable, "'\(file)' is gone; nothing was written")
        }
        guard let edited = String(data: data, encoding: .utf8) else {
            throw Failure(.data, "'\(keep())' is not text in UTF-8 any more; nothing was written")
        }
        return edited
    }

    /// Through the shell, because the command may have options of its own.
    private func run() throws {
        let arguments = ["/bin/sh", "-c", "\(command) \"$1\"", "sh", file]
        let words = arguments.map { strdup($0) }
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, "/bin/sh", nil, nil, words + [nil], environ)
        guard code == 0 else {
            throw Failure(.unreadable, "the editor does not start: \(String(cString: strerror(code)))")
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else {
            throw Failure(.unreadable, "the editor '\(command)' ended with an error; nothing was written")
        }
    }
}
