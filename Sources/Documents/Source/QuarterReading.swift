import Community

/// A quarter as people write it: 2024-Q3, Q3 2024, T3 2024, 3e trimestre 2024, الربع الثالث 2024.
enum QuarterReading {
    static func quarter(_ text: String) -> Quarter? {
        let plain = text.withWesternDigits
        if let quarter = Quarter(plain) { return quarter }
        let words = SearchFold.foldForComparison(plain)
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let year = words.firstIndex(where: { $0.count == 4 && Int($0) != nil }) else { return nil }
        var rest = words
        rest.remove(at: year)
        return names[rest.joined()].flatMap { Quarter("\(words[year])-Q\($0)") }
    }

    private static let names: [String: Int] = {
        var names: [String: Int] = [:]
        let ordinals = [
            ("1st", "first", "1er", "premier", "الأول"), ("2nd", "second", "2e", "deuxième", "الثاني"),
            ("3rd", "third", "3e", "troisième", "الثالث"), ("4th", "fourth", "4e", "quatrième", "الرابع"),
        ]
        for (index, ordinal) in ordinals.enumerated() {
            let number = index + 1
            for name in [
                "q\(number)", "t\(number)", "\(number)q", "\(number)t", "quarter\(number)",
                "trimestre\(number)",
                "الربع\(number)", "ر\(number)", "\(ordinal.0)quarter", "\(ordinal.1)quarter",
                "\(ordinal.2)trimestre",
                "\(ordinal.3)trimestre", "\(number)emetrimestre", "الربع\(ordinal.4)",
            ] { names[SearchFold.foldForComparison(name)] = number }
        }
        return names
    }()
}
