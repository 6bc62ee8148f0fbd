/// How large a plugin may be. Scripts are text: the largest of those known has a hundredth of it.
public enum PackageLimits {
    /// Files and folders, those that are left out counted as well.
    public static let entries = 2_000
    /// Bytes of one file: 1 MB.
    public static let file = 1 << 20
    /// Bytes of all files, and of an archive: 16 MB.
    public static let total = 16 << 20
    /// How much more an archive may hold than it is long, beyond its first megabyte. Text shrinks to a tenth;
    /// what shrinks to less than a hundredth was made to fill memories.
    static let ratio = 100
    /// Bytes of a path, and folders in it.
    static let path = 200
    static let depth = 8
}

extension PackageLimits {
    static let fileTooLarge =
        "the file is larger than \(file >> 20) MB, the most that a file of a plugin may have"
    static let archiveTooLarge =
        "it is larger than \(total >> 20) MB, the most that an archive of a plugin may have"
    static let tooLarge =
        "the files are larger than \(total >> 20) MB together, the most that a plugin may have"
}
