/// A file that is written from declarations.
public struct ManualFile: Sendable, Hashable {
    /// In the folder that it is written to: `.halqa/halqa.lua`.
    public let path: String
    public let text: String
    /// Whether the file is only ever ours. One that is not may have been there before: see ``isOurs(_:)``.
    public let isInOwnFolder: Bool

    init(_ path: String, _ text: String, isInOwnFolder: Bool = true) {
        self.path = path
        self.text = text
        self.isInOwnFolder = isInOwnFolder
    }

    /// Stands at the beginning of each file for editors and linters.
    static let mark = "Written by `halqa types`"

    /// Whether a file's text was written by this program, so that it may be replaced.
    public static func isOurs(_ text: String) -> Bool {
        text.prefix(100).contains(mark)
    }
}
