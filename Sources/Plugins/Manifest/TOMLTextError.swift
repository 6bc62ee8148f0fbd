/// What is wrong with a text that should be TOML, and where.
public struct TOMLTextError: Error, CustomStringConvertible {
    public let description: String

    /// - Parameter column: counts Unicode scalars from 1 on, as the library does.
    init(_ line: Int, _ column: Int, _ sentence: String) {
        description = "line \(line), column \(column): \(sentence)"
    }
}
