/// Identifiers that are made and not chosen: a prefix and a random part that cannot be guessed or counted.
public enum MadeIdentifier {
    /// Letters and digits that are not taken for each other when read out or copied by hand.
    private static let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")

    /// `count` characters from the system's cryptographic generator: 10 make some 49 bits.
    public static func randomPart(count: Int = 10) -> String {
        String((0..<count).map { _ in alphabet.randomElement() ?? "2" })
    }
}
