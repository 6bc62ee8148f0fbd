import Community
import Foundation
import Runs
import Store

/// Reads the changes that a community's folder says, a line after the other, as often as needed.
struct CommunityFolderReader {
    let path: String
    let header: CommunityHeader
    private let files: [(entity: String, place: String, stamp: Stamp)]

    /// What tells that a file is still the same.
    private struct Stamp: Equatable {
        let inode: UInt64
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    /// UTF-8 bytes of a record.
    private static let longestLine = 64 << 20
    private static let longestHeader = 16 << 20

    /// - Throws: `Failure` when the folder is not one that was exported.
    init(_ path: String, schema: Schema) throws {
        self.path = path
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path).sorted() } catch {
            throw Failure(.missing, "there is no folder '\(path)' that can be read")
        }
        let place = "\(path)/\(CommunityFolder.header)"
        guard names.contains(CommunityFolder.header) else {
            throw Failure(
                .data,
                "'\(path)' has no \(CommunityFolder.header); give a folder that `halqa export community` wrote"
            )
        }
        let text = try LineReader(place, longest: Self.longestHeader).whole()
        do { header = try CommunityHeader(text, schema: schema) } catch {
            throw Failure(Failure(error).reason, "'\(place)': \(error)")
        }
        for name in names where name.hasSuffix(CommunityFolder.ending) {
            guard schema.entities.contains(where: { CommunityFolder.file(of: $0) == name }) else {
                throw Failure(
                    .data,
                    "'\(path)/\(name)' is of no entity of this version of Halqa; use the version that wrote it, or take "
                        + "the file away")
            }
        }
        files = try schema.entities.compactMap { entity in
            let name = CommunityFolder.file(of: entity)
            guard names.contains(name) else { return nil }
            return (entity.name, "\(path)/\(name)", try Self.stamp("\(path)/\(name)"))
        }
    }

    /// A walk over all changes, in the order of the entities: nil after the last.
    ///
    /// - Parameter schema: with the fields that the community has.
    /// - Returns: gives the next change. Throws a `Failure` that names file and line.
    func changes(_ schema: Schema) throws -> () throws -> Change? {
        var rest = files[...]
        var records: RecordFile?
        return {
            while true {
                if let change = try records?.next() { return change }
                guard let file = rest.popFirst() else {
                    for file in files where try Self.stamp(file.place) != file.stamp {
                        throw Failure(
                            .data,
                            "'\(file.place)' was changed while it was read; nothing was written. Try again")
                    }
                    return nil
                }
                records = RecordFile(
                    lines: try LineReader(file.place, longest: Self.longestLine),
                    format: RecordLine(
                        try schema.entity(file.entity), written: header.fields[file.entity] ?? []))
            }
        }
    }

    /// The records of one entity, a line each.
    private struct RecordFile {
        let lines: LineReader
        let format: RecordLine

        /// The next one; nil after the last. Lines of blanks are none.
        func next() throws -> Change? {
            while let line = try lines.next() {
                if line.allSatisfy(\.isWhitespace) { continue }
                do { return try format.change(line) } catch {
                    throw Failure(.data, "'\(lines.path)', line \(lines.number): \(error)")
                }
            }
            return nil
        }
    }

    private static func stamp(_ path: String) throws(Failure) -> Stamp {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.unreadable, "'\(path)' cannot be read, or is no file")
        }
        return Stamp(
            inode: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec)
    }
}

/// Reads a text file line by line.
final class LineReader {
    let path: String
    /// Of the line that came last, from 1.
    private(set) var number = 0
    private let descriptor: Int32
    private let longest: Int
    private var bytes: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    init(_ path: String, longest: Int) throws(Failure) {
        self.path = path
        self.longest = longest
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(.unreadable, "'\(path)' cannot be read: \(String(cString: strerror(errno)))")
        }
    }

    deinit { close(descriptor) }

    /// The next line without its end; nil after the last.
    func next() throws(Failure) -> String? {
        var searched = start
        while true {
            if let end = bytes[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return try text(bytes[start..<end])
            }
            searched = bytes.count - start
            if isAtEnd {
                guard start < bytes.count else { return nil }
                defer { start = bytes.count }
                return try text(bytes[start...])
            }
            guard bytes.count - start <= longest else {
                throw Failure(.data, "'\(path)', line \(number + 1): it is longer than \(longest >> 20) MB")
            }
            bytes.removeFirst(start)
            start = 0
            try more()
        }
    }

    /// All of it.
    func whole() throws(Failure) -> String {
        while !isAtEnd {
            guard bytes.count <= longest else {
                throw Failure(.data, "'\(path)' is longer than \(longest >> 20) MB")
            }
            try more()
        }
        return try text(bytes[...])
    }

    private func more() throws(Failure) {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &piece, piece.count)
        if count < 0, errno == EINTR { return }
        guard count >= 0 else {
            throw Failure(.unreadable, "'\(path)' cannot be read: \(String(cString: strerror(errno)))")
        }
        isAtEnd = count == 0
        bytes += piece[..<count]
    }

    private func text(_ line: ArraySlice<UInt8>) throws(Failure) -> String {
        number += 1
        guard let text = String(validating: line, as: UTF8.self) else {
            throw Failure(.data, "'\(path)', line \(number): it is not UTF-8")
        }
        return text
    }
}
