/// Numbers that look random and are the same in every run: what is drawn for a record depends on its number and on what it
/// is drawn for, and on nothing else.
struct Draw {
    private let record: Int

    /// - Parameter record: the number of the record that something is drawn for.
    init(_ record: Int) {
        self.record = record
    }

    /// One of `0..<count`.
    func number(_ purpose: Purpose, below count: Int) -> Int {
        var bits =
            UInt64(record) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(purpose.rawValue + 1) &* 0xD1B5_4A32_D192_ED03
        // The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((bits ^ (bits >> 31)) % UInt64(count))
    }

    func one<T>(of values: [T], _ purpose: Purpose) -> T {
        values[number(purpose, below: values.count)]
    }

    /// True so many times in a hundred.
    func chance(_ percent: Int, _ purpose: Purpose) -> Bool {
        number(purpose, below: 100) < percent
    }

    enum Purpose: Int {
        case organization, role, confidentiality, session, hasSession, owner, secondOwner, hasSecondOwner
        case assignee, hasAssignee, objective, status, priority, due, hasDue, progress, remarks, subject,
            verb, hour
        case invited, kind
    }
}
