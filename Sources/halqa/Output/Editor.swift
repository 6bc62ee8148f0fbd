import Foundation
import Runs

/// The user's editor, on a file of its own that nobody else can read.
final class Editor {
    private let command: String
    private let folder: String
    private var file: String { folder + "/record.toml" }
    private var isKept = false

    /// - Throws: `Failure` when no editor is chosen and none can be shown.
    init() throws {
        let environment = ProcessInfo.processInfo.environment
        let chosen = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let command = chosen ?? (Question.canBeAsked ? "vi" : nil) else {
            throw Failure(
                .usage,
                "give fields and values (name=value), or choose an editor with $VISUAL or $EDITOR")
        }
        self.command = command
        var template = Array((NSTemporaryDirectory() + "halqa-edit-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure(
                .cannotCreate,
                "no file can be made in '\(NSTemporaryDirectory())' to edit: \(String(cString: strerror(errno)))"
            )
        }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { if !isKept { try? FileManager.default.removeItem(atPath: folder) } }

    /// Leaves the file where it is, so that nothing that was typed is lost.
    ///
    /// - Returns: its name.
    func keep() -> String {
        isKept = true
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
