import CBatch
import LuaKit
import Store

/// The records of a query, for a loop of a script or the rows of a table.
final class ScriptCursor: RecordCursor {
    let tag: UInt8
    private let cursor: Cursor
    private let bridge: RecordBridge
    private let position: Int
    private var isOpen = false

    init(cursor: Cursor, bridge: RecordBridge, position: Int) {
        tag = LightTag.record(entityAt: position)
        self.cursor = cursor
        self.bridge = bridge
        self.position = position
    }

    func next() throws -> UnsafeMutablePointer<batch>? {
        try nextBatch()?.pointer
    }

    /// The next records; what the last batch held is gone.
    func nextBatch() throws -> RecordBatch? {
        leave()
        guard try cursor.next() else { return nil }
        bridge.began(cursor.batch, position)
        isOpen = true
        return cursor.batch
    }

    func close() {
        leave()
        cursor.close()
    }

    private func leave() {
        if isOpen { bridge.left(cursor.batch, position) }
        isOpen = false
    }
}
