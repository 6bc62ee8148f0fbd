/// The lines that a script prints, cut to what a run may print. What is left out is said.
///
/// The worker cuts, so that a script that prints without end costs its host nothing; the host holds the worker
/// to it.
struct PrintedLines {
    /// UTF-8 bytes of all lines, each with its line's end.
    static let most = 1 << 20
    /// UTF-8 bytes of one line.
    static let longest = 1 << 16
    /// What a worker that cuts never passes: the notices come on top.
    static let limit = most + 256

    private var bytes = 0
    private var isFull = false

    /// The line as it is passed on; nil when the run has printed too much before.
    mutating func cut(_ line: String) -> String? {
        guard !isFull else { return nil }
        var cut = line
        if line.utf8.count > Self.longest {
            let notice = "… (the line is cut here; it has \(line.utf8.count) bytes)"
            // A letter that is cut in its midst becomes U+FFFD.
            cut = String(decoding: line.utf8.prefix(Self.longest - 128), as: UTF8.self) + notice
        }
        bytes += cut.utf8.count + 1
        guard bytes <= Self.most else {
            isFull = true
            return "(what is printed from here on is left out: it is more than \(Self.most >> 20) MB)"
        }
        return cut
    }
}
