import Documents
import Foundation
import Testing

/// What the gallery of docs has to have; that it is what the reports look like now, `make lint` checks.
struct GalleryTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    private static func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
    }

    /// The files of reports, from the root.
    private static func reports() throws -> [String] {
        let plugins = try names("Plugins").flatMap { plugin in
            ((try? names("Plugins/\(plugin)/reports")) ?? []).map { "Plugins/\(plugin)/reports/\($0)" }
        }
        return (try names("Scripts").map { "Scripts/\($0)" } + plugins).filter { $0.hasSuffix(".lua") }
    }

    @Test func `every report has a section, and says in which language it is shown`() throws {
        let page = try String(contentsOf: Self.root.appending(path: "docs/gallery.md"), encoding: .utf8)
        let reports = try Self.reports()
        #expect(reports.count >= 12)
        for report in reports {
            #expect(page.contains("## `\(report)`\n"), "\(report)")
            let text = try String(contentsOf: Self.root.appending(path: report), encoding: .utf8)
            #expect(text.contains("\n-- Example: --language "), "\(report)")
        }
        for language in ["ar", "en", "fr"] { #expect(page.contains(".lua --language \(language)")) }
    }

    @Test(arguments: Chart.Kind.allCases.map(\.rawValue) + [Timeline.kind])
    func `every kind of chart has a picture`(kind: String) throws {
        let pictures = try Self.names("docs/gallery").filter { $0.hasPrefix("charts-") }
        #expect(pictures.contains { $0.hasSuffix("-\(kind).svg") })
    }
}
