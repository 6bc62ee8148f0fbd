import Documents
import Foundation

@testable import Runs

/// Messages as tests write them.
extension Frame {
    static func started(
        commit: Int64 = 1, language: String = "en", zone: String = "UTC", seed: UInt64 = 1
    ) -> Frame {
        .json(
            .started,
            Started(commit: commit, language: language, zone: zone, seed: seed, luaVersion: "Lua 5.4.4"))
    }

    static func part(_ part: Part) -> Frame {
        Frame(kind: .part, body: (try? PartEncoder.encode(part)) ?? [])
    }

    static func log(_ line: String) -> Frame { Frame(kind: .log, body: Array(line.utf8)) }

    static let finished = Frame.json(.finished, Finished(usage: Usage(memory: 1, rowsRead: 2, cpu: 3)))

    static func failed(_ reason: Failure.Reason, _ text: String) -> Frame {
        .json(.failed, Failed(failure: Failure(reason, text), usage: Usage()))
    }

    static func text(_ kind: Kind, _ text: String) -> Frame { Frame(kind: kind, body: Array(text.utf8)) }

    private static func json(_ kind: Kind, _ message: some Encodable) -> Frame {
        Frame(kind: kind, body: Array((try? JSONEncoder().encode(message)) ?? Data()))
    }
}

extension Part {
    static let beginning = Part.begin(DocumentHeader(title: "Test", language: "en"))
    static let table = Part.beginTable(
        TableHeader(columns: [
            Column(name: "a", title: "A", type: .any), Column(name: "b", title: "B", type: .any),
        ]))

    static func row(_ cells: Cell...) -> Part { .rows([TableRow(cells)]) }
}

extension [Frame] {
    /// A whole, small document.
    static let document: [Frame] = [
        .started(), .log("hello"), .part(.beginning), .part(.text("Text")), .part(.end), .finished,
    ]

    var bytes: [UInt8] { flatMap(\.bytes) }
}
