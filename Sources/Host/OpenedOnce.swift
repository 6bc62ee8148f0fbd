import Store

/// A community that is opened when it is first needed, and then kept.
final class OpenedOnce {
    private let open: () throws -> Store
    private lazy var store = Result { try open() }

    init(_ access: CommunityAccess, for purpose: Store.Purpose) {
        open = { try access.store(for: purpose) }
    }

    init(_ store: Store) {
        open = { store }
    }

    func get() throws -> Store { try store.get() }
}
