import Documents

/// Whether a text is an address that a reader may be led to: of a page or of a mailbox, and of nothing that runs.
func isSafeAddress(_ text: String) -> Bool {
    let address = text.lowercased()
    return ["http://", "https://", "mailto:"].contains { address.hasPrefix($0) && address.count > $0.count }
        && !text.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7F }
}

extension Cell {
    /// The address in a cell of a column of links; nil where there is none to be followed.
    func address(_ type: ColumnType) -> String? {
        guard type == .link, case .text(let text) = self, isSafeAddress(text) else { return nil }
        return text
    }
}
