import Community
import Documents
import Testing

@testable import Formats

struct BannerTests {
    private static let levels = Confidentiality.allCases

    private func bytes(_ format: Format, _ parts: [Part]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = format.writer(FormatOptions(byteOrderMark: false)) { bytes += $0 }
        for part in parts { try writer.write(part) }
        return bytes
    }

    private func document(
        _ format: Format, _ provenance: Provenance?, then late: Provenance? = nil, language: String = "en"
    ) throws -> String {
        let header = DocumentHeader(title: "Minutes", language: language, provenance: provenance)
        let parts: [Part] =
            [.begin(header)] + table([column("A")], [[.text("x")]]) + (late.map { [.provenance($0)] } ?? [])
            + [.end]
        return String(decoding: try bytes(format, parts), as: UTF8.self)
    }

    private static let closed = "Confidential: for those whom it concerns only. Do not pass on."
    private static let members = "For members of the community only."

    @Test(
        arguments: [
            (Format.terminal, nil, closed), (.markdown, members, closed), (.html, members, closed),
            (.csv, nil, nil),
            (.json, "\"members\"", "\"closed\""),
        ] as [(Format, String?, String?)])
    func `a format tells what may not be passed on`(format: Format, members: String?, closed: String?) throws
    {
        let plain = try document(format, nil)
        for (level, expected) in [(Confidentiality.members, members), (.closed, closed)] {
            for (head, late) in [(level, nil), (.open, level)] as [(Confidentiality, Confidentiality?)] {
                let result = try document(
                    format, Provenance(confidentiality: head),
                    then: late.map { Provenance(confidentiality: $0) })
                if let expected {
                    #expect(result.contains(expected), "\(level)")
                } else {
                    #expect(result == plain, "\(level)")
                }
            }
        }
    }

    @Test func `it stands above all else, on a page also at the head of every sheet`() throws {
        let closed = Provenance(confidentiality: .closed)
        #expect(try document(.terminal, closed).hasPrefix("▌ \(Self.closed)\n\nMinutes\n"))
        #expect(try document(.markdown, closed).hasPrefix("> **\(Self.closed)**\n\n# Minutes\n"))
        let page = try document(.html, closed)
        #expect(page.contains("@page { @top-center { content: \"\(Self.closed)\""))
        let found = try elements(of: page)
        #expect(found.first { $0.name == "p" }?.attributes["class"] == "banner closed")
    }

    @Test(arguments: ["ar", "en", "fr"])
    func `who asks is told of everything, with the commit`(language: String) throws {
        for level in Self.levels {
            let asked = Provenance(confidentiality: level, commit: 12)
            for format in [Format.terminal, .markdown, .html, .json] {
                let result = try document(format, asked, language: language)
                #expect(result.contains("12"), "\(format)")
                #expect(try format == .json || result != document(format, nil, language: language))
            }
        }
    }

    @Test(arguments: ["ar", "en", "fr"])
    func `the words of a banner are safe in styles and in headers of sheets`(language: String) {
        let words = Words.of(language)
        for level in Self.levels {
            let text = Banner(Provenance(confidentiality: level, commit: 7), words)?.text ?? ""
            #expect(!text.isEmpty && !text.contains { "\"\\&<>\n".contains($0) })
        }
    }

    @Test func `a workbook has it on its overview and at the head of every sheet`() throws {
        for isLate in [false, true] {
            let closed = Provenance(confidentiality: .closed)
            let header = DocumentHeader(language: "en", provenance: isLate ? nil : closed)
            let parts: [Part] =
                [.begin(header)] + table([column("A")], [[.text("x")]])
                + (isLate ? [.provenance(closed)] : [])
                + [.end]
            let workbook = try ReadWorkbook(bytes(.xlsx, parts))
            #expect(try workbook.sheet("Overview").texts.contains(Self.closed))
            for sheet in workbook.sheetNames {
                let header = try workbook.sheet(sheet).root.all("oddHeader").first?.stringValue
                #expect(header?.contains(Self.closed) == true, "\(sheet)")
            }
        }
    }

    @Test(arguments: [("ar", "\u{200F}"), ("fr", ".")])
    func `the full stop of a banner stays on its side at the head of a sheet`(language: String, end: String)
        throws
    {
        let header = DocumentHeader(language: language, provenance: Provenance(confidentiality: .closed))
        let parts: [Part] = [.begin(header)] + table([column("A")], [[.text("x")]]) + [.end]
        let workbook = try ReadWorkbook(bytes(.xlsx, parts))
        for sheet in workbook.sheetNames {
            let head = try workbook.sheet(sheet).root.all("oddHeader").first?.stringValue
            #expect(head?.hasSuffix(end) == true, "\(head ?? "")")
        }
    }

    @Test func `what everybody may know has no banner`() throws {
        for format in [Format.terminal, .markdown, .html, .csv] {
            #expect(try document(format, Provenance(confidentiality: .open)) == document(format, nil))
        }
    }
}
