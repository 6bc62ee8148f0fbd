/// Lines that a script has printed, kept until they can be shown; a run may print no more than a megabyte.
final class HeldLines {
    private(set) var lines: [String] = []

    func hold(_ line: String) { lines.append(line) }
}
