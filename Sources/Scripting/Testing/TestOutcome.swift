/// The tests of a file, in the order in which they are run: that of their names.
public struct TestPlan: Sendable, Hashable, Codable {
    public var names: [String]

    public init(names: [String]) {
        self.names = names
    }
}

/// How one test ended.
public struct TestOutcome: Sendable, Hashable, Codable {
    public var name: String
    /// Wall time.
    public var milliseconds: Int
    /// nil when it passed.
    public var failure: TestFailure?

    public init(name: String, milliseconds: Int, failure: TestFailure? = nil) {
        self.name = name
        self.milliseconds = milliseconds
        self.failure = failure
    }
}

/// Why a test failed.
public struct TestFailure: Sendable, Hashable, Codable {
    /// `file:line: message`, the source line, and the author's own calls.
    public var message: String
    /// What is different, line by line, where two values were compared.
    public var difference: [String]

    public init(_ message: String, difference: [String] = []) {
        self.message = message
        self.difference = difference
    }
}

/// A check that did not hold, on its way to the script's line.
struct CheckFailure: Error, CustomStringConvertible {
    let description: String
    let difference: [String]

    init(_ description: String, difference: [String] = []) {
        self.description = description
        self.difference = difference
    }
}
