import ArgumentParser
import Glibc
import Plugins
import Runs

/// How an admin consents to what a plugin asks for: on a terminal by answering, elsewhere by these options.
struct ConsentOptions: ParsableArguments {
    @Flag(help: "Grant all that is asked for, without asking.")
    var yes = false

    @Option(
        name: .customLong("grant"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Grant this of what is asked for, and nothing else; may be given again. 'none' grants nothing.",
            valueName: "permission"))
    var grants: [String] = []

    func validate() throws {
        if yes, !grants.isEmpty { throw ValidationError("--yes grants everything; leave it or --grant out.") }
        if grants.contains("none"), grants.count > 1 {
            throw ValidationError("--grant none grants nothing; leave the others or it out.")
        }
    }

    /// What is granted of what is asked for.
    ///
    /// - Parameters:
    ///   - question: what to ask on a terminal: `Install it and grant this?`
    ///   - command: what to type elsewhere, without these options.
    func decide(_ asked: Permissions, _ question: String, command: String) throws -> Permissions {
        if yes { return asked }
        if !grants.isEmpty { return try granted(asked) }
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
            let some = asked.list.map { " --grant '\($0)'" }.joined()
            throw Failure(
                .usage,
                "nothing was changed: nobody is at a terminal to be asked. To grant all of this:\n"
                    + "  \(command) --yes\nor only some of it:\n  \(command)\(some.isEmpty ? " --grant none" : some)"
            )
        }
        StandardError.write("\(question) [y/N]")
        let answer = readLine()?.lowercased() ?? ""
        guard ["y", "yes", "o", "oui", "نعم"].contains(answer) else {
            throw Failure(.notPermitted, "nothing was changed")
        }
        return asked
    }

    private func granted(_ asked: Permissions) throws -> Permissions {
        guard grants != ["none"] else { return .none }
        let permissions = Permissions(try grants.map { try Permission($0) })
        let rest = permissions.subtracting(asked).list
        guard rest.isEmpty else {
            throw Failure(
                .usage,
                "'\(rest[0])' is not asked for"
                    + (asked.isEmpty ? "; nothing is" : "; there are \(asked.quoted)"))
        }
        return permissions
    }
}
