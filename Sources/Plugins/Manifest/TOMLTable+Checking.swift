import TOMLKit

extension TOMLTable {
    /// Parses TOML of anybody's.
    ///
    /// The library below ends the process at many texts that are not TOML, and runs out of stack where names lead deep.
    /// So it only gets what `TOMLGrammar` lets through; what is left for it to refuse is a name that is there already.
    ///
    /// - Throws: `TOMLTextError`.
    public convenience init(checking text: String) throws(TOMLTextError) {
        var grammar = TOMLGrammar(text)
        try grammar.check()
        do { try self.init(string: text) } catch let error as TOMLParseError {
            // The parser says: Error while parsing key-value pair: cannot redefine existing integer 'a'.
            let sentence = error.description.replacing(#/^Error while parsing /#, with: "in a ")
            throw TOMLTextError(error.source.begin.line, error.source.begin.column, sentence)
        } catch {
            throw TOMLTextError(1, 1, "\(error)")
        }
    }
}
