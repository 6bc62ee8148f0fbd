import Documents
import Glibc
import SystemExpat

/// What reads the elements of an XML part as they come.
protocol XMLHandler: AnyObject {
    /// Names are without their prefixes: the parts of a workbook do not mix vocabularies that matter.
    func start(_ name: String, _ attributes: XMLAttributes) throws(ReadingError)
    func end(_ name: String) throws(ReadingError)
    /// A piece of text, which may come in several.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError)
}

/// The attributes of an element, for as long as its start is handled.
struct XMLAttributes {
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of an attribute, by its name without a prefix.
    subscript(_ name: StaticString) -> String? {
        guard var pair = pairs else { return nil }
        while let key = pair[0], let value = pair[1] {
            if localName(key, is: name) { return String(cString: value) }
            pair += 2
        }
        return nil
    }

    private func localName(_ key: UnsafePointer<CChar>, is name: StaticString) -> Bool {
        let start = strrchr(key, 0x3A).map { UnsafePointer($0 + 1) } ?? key
        return strlen(start) == name.utf8CodeUnitCount
            && memcmp(start, name.utf8Start, name.utf8CodeUnitCount) == 0
    }
}

/// An XML part of a workbook, read a piece at a time through expat. A document type, and with it every
/// declaration of an entity, is refused: no workbook has one.
final class XMLPart {
    private let part: ZipWalk
    private let name: String
    private let parser: XML_Parser
    private let handler: any XMLHandler
    private var piece: [UInt8] = []
    private var isAtEnd = false
    private var depth = 0
    private var failure: ReadingError?

    /// Expat keeps a tag until all of it is there.
    private static let tagLimit = 1 << 20
    private static let depthLimit = 100

    init(_ part: ZipWalk, name: String, _ handler: any XMLHandler) throws(ReadingError) {
        guard let parser = XML_ParserCreate(nil) else {
            throw ReadingError(.unreadable, "there is no memory to read the file")
        }
        self.part = part
        self.name = name
        self.parser = parser
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { XMLPart.of($0)?.start($1, $2) },
            { XMLPart.of($0)?.end($1) })
        XML_SetCharacterDataHandler(parser) { XMLPart.of($0)?.text($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLPart.of(data)?.refuseDocumentType() }
    }

    deinit { XML_ParserFree(parser) }

    /// Reads all of a part.
    static func read(_ part: ZipWalk, name: String, _ handler: any XMLHandler) throws(ReadingError) {
        let reading = try XMLPart(part, name: name, handler)
        while try reading.advance() {}
    }

    /// Bytes of the part that were read.
    var unpacked: Int { part.unpacked }

    /// Reads the next piece; false after the last.
    func advance() throws(ReadingError) -> Bool {
        if isAtEnd { return false }
        try part.read(into: &piece)
        isAtEnd = piece.isEmpty
        let status = piece.withUnsafeBytes { bytes in
            XML_Parse(
                parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
                isAtEnd ? 1 : 0)
        }
        if let failure { throw failure }
        guard status == XML_STATUS_OK else {
            let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "unknown"
            throw ReadingError(
                .damaged,
                "the workbook's part \(name) is not well-formed XML (line "
                    + "\(XML_GetCurrentLineNumber(parser)): \(reason)); get or save the file again")
        }
        guard part.unpacked - max(0, XML_GetCurrentByteIndex(parser)) <= Self.tagLimit else {
            throw ReadingError(
                .tooLarge, "the workbook's part \(name) has a tag of more than \(Self.tagLimit) bytes")
        }
        return !isAtEnd
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLPart? {
        data.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(
        _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        depth += 1
        attempt { () throws(ReadingError) in
            guard depth <= Self.depthLimit else {
                throw ReadingError(.damaged, "the workbook's part \(self.name) is nested too deep")
            }
            try handler.start(Self.localName(name), XMLAttributes(pairs: attributes))
        }
    }

    private func end(_ name: UnsafePointer<CChar>?) {
        depth -= 1
        attempt { () throws(ReadingError) in try handler.end(Self.localName(name)) }
    }

    private func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
        guard let bytes else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { start in
            attempt { () throws(ReadingError) in
                try handler.text(UnsafeBufferPointer(start: start, count: Int(count)))
            }
        }
    }

    private func refuseDocumentType() {
        attempt { () throws(ReadingError) in
            throw ReadingError(
                .damaged,
                "the workbook's part \(name) declares a document type, as no workbook's does; the file may be "
                    + "made to do harm")
        }
    }

    /// Errors wait until expat has returned.
    private func attempt(_ body: () throws(ReadingError) -> Void) {
        guard failure == nil else { return }
        do {
            try body()
        } catch {
            failure = error
            XML_StopParser(parser, 0)
        }
    }

    private static func localName(_ name: UnsafePointer<CChar>?) -> String {
        guard let name else { return "" }
        return String(cString: strrchr(name, 0x3A).map { UnsafePointer($0 + 1) } ?? name)
    }
}
