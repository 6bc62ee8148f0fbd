/// Identifiers that nobody chose: a prefix and a random part, so that none can be guessed or counted.
public enum MadeIdentifier {
    /// Without letters and digits that are taken for each other: 0 and o, 1, i and l.
    private static let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")
    /// Some 49 bits.
    private static let length = 10

    /// `a` becomes `a-k3f9…`, by the system's cryptographic generator.
    public static func make(_ prefix: String) -> String {
        var generator = SystemRandomNumberGenerator()
        let letters = (0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }
        return "\(prefix)-\(String(letters))"
    }
}
