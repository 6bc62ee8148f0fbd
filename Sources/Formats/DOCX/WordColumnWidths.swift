/// How the columns of a table share the width of the paper: each has room for its longest word, and what is left goes
/// to those whose texts are long.
struct WordColumnWidths {
    /// In characters: the longest word of each column, and its longest text.
    private var words: [Int]
    private var texts: [Int]

    /// In twentieths of a point: A4 less its margins.
    private static let paper = 9638
    /// Characters that it has room for, in letters of common size.
    private static let characters = 84
    private static let longestWord = 24
    private static let longestText = 44

    init(count: Int) {
        words = [Int](repeating: 6, count: count)
        texts = words
    }

    mutating func measure(_ text: String, column: Int) {
        // What stands between the columns takes the room of a letter or two.
        let space = 2
        let word = text.split { $0 == " " || $0 == "\n" }.map { displayWidth($0) }.max() ?? 0
        words[column] = max(words[column], min(Self.longestWord, word + space))
        texts[column] = max(texts[column], min(Self.longestText, displayWidth(text) + space), words[column])
    }

    /// Whether words would break, so that smaller letters are needed.
    var isDense: Bool { words.reduce(0, +) > Self.characters }

    /// In twentieths of a point.
    var points: [Int] {
        let wanted = zip(words, texts).map { Double($1 - $0) }
        let free = Double(max(0, Self.characters - words.reduce(0, +)))
        let share = min(1, free / max(1, wanted.reduce(0, +)))
        let widths = zip(words, wanted).map { Double($0) + $1 * share }
        let all = widths.reduce(0, +)
        return widths.map { Int($0 / all * Double(Self.paper)) }
    }
}
