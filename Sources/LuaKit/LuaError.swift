/// What went wrong in a script, told so that its author can mend it.
public struct LuaError: Error, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The text does not compile.
        case syntax
        /// An error was raised while it ran, by Lua, by a host function or by the script.
        case runtime
        /// There was not enough memory for the library itself. A script's is `stopped(.memory)`.
        case memory
        /// It was stopped; the state cannot be used any more.
        case stopped(StopReason)
        /// A value cannot be given to Swift.
        case conversion
        /// A limit on sizes was passed.
        case limit
        /// The state was closed.
        case closed
    }

    /// A function of the author's own that was running.
    public struct Frame: Hashable, Sendable {
        /// The name by which it was called; nil for a chunk itself and where there is none.
        public let function: String?
        public let chunk: String
        /// From 1.
        public let line: Int
    }

    public var kind: Kind
    /// A sentence, without the position.
    public var message: String
    /// The name of the file.
    public var chunk: String?
    /// From 1.
    public var line: Int?
    /// The text of that line.
    public var sourceLine: String?
    /// Innermost first. Host functions and the library's are left out.
    public var frames: [Frame]
    /// How many frames were left out, and after how many, when there were too many.
    public var skipped: (count: Int, after: Int)?
    /// The value that the script raised, unless it was text or cannot be given to Swift.
    public var value: Tree?
    /// The host's own error, when a host function threw one that is not about the script.
    public var underlying: (any Error)?

    /// Finds the original error value when this is thrown on.
    var token: UInt64 = 0

    public init(
        _ kind: Kind, _ message: String, chunk: String? = nil, line: Int? = nil, sourceLine: String? = nil,
        frames: [Frame] = []
    ) {
        self.kind = kind
        self.message = message
        self.chunk = chunk
        self.line = line
        self.sourceLine = sourceLine
        self.frames = frames
    }

    /// `file:line: message`, the source line, and the author's own calls.
    public var description: String {
        var text = [chunk, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
        text += text.isEmpty ? message : ": \(message)"
        if let sourceLine { text += "\n    \(sourceLine.drop(while: { $0.isWhitespace }))" }
        guard frames.count > 1 else { return text }
        for (index, frame) in frames.enumerated() {
            if let skipped, skipped.after == index { text += "\n  … \(skipped.count) more" }
            text += "\n  at \(frame.chunk):\(frame.line)"
            if let function = frame.function { text += ", in '\(function)'" }
        }
        return text
    }
}
