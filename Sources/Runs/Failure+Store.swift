import Store

extension Failure {
    /// What the store found, as whoever runs a command is told.
    public init(_ error: StoreError) {
        let reason: Reason =
            switch error.kind {
            case .missing, .unknownRecord: .missing
            case .notACommunity, .damaged, .badChange, .conflict: .data
            case .newerVersion, .olderVersion: .configuration
            case .exists, .cannotCreate: .cannotCreate
            case .busy, .readOnly, .full, .cannotRead, .cannotWrite: .unreadable
            case .badQuery: .usage
            case .notPermitted, .notGranted: .notPermitted
            case .interrupted, .tooLarge: .stopped
            case .defect: .internal
            }
        self.init(reason, error.description)
    }
}
