@testable import LuaKit

/// Runs a script in a state of its own and gives its results as Lua would write them.
func results(of source: String, seed: UInt64 = 0) throws -> String {
    let state = try State(seed: seed)
    try state.freeze()
    return try state.text(state.run(source))
}

/// The error that a script ends with.
func failure(of source: String, in state: State? = nil) throws -> LuaError? {
    let state = try state ?? State()
    try state.freeze()
    do {
        _ = try state.run(source)
        return nil
    } catch {
        return error
    }
}

extension State {
    func text(_ values: [Value]) throws -> String {
        try values.map { try tree($0).description }.joined(separator: ", ")
    }
}

/// Lines that `print` wrote.
final class Lines {
    var lines: [String] = []
}
