import Community
import Foundation
import Runs
import Scripting
import Store

/// The erasure of a person on request: `halqa erase`.
public struct PersonErasure {
    private let access: CommunityAccess
    private let store: Store
    private let viewer: Viewer

    /// - Throws: `Failure` when the viewer is neither the operator nor an administrator.
    public init(_ access: CommunityAccess) throws {
        self.access = access
        store = try access.store(for: .writing)
        viewer = try store.snapshot(as: access.viewer).viewer
        if case .member(let member) = viewer, member.role != .admin {
            throw Failure(.notPermitted, "only an administrator may erase a person")
        }
    }

    /// What stands in the place of the name, in the community's language.
    private static let words: LocalizedText = [
        "en": "Erased person", "fr": "Personne effacée", "ar": "شخص مُحيت بياناته",
    ]

    /// The name of the member of an identifier; nil of one who is deleted already.
    ///
    /// - Throws: `unknownRecord` when nobody has or had that identifier.
    public func name(of id: String) throws -> String? {
        let snapshot = try store.snapshot(as: access.viewer, language: access.language)
        let entity = try snapshot.schema.entity("member")
        guard let key = try snapshot.key(entity, id: id) else {
            var query = LogQuery(limit: 1)
            (query.entity, query.record) = (entity, id)
            _ = try snapshot.commits(query)
            return nil
        }
        return try snapshot.labels(entity, [key])[key]
    }

    /// No snapshot may be open meanwhile: the file could not be freed of what is erased.
    public func perform(_ id: String) throws -> Erasure {
        let language = try store.snapshot(as: access.viewer).community.language
        let word = Self.words.text(in: language, fallback: Language.default.rawValue)
        let origin = ChangeSet.Origin(by: viewer.name, command: "erase", at: access.now)
        return try store.erase(id, word: word, origin: origin, for: viewer, receipts: Self.erased)
    }

    /// A receipt's details without the person: the document is kept only where it does not tell of them.
    private static func erased(_ run: RunRecord, _ person: Erasure.Person) throws -> [UInt8]? {
        var receipt = try Receipt(run)
        let former = receipt
        if receipt.viewer == person.id { receipt.viewer = person.newID }
        receipt.script = person.erased(from: receipt.script)
        receipt.parameters = receipt.parameters.mapValues { person.erased(from: $0) }
        receipt.input = receipt.input.map { person.erased(from: $0) }
        receipt.job = receipt.job.map { erased($0, person) }
        if let settings = receipt.plugin?.settings {
            receipt.plugin?.settings = settings.mapValues { person.erased(from: $0) }
        }
        if let failure = receipt.failure {
            receipt.failure = Failure(failure.reason, person.erased(from: failure.description))
        }
        let secrets = person.texts + (person.id == person.newID ? [] : [person.id])
        if let output = receipt.output, secrets.contains(where: { output.range(of: Data($0.utf8)) != nil }) {
            receipt.output = nil
        }
        return receipt == former ? nil : try receipt.record().details
    }

    /// What a file or its sheet is called may be a person's name.
    private static func erased(_ job: Request.Job, _ person: Erasure.Person) -> Request.Job {
        func erased(_ options: ImportOptions) -> ImportOptions {
            var options = options
            options.file = person.erased(from: options.file)
            options.sheet = options.sheet.map { person.erased(from: $0) }
            return options
        }
        return switch job {
        case .importing(let options): .importing(erased(options))
        case .rows(let options, let numbers): .rows(erased(options), numbers: numbers)
        default: job
        }
    }
}
