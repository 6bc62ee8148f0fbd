import Glibc
import Host
import Store

/// Writes differences as text, coloured on a terminal.
struct DiffWriter {
    let stream: Stream
    private let isColoured: Bool

    static let standardOutput = DiffWriter(.standardOutput)

    init(_ stream: Stream) {
        self.stream = stream
        isColoured = stream.width != nil && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
    }

    func write(_ line: DiffText.Line) throws { try stream.write(bytes(line)) }

    func bytes(_ line: DiffText.Line) -> [UInt8] {
        let text = line.map { piece in
            let visible = TerminalText.visible(piece.text)
            return isColoured ? Self.colour(visible, piece.tone) : visible
        }.joined()
        return Array((text + "\n").utf8)
    }

    private static func colour(_ text: String, _ tone: DiffText.Piece.Tone) -> String {
        switch tone {
        case .plain: text
        case .heading: "\u{1B}[1m\(text)\u{1B}[0m"
        case .added: "\u{1B}[32m\(text)\u{1B}[0m"
        case .removed: "\u{1B}[31m\(text)\u{1B}[0m"
        }
    }
}
