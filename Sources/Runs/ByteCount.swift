/// Sizes of memory in messages: in MB where they are whole, else in bytes.
public enum ByteCount {
    public static func text(_ bytes: Int) -> String {
        bytes > 0 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
    }
}
