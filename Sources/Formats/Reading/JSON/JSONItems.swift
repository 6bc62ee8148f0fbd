import Documents

/// The objects of a JSON file as they stand, one after the other: those of a list, or one a line.
struct JSONItems {
    enum Form {
        case list, lines
    }

    struct Item {
        var number: Int
        /// On which it begins.
        var line: Int
        var bytes: [UInt8]
    }

    private var text: TextStream
    private let form: Form
    private let limits: ReadingLimits
    private var piece: [UInt8] = []
    private var position = 0
    private var line = 1
    private var number = 0
    private var isAtEnd = false

    init(_ text: TextStream, _ form: Form, _ limits: ReadingLimits) {
        self.text = text
        self.form = form
        self.limits = limits
    }

    var progress: ReadingProgress { text.progress }

    /// The next item; nil after the last, when nothing but space follows.
    mutating func next() throws(ReadingError) -> Item? {
        switch form {
        case .lines: try nextLine()
        case .list: try nextInList()
        }
    }

    private mutating func nextLine() throws(ReadingError) -> Item? {
        while try peek() != nil {
            var item = Item(number: line, line: line, bytes: [])
            while let byte = try peek(), byte != 0x0A {
                let end = piece[position...].firstIndex(of: 0x0A) ?? piece.count
                item.bytes += piece[position..<end]
                position = end
                try checkSize(item)
            }
            if try peek() != nil { step() }
            if item.bytes.contains(where: { !isSpace($0) }) { return item }
        }
        return nil
    }

    private mutating func nextInList() throws(ReadingError) -> Item? {
        if isAtEnd { return nil }
        if number == 0 {
            guard try skipSpace() == UInt8(ascii: "[") else {
                throw broken("a list of objects, which begins with '[', is expected")
            }
            step()
            if try skipSpace() == UInt8(ascii: "]") { return try end() }
        } else {
            switch try skipSpace() {
            case UInt8(ascii: ","): step()
            case UInt8(ascii: "]"): return try end()
            default: throw broken("',' or ']' is expected behind item \(number)")
            }
        }
        number += 1
        guard try skipSpace() == UInt8(ascii: "{") else {
            throw broken("item \(number) is no object, which begins with '{'")
        }
        return try object()
    }

    /// From the brace at hand to the one that closes it.
    private mutating func object() throws(ReadingError) -> Item {
        var item = Item(number: number, line: line, bytes: [])
        var depth = 0
        var isInText = false
        var isEscaped = false
        repeat {
            guard try peek() != nil else {
                throw broken("the file ends within item \(number), which begins on line \(item.line)")
            }
            let start = position
            scan: while position < piece.count {
                let byte = piece[position]
                position += 1
                if byte == 0x0A { line += 1 }
                if isInText {
                    if isEscaped {
                        isEscaped = false
                    } else if byte == UInt8(ascii: "\\") {
                        isEscaped = true
                    } else if byte == UInt8(ascii: "\"") {
                        isInText = false
                    }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""): isInText = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    depth -= 1
                    if depth == 0 { break scan }
                default: break
                }
            }
            item.bytes += piece[start..<position]
            try checkSize(item)
        } while depth > 0
        return item
    }

    private mutating func end() throws(ReadingError) -> Item? {
        step()
        guard try skipSpace() == nil else { throw broken("nothing is expected behind the list") }
        isAtEnd = true
        return nil
    }

    private mutating func skipSpace() throws(ReadingError) -> UInt8? {
        while let byte = try peek() {
            guard isSpace(byte) else { return byte }
            step()
        }
        return nil
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// The byte at hand; nil at the end of the file.
    private mutating func peek() throws(ReadingError) -> UInt8? {
        if position == piece.count {
            try text.next(into: &piece)
            position = 0
        }
        return piece.isEmpty ? nil : piece[position]
    }

    private mutating func step() {
        if piece[position] == 0x0A { line += 1 }
        position += 1
    }

    private func checkSize(_ item: Item) throws(ReadingError) {
        guard item.bytes.count <= limits.rowBytes else {
            throw ReadingError(
                .tooLarge,
                "the object that begins on line \(item.line) has more than \(limits.rowBytes) bytes")
        }
    }

    private func broken(_ what: String) -> ReadingError {
        ReadingError(.damaged, "the file is not well-formed JSON at line \(line): \(what)")
    }
}
