import Community
import Foundation
import Store
import Testing

@testable import Host

struct DemoCommunityTests {
    @Test func `the demo has every record that its files tell of`() throws {
        let changes = try DemoCommunity.changes(schema: .standard, at: Instant(milliseconds: 0)).changes
        let counts = Dictionary(grouping: changes, by: \.entity).mapValues(\.count)
        #expect(
            counts == [
                "organization": 33, "member": 34, "objective": 23, "session": 11, "agenda_item": 4,
                "attendance": 155, "practice": 29, "action_item": 24, "progress_report": 7,
            ])
    }

    @Test func `what is made up in the demo says so`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Host/Demo").standardizedFileURL
        for name in ["illustration.toml", "illustration_attendance.toml"] {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let records = try RecordFile(name: name, text: text, schema: .standard).changes.count
            #expect(records > 0 && text.ranges(of: "source = \"Illustrative").count == records, "\(name)")
        }
    }

    @Test(arguments: [
        ("[[organisation]]\nid = 'x'", "there is no entity 'organisation'"),
        ("[[organization]]\nname = 'x'", "organization 1 has no id"),
        ("[[organization]]\nid = 'x'\nnames = 'x'", "'names' is not a field of organization"),
        ("[[organization]]\nid = 'x'\nkind = 'planet'", "kind: 'planet' is not one of state"),
        ("[[organization]]\nid = 'x'\nactive = 'yes'", "active: a boolean was expected"),
        ("[[organization]\n", "x.toml: "),
    ])
    func `a mistake in a file of records is named with its place`(text: String, message: String) {
        #expect {
            _ = try RecordFile(name: "x.toml", text: text, schema: .standard)
        } throws: { error in
            "\(error)".contains(message)
        }
    }
}

struct DemoCommunityFileTests {
    /// The demo has references to many, lists and texts in several languages.
    @Test func `the check of the demo finds all well, and the file is its owner's alone`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "halqa-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let now = Instant(milliseconds: 1_795_305_600_000)
        _ = try NewCommunity(folder: folder.path, language: "en", now: now).createDemo()
        #expect(Store.check(folder.path).filter { $0.severity != .fine } == [])
        let file = folder.appending(path: "community.db").path
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
}
