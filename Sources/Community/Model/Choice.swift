/// One of the values that a field may take, with what it is called.
public struct Choice: Sendable, Hashable {
    /// What is stored, typed and written in Lua: `in_progress`.
    public let name: String
    public let title: LocalizedText

    public init(_ name: String, _ english: String, _ french: String, _ arabic: String) {
        self.init(name, title: ["en": english, "fr": french, "ar": arabic])
    }

    public init(_ name: String, title: LocalizedText) {
        self.name = name
        self.title = title
    }
}
