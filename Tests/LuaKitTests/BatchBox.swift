import CLua

/// A batch whose memory is its own.
final class BatchBox {
    let pointer: UnsafeMutablePointer<batch>
    private let columns: UnsafeMutablePointer<batch_column>
    private var texts: [UnsafeMutableBufferPointer<CChar>] = []
    private var words: [UnsafeMutablePointer<Int64>] = []
    private var flags: [UnsafeMutablePointer<UInt8>] = []

    init(columnCount: Int) {
        pointer = .allocate(capacity: 1)
        columns = .allocate(capacity: columnCount)
        columns.initialize(repeating: batch_column(), count: columnCount)
        pointer.initialize(to: batch())
        pointer.pointee.columns = columns
        pointer.pointee.column_count = UInt32(columnCount)
        batch_clear(pointer)
    }

    deinit {
        for text in texts { text.deallocate() }
        for word in words { word.deallocate() }
        for flag in flags { flag.deallocate() }
        columns.deallocate()
        pointer.deallocate()
    }

    func append(key: Int64) {
        batch_append(pointer, key)
    }

    func fill(_ column: Int, _ kind: batch_kind, tag: UInt8 = 0, value: (Int64) -> Int64?) {
        let words = UnsafeMutablePointer<Int64>.allocate(capacity: Int(BATCH_ROWS))
        let present = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(BATCH_ROWS))
        words.initialize(repeating: 0, count: Int(BATCH_ROWS))
        present.initialize(repeating: 0, count: Int(BATCH_ROWS))
        withUnsafeMutablePointer(to: &pointer.pointee.keys) { keys in
            keys.withMemoryRebound(to: Int64.self, capacity: Int(BATCH_ROWS)) { keys in
                for row in 0..<Int(pointer.pointee.count) {
                    guard let word = value(keys[row]) else { continue }
                    words[row] = word
                    present[row] = 1
                }
            }
        }
        self.words.append(words)
        flags.append(present)
        columns[column].kind = UInt8(kind.rawValue)
        columns[column].tag = tag
        columns[column].present = UnsafePointer(present)
        columns[column].words = UnsafePointer(words)
    }

    func fillText(_ column: Int, kind: batch_kind = BATCH_TEXT, value: (Int64) -> String) {
        var bytes: [UInt8] = []
        fill(column, kind) { key in
            let text = Array(value(key).utf8)
            let word = Int64(bytes.count) << 32 | Int64(text.count)
            bytes += text
            return word
        }
        let text = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, bytes.count))
        for (index, byte) in bytes.enumerated() { text[index] = CChar(bitPattern: byte) }
        texts.append(text)
        columns[column].bytes = UnsafePointer(text.baseAddress)
    }
}
