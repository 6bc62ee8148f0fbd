/// Breaks a line into lines of at most `width` columns: at spaces, and within words that are longer. Where
/// that takes more than `limit` lines, the last ends in "…", so that the reader sees that there is more.
func wrapped(_ line: String, width: Int, limit: Int = .max) -> [String] {
    let width = max(1, width)
    guard displayWidth(line) > width else { return [line] }
    var lines: [String] = []
    var current = ""
    var taken = 0
    for word in line.split(separator: " ", omittingEmptySubsequences: true) {
        let length = displayWidth(word)
        if taken > 0, taken + 1 + length <= width {
            current += " " + word
            taken += 1 + length
            continue
        }
        if taken > 0 {
            lines.append(current)
            (current, taken) = ("", 0)
        }
        for character in word {
            let step = displayWidth(character)
            if taken > 0, taken + step > width {
                lines.append(current)
                (current, taken) = ("", 0)
            }
            current.append(character)
            taken += step
        }
        if lines.count > limit { break }
    }
    lines.append(current)
    guard lines.count > limit else { return lines }
    return lines.prefix(limit - 1) + [cut(lines[limit - 1], width: width - 1) + "…"]
}

/// As much of the text as fits.
private func cut(_ text: String, width: Int) -> Substring {
    var taken = 0
    let end = text.firstIndex { character in
        taken += displayWidth(character)
        return taken > width
    }
    return text[..<(end ?? text.endIndex)]
}
