import ArgumentParser
import Community
import Host
import Runs
import Store

struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change a record; without fields, in your editor.",
        discussion: """
            Fields are given as name=value: halqa edit action_item workplan-2 status=done tags+=urgent remarks.ar=@notes. \
            name= empties a field; += and -= add to a list and take from it. Without fields, the record is opened in \
            $VISUAL or $EDITOR. What others change meanwhile is kept; where both changed the same, nothing is written \
            and both versions are shown.
            """)

    @ParentCommand var halqa: Halqa

    @Argument(
        help: ArgumentHelp("The record's entity.", valueName: "entity"),
        completion: .list(Schema.standard.entities.map(\.name)))
    var entity: String

    @Argument(help: ArgumentHelp("The record's identifier, or its name.", valueName: "id"))
    var id: String

    // Unconditional would take options; a value that begins with a minus has its name before it.
    @Argument(help: ArgumentHelp("Fields and their values.", valueName: "name=value"))
    var values: [String] = []

    @OptionGroup var writing: WritingOptions

    func run() throws {
        let access = try halqa.options.access()
        let records = try RecordWriting(access)
        let subject = try records.subject(entity, id)
        guard values.isEmpty else {
            return try write(records.edit(of: subject, values))
        }
        try edit(subject, records, access)
    }

    private func write(_ edit: ChangeProposal) throws {
        try writing.perform("Change it?", edit, halqa.options)
    }

    /// Opens the editor until what it leaves can be written, or is left as it is.
    private func edit(
        _ first: RecordWriting.Subject, _ begun: RecordWriting, _ access: CommunityAccess
    ) throws {
        let editor = try Editor()
        var (subject, records) = (first, begun)
        var edits: [String: FieldValue] = [:]
        var text = records.text(of: subject, with: edits, message: nil)
        while true {
            let edited = try editor.edit(text)
            // The same text again: whatever was wrong with it still is.
            guard edited != text else {
                halqa.options.notify("Nothing was changed.")
                return
            }
            do {
                edits = try records.edits(in: edited, of: subject)
                guard !edits.isEmpty else {
                    halqa.options.notify("Nothing was changed.")
                    return
                }
                return try write(records.edit(of: subject, edits))
            } catch let error where Question.canBeAsked && Self.canBeMended(error) {
                if (error as? StoreError)?.kind == .conflict {
                    // The record as others left it, with what was typed over it: both versions are before the eyes.
                    records = try RecordWriting(access)
                    subject = try records.subject(entity, subject.id)
                    text = records.text(of: subject, with: edits, message: "\(error)")
                } else {
                    text = Self.noted(edited, "\(error)")
                }
            } catch {
                StandardError.write("What you wrote is kept in '\(editor.keep())'.")
                throw error
            }
        }
    }

    /// Whether the user may have a way out by editing on.
    private static func canBeMended(_ error: any Error) -> Bool {
        switch error {
        case let error as StoreError:
            [.badChange, .conflict, .unknownRecord, .notPermitted].contains(error.kind)
        case let error as Failure: error.reason == .data
        default: false
        }
    }

    /// A text with what is wrong with it on top, in the place of what was wrong before.
    private static func noted(_ text: String, _ message: String) -> String {
        let rest = text.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0.hasPrefix("# !!") }
        let note = message.split(separator: "\n").map { "# !! \($0)" }
        return (note + rest.map(String.init)).joined(separator: "\n")
    }
}
