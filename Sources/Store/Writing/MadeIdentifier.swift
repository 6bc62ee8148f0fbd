import Community

/// An identifier that nobody chose: its random part, so that none can be guessed or counted.
enum MadeIdentifier {
    /// Without letters and digits that are taken for each other: 0 and o, 1, i and l.
    private static let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")
    private static let length = 10

    static func next(for entity: Entity) -> String {
        var generator = SystemRandomNumberGenerator()
        let letters = (0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }
        return "\(entity.identifierPrefix)-\(String(letters))"
    }
}
