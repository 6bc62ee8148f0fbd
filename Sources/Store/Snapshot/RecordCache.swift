import CRows

/// The values of records that were read by their keys, for when these are asked for again: many records refer to the same few.
/// They are what the viewer may know, at one commit, and so hold for as long as what is read stays the same.
///
/// In place of the oldest there are the latest, so that its memory does not grow with the community.
final class RecordCache {
    /// What is kept together.
    private struct Shape: Hashable {
        let entity: String
        let fields: [Int32]
    }

    private let pointer = rows_open_cache()
    private var shapes: [Shape: UInt32] = [:]

    deinit { rows_close_cache(pointer) }

    /// Adds the records that are remembered to a batch. Without any fields nothing is.
    ///
    /// - Returns: the keys of the others.
    func recall(_ keys: [Int64], _ fields: [Int32], into batch: RecordBatch) -> [Int64] {
        guard !fields.isEmpty else { return keys }
        var keys = keys
        let missing = keys.withUnsafeMutableBufferPointer {
            rows_recall(
                pointer, shape(batch, fields), batch.target, fields, Int32(fields.count), $0.baseAddress,
                UInt32($0.count))
        }
        return Array(keys.prefix(Int(missing)))
    }

    /// Remembers the records of a batch from a row on.
    func remember(_ batch: RecordBatch, from row: Int, _ fields: [Int32]) {
        guard !fields.isEmpty else { return }
        rows_remember(
            pointer, shape(batch, fields), batch.target, UInt32(row), fields, Int32(fields.count))
    }

    private func shape(_ batch: RecordBatch, _ fields: [Int32]) -> UInt32 {
        let shape = Shape(entity: batch.entity.name, fields: fields)
        if let number = shapes[shape] { return number }
        let number = UInt32(shapes.count)
        shapes[shape] = number
        return number
    }
}
