/// Names of files and folders in a plugin.
enum PackagePath {
    /// Whether a name can be one on every system, and be told from every other: there are no two ways to
    /// write an ASCII letter, as there are of `é`.
    static func isName(_ name: some StringProtocol) -> Bool {
        guard (1...100).contains(name.utf8.count), name != ".", name != ".." else { return false }
        return name.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || "_-.+".utf8.contains(byte)
        }
    }

    static let expectation = "names of files are up to 100 English letters, digits, '_', '-', '.' and '+'"
}
