import Formats

/// A form in which a document is written down, for people or for programs.
protocol WrittenForm {
    var name: String { get }
    /// What a file of bytes, which no terminal can show, is called; nil for text.
    var nameOfFile: String? { get }
    /// Whether it is made for terminals: with colours, and with nothing else that commands one.
    var isForTerminals: Bool { get }
    func requirePrograms() throws(FormatError)
    func writer(_ options: FormatOptions, to sink: @escaping ByteSink) -> DocumentWriter
}

extension Format: WrittenForm {
    var name: String { rawValue }
    var isForTerminals: Bool { self == .terminal }
}

extension TableFormat: WrittenForm {
    var name: String { rawValue }
    var isForTerminals: Bool { false }
    func requirePrograms() {}
}
