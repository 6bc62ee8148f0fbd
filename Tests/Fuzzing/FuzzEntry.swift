/// What is called with an input again and again: by a fuzzer with what it makes up, and by the tests with what fuzzers
/// found.
public struct FuzzEntry {
    private let body: ([UInt8]) throws -> Void

    /// Makes ready what each call needs.
    public init(_ target: FuzzTarget) throws {
        body =
            switch target {
            case .manifest: PluginInput.manifest
            case .archive: PluginInput.archive
            case .package: PluginInput.package
            case .settings: PluginInput.settings
            case .frames: FrameInput.take
            case .csv: SourceInput.text
            case .workbook: SourceInput.workbook
            case .sheet: SourceInput.sheet
            case .values: try ScriptInput().take
            }
    }

    /// Returns when the input was taken, or refused as it should be.
    ///
    /// - Throws: errors that no input may lead to.
    public func take(_ bytes: [UInt8]) throws { try body(bytes) }
}

/// What no input may lead to.
struct FuzzFinding: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
