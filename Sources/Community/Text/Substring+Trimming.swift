extension Substring {
    /// Without the white space at both ends.
    public var trimmed: Substring {
        var rest = unicodeScalars
        while let first = rest.first, first.isWhiteSpace { rest.removeFirst() }
        while let last = rest.last, last.isWhiteSpace { rest.removeLast() }
        return Substring(rest)
    }
}
