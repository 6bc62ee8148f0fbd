import CLua

/// Where the fields of a record type come from.
public protocol RecordSource: AnyObject {
    /// Makes a column available: in a batch that is attached already and has the record, or in another one
    /// that is attached now (``State/attach(_:tag:)``). What it throws is raised at the script's line.
    func load(_ request: FieldRequest, in state: State) throws
    /// The value of a computed field.
    func value(of field: Int, record: Light, in state: State) throws -> Value
    /// The sentence about a name that is neither a field nor one of the methods.
    func unknown(_ name: String, on record: Light, methods: [String]) -> String
    /// `tostring(record)`.
    func text(of record: Light, in state: State) throws -> String
    /// A batch that this source attached made room for another, and may be refilled.
    func evicted(_ batch: UnsafeMutablePointer<batch>)
    /// The state was closed: no batch is read any more.
    func closed()
}

/// A field that a script reads and that no attached batch holds.
public struct FieldRequest {
    /// Its payload is the key.
    public let record: Light
    /// The number of the field, from 0.
    public let field: Int
    /// The batch and the column that a reference to a record of this tag was last read from: the script
    /// will most likely follow the others of that column too.
    public let origin: (batch: UnsafeMutablePointer<batch>, column: Int)?
}

/// Gives the records of a loop batch by batch.
public protocol RecordCursor: AnyObject {
    /// The next batch, or nil at the end. The one before is no longer read, and may be refilled.
    func next() throws -> UnsafeMutablePointer<batch>?
    /// The loop is over, or was left and forgotten; at the latest when the state closes. Called once.
    func close()
}

/// The iterator of `for record in …`, as the result of a host function.
public struct Records: LuaWritable {
    let tag: UInt8
    let cursor: any RecordCursor

    public init(tag: UInt8, cursor: any RecordCursor) {
        self.tag = tag
        self.cursor = cursor
    }

    public static var luaType: String { "iterator" }

    public func write(to stack: Stack) throws -> Int32 {
        guard let pointer = stack.state.pointer else { return 0 }
        let box = CursorBox(state: stack.state, cursor: cursor)
        clua_push_cursor(pointer, tag, Unmanaged.passRetained(box).toOpaque())
        return 1
    }
}

/// What an iterator in Lua holds.
final class CursorBox {
    /// The state releases it before it goes.
    unowned(unsafe) let state: State
    let cursor: any RecordCursor

    init(state: State, cursor: any RecordCursor) {
        self.state = state
        self.cursor = cursor
    }

    deinit {
        cursor.close()
    }
}
