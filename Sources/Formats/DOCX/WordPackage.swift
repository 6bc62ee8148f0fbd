import Scratch

/// A Word document on its way through pandoc: a page of simple HTML, with places in it at which pandoc puts pictures
/// and WordprocessingML that it would not write as it is wanted here.
///
/// pandoc reads and writes nothing but the files that it is given, which have no names. The page fetches nothing: it
/// has no pictures or frames of its own. (pandoc's own `--sandbox` cannot be had: as Debian packages it, it does not
/// find the parts of a Word document then.)
final class WordPackage {
    private let language: String
    private let isRightToLeft: Bool
    private let page: ScratchFile
    private let attachments: ScratchFile

    init(language: String, isRightToLeft: Bool, temporaryFolder: String?) throws(FormatError) {
        self.language = language
        self.isRightToLeft = isRightToLeft
        page = try FormatError.onDisk(ScratchFile(in: temporaryFolder))
        attachments = try FormatError.onDisk(ScratchFile(in: temporaryFolder))
    }

    func write(html: String) throws(FormatError) {
        try FormatError.onDisk(page.append(Array(html.utf8)))
    }

    func write(openXML: String) throws(FormatError) {
        let begin = attachments.size
        try FormatError.onDisk(attachments.append(Array(openXML.utf8)))
        try write(html: "<pre data-markup=\"1\"\(place(from: begin))></pre>\n")
    }

    /// A drawing as a picture, as wide as the paper at most.
    ///
    /// - Parameter description: what those read who do not see it.
    func write(svg: String, description: String) throws(FormatError) {
        let drawing = try file(of: Array(svg.utf8))
        let begin = attachments.size
        // Twice as fine as a screen shows it, for paper.
        try Converter.drawing.run(
            ["--zoom=2", "--background-color=white"], input: drawing, output: attachments)
        try write(
            html:
                "<pre data-picture=\"chart-\(begin).png\"\(place(from: begin))>\(markup(description))</pre>\n"
        )
    }

    private func file(of bytes: [UInt8]) throws(FormatError) -> ScratchFile {
        let file = try FormatError.onDisk(ScratchFile(in: page.folder))
        try FormatError.onDisk(file.append(bytes))
        return file
    }

    private func place(from begin: Int) -> String {
        " data-from=\"\(begin)\" data-bytes=\"\(attachments.size - begin)\""
    }

    /// Puts the document together and gives its bytes to `output`.
    func close(to output: inout Output) throws {
        let files = try [WordTemplate(isRightToLeft: isRightToLeft).bytes, Array(Self.filter.utf8)].map(file)
        var arguments = [
            "--from=html", "--to=docx", "--output=-", "--reference-doc=/dev/fd/3", "--lua-filter=/dev/fd/4",
        ]
        if isRightToLeft { arguments.append("--metadata=dir:rtl") }
        if language.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || Character(.init($0)).isLetter }) {
            arguments.append("--metadata=lang:\(language)")
        }
        let document = try file(of: [])
        try Converter.pandoc.run(arguments, input: page, output: document, others: files + [attachments])
        try document.eachPiece { try output.write($0) }
    }

    /// Fills the places with what is attached. Pictures are a little narrower than the text, because some programs
    /// put a margin of their own beside them.
    private static let filter = """
        local attachments = io.open("/dev/fd/5", "rb")

        function CodeBlock(block)
          local place = block.attributes
          if not place.from then return end
          attachments:seek("set", tonumber(place.from))
          local content = attachments:read(tonumber(place.bytes))
          if place.markup then return pandoc.RawBlock("openxml", content) end
          pandoc.mediabag.insert(place.picture, "image/png", content)
          return pandoc.Para { pandoc.Image(block.text, place.picture, "", { width = "16.2cm" }) }
        end
        """
}
