import Documents
import Foundation
import Testing

/// What the gallery of docs has to have; that it is what the reports look like now, `make lint` checks.
struct GalleryTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    private static func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
    }

    @Test func `every script has a section, and says in which language it is shown`() throws {
        let page = try String(contentsOf: Self.root.appending(path: "docs/gallery.md"), encoding: .utf8)
        let scripts = try Self.names("Scripts").filter { $0.hasSuffix(".lua") }
        #expect(scripts.count >= 12)
        for script in scripts {
            #expect(page.contains("## `Scripts/\(script)`\n"), "\(script)")
            let text = try String(contentsOf: Self.root.appending(path: "Scripts/\(script)"), encoding: .utf8)
            #expect(text.contains("\n-- Example: --language "), "\(script)")
        }
        for language in ["ar", "en", "fr"] { #expect(page.contains(".lua --language \(language)")) }
    }

    @Test(arguments: Chart.Kind.allCases)
    func `every kind of chart has a picture`(kind: Chart.Kind) throws {
        let pictures = try Self.names("docs/gallery").filter { $0.hasPrefix("charts-") }
        #expect(pictures.contains { $0.hasSuffix("-\(kind.rawValue).svg") })
    }
}
