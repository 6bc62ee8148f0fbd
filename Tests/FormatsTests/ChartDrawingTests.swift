import Community
import Documents
import Formats
import Testing

struct ChartDrawingTests {
    private func drawn(_ chart: Chart, language: String = "en") throws -> [MarkupElement] {
        try elements(of: rendered(.html, language: language, [.chart(chart)]))
    }

    private func chart(_ kind: Chart.Kind, _ numbers: [[Double?]]) throws -> Chart {
        let rows = numbers.enumerated().map { index, numbers in
            Chart.Row(label: .text("row \(index)"), numbers: numbers)
        }
        let series = (numbers.first ?? [nil]).indices.map { "series \($0)" }
        return try Chart(kind: kind, series: series, rows: rows)
    }

    /// Every length of the drawing is one, and what lies across is within the page.
    private func expectSane(_ elements: [MarkupElement], _ comment: Comment) {
        let lengths = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height", "stroke-dashoffset"]
        for element in elements where !["meta", "html"].contains(element.name) {
            for name in lengths {
                guard let text = element.attributes[name] else { continue }
                let number = Double(text.hasSuffix("%") ? String(text.dropLast()) : text)
                #expect(number?.isFinite == true, comment)
                if text.hasSuffix("%") { #expect((-0.001...100.001).contains(number ?? -1), comment) }
            }
            if let path = element.attributes["d"] {
                #expect(!path.contains("NaN") && !path.contains("nf") && !path.contains("e"), comment)
            }
        }
    }

    private static let hard: [[[Double?]]] = [
        [[5]], [[0], [0]], [[nil], [3], [nil]], [[1e308], [1.7e308], [.leastNonzeroMagnitude]],
        [[.leastNonzeroMagnitude], [.leastNormalMagnitude / 4]], [[.leastNonzeroMagnitude], [0]],
        [[.greatestFiniteMagnitude], [.greatestFiniteMagnitude], [.greatestFiniteMagnitude]],
        (0..<1000).map { [Double($0 * 37 % 101)] }, (0..<3000).map { $0 % 7 == 0 ? [nil] : [Double($0)] },
        [[1e-7], [2e-7]], [[3], [3], [3]],
    ]
    private static let negative: [[[Double?]]] = [
        [[-5]], [[-9], [3]], [[-.greatestFiniteMagnitude], [.greatestFiniteMagnitude]],
        [[-.leastNonzeroMagnitude], [0]], [[-.leastNonzeroMagnitude], [.leastNonzeroMagnitude]],
        [[1e308], [-1e308]], [[.leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude], [0, nil]],
        [[1, -2], [nil, 4]], [[-.greatestFiniteMagnitude, -.greatestFiniteMagnitude]],
        [(0..<30).map { Double($0) }],
    ]

    @Test(arguments: Chart.Kind.allCases)
    func `numbers of any size and count are drawn within the page`(kind: Chart.Kind) throws {
        for (index, numbers) in (Self.hard + (kind == .donut ? [] : Self.negative)).enumerated() {
            for language in ["en", "ar"] {
                let found = try drawn(chart(kind, numbers), language: language)
                expectSane(found, "\(kind) \(index) \(language)")
                let known = numbers.joined().contains { $0 != nil }
                let isDrawn = found.contains { $0.name == "svg" && $0.attributes["role"] == "img" }
                let isNothing = kind == .donut && numbers.joined().allSatisfy { ($0 ?? 0) == 0 }
                #expect(isDrawn == (known && !isNothing), "\(kind) \(index)")
                let height = found.first { $0.attributes["role"] == "img" }?.attributes["height"] ?? "0"
                #expect((Double(height) ?? .infinity) < 1000, "\(kind) \(index)")
                // The table has what a drawing has no room for.
                #expect(
                    found.filter { $0.name == "th" && $0.attributes["scope"] == "row" }.count == numbers.count
                )
            }
        }
    }

    @Test(arguments: Chart.Kind.allCases)
    func `a drawing has a name and a description`(kind: Chart.Kind) throws {
        let found = try drawn(chart(kind, [[1], [2]]))
        #expect(
            found.contains { $0.name == "title" && $0.attributes["id"] == "chart-1-title" && $0.text != "" })
        #expect(found.contains { $0.name == "desc" && $0.text.hasSuffix("2 rows.") })
    }

    @Test(arguments: Chart.Kind.allCases)
    func `without numbers there is a sentence in place of a drawing`(kind: Chart.Kind) throws {
        for numbers in [[], [[nil]]] as [[[Double?]]] {
            let found = try drawn(chart(kind, numbers))
            #expect(!found.contains { $0.name == "svg" })
            #expect(found.contains { $0.text == "There are no numbers to draw." })
        }
    }

    @Test(arguments: [Chart.Kind.bar, .stackedBar, .line, .donut])
    func `what has no label is a dash`(kind: Chart.Kind) throws {
        let chart = try Chart(kind: kind, rows: [Chart.Row(label: .empty, numbers: [1])])
        let found = try drawn(chart)
        #expect(found.contains { $0.name == "text" && $0.text.contains("–") })
        #expect(found.contains { $0.name == "th" && $0.text == "–" })
    }

    @Test func `bars begin where reading does`() throws {
        let chart = try chart(.bar, [[10], [5]])
        let bars = { (language: String) in
            try drawn(chart, language: language).filter { $0.attributes["class"] == "area" }.map {
                ($0.attributes["x"], $0.attributes["width"])
            }
        }
        let (english, arabic) = (try bars("en"), try bars("ar"))
        #expect(english.map(\.0) == ["0%", "0%"])
        #expect(english.map(\.1) == arabic.map(\.1))
        for (x, width) in arabic {
            let end = [x, width].compactMap { $0.flatMap { Double($0.dropLast()) } }.reduce(0, +)
            #expect(abs(end - 100) < 0.01)
        }
    }

    @Test func `what is negative goes to the other side of zero`() throws {
        let found = try drawn(chart(.bar, [[-10], [10]]))
        let bars = found.filter { $0.attributes["class"] == "area" }
        let axis = found.first { $0.attributes["class"] == "axis" }
        #expect(bars[0].attributes["x"] == "0%")
        #expect(bars[1].attributes["x"] == axis?.attributes["x1"])
    }

    @Test func `what a drawing leaves out is said`() throws {
        let found = try drawn(chart(.bar, (0..<100).map { [Double($0)] }))
        let bars = found.filter { $0.attributes["class"] == "area" }.count
        #expect((20..<30).contains(bars))
        #expect(
            found.contains {
                $0.name == "text" && $0.text.contains("\(100 - bars) more in the numbers below")
            })
    }

    @Test func `a donut has eight parts at most, and the smallest as one`() throws {
        let found = try drawn(chart(.donut, (1...20).map { [Double($0)] }))
        #expect(found.filter { $0.name == "circle" }.count == 8)
        #expect(found.contains { $0.name == "text" && $0.text.contains("Others (13): 91 (43.3%)") })
    }

    @Test func `a line is broken where a number is missing`() throws {
        let found = try drawn(chart(.line, [[1], [2], [nil], [4]]))
        let line = found.first { $0.attributes["class"] == "line line-0" }
        #expect(line?.attributes["d"]?.filter { $0 == "M" }.count == 2)
    }

    @Test func `series differ by more than their colours`() throws {
        let lines = try drawn(chart(.line, [[1, 2, 3, 4, 5, 6, 7, 8]]))
        #expect(Set(lines.compactMap { $0.attributes["stroke-dasharray"] }).count == 8)
        let bars = try drawn(chart(.bar, [[1, 2, 3, 4, 5, 6, 7, 8]]))
        #expect(
            Set(bars.filter { $0.attributes["class"] == "texture" }.compactMap { $0.attributes["d"] }).count
                == 7)
    }
}
