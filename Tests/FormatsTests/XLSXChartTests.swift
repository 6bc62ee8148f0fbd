import Documents
import FoundationXML
import Testing

@testable import Formats

struct XLSXChartTests {
    private func report(_ chart: Chart, language: String = "en", limits: XLSXLimits = XLSXLimits()) throws
        -> ReadWorkbook
    {
        try workbook([.chart(chart)], language: language, limits: limits)
    }

    private func rows(_ count: Int, series: Int = 1) -> [Chart.Row] {
        (0..<count).map { row in
            Chart.Row(label: .text("Label \(row)"), numbers: (0..<series).map { Double(row + $0) })
        }
    }

    @Test(arguments: [
        (Chart.Kind.bar, "barChart"), (.stackedBar, "barChart"), (.line, "lineChart"),
        (.donut, "doughnutChart"),
    ])
    func `a chart is a native one with its values at hand`(kind: Chart.Kind, element: String) throws {
        let report = try report(Chart(kind: kind, title: "A & B", series: ["Items"], rows: rows(3)))
        let chart = try report.file("xl/charts/chart1.xml")
        #expect(report.sheetNames == ["Overview", "A & B"])
        #expect(chart.all(element).count == 1)
        #expect(chart.all("title").first?.stringValue == "A & B")
        #expect(chart.all("cat").first?.all("f").first?.stringValue == "'A & B'!$A$2:$A$4")
        #expect(chart.all("cat").first?.all("v").map(\.stringValue) == ["Label 0", "Label 1", "Label 2"])
        #expect(chart.all("val").first?.all("f").first?.stringValue == "'A & B'!$B$2:$B$4")
        #expect(chart.all("val").first?.all("v").map(\.stringValue) == ["0", "1", "2"])
        #expect(try report.sheet("A & B")["B1"] == .text("Items"))
        #expect(try report.sheet("Overview").root.all("drawing").count == 1)
    }

    @Test func `a stacked chart stacks all of its series`() throws {
        let chart = try report(Chart(kind: .stackedBar, series: ["A", "B", "C"], rows: rows(2, series: 3)))
            .file("xl/charts/chart1.xml")
        #expect(chart.all("grouping").first?["val"] == "stacked")
        #expect(chart.all("ser").map { $0.all("tx").first?.all("v").first?.stringValue } == ["A", "B", "C"])
    }

    @Test func `a line over days is drawn over time`() throws {
        let rows = [
            Chart.Row(label: .day(day("2024-01-05")), numbers: [3]),
            Chart.Row(label: .day(day("2024-06-30")), numbers: [nil]),
        ]
        let report = try report(Chart(kind: .line, rows: rows))
        let chart = try report.file("xl/charts/chart1.xml")
        #expect(chart.all("scatterChart").count == 1)
        #expect(chart.all("xVal").first?.all("v").map(\.stringValue) == ["45296", "45473"])
        #expect(try report.sheet(2)["A2"] == .number(45_296, "yyyy-mm-dd"))
        #expect(try report.sheet(2)["B3"] == nil)
    }

    @Test func `a line over days before workbooks have days is one over texts`() throws {
        let chart = try Chart(
            kind: .line, rows: [Chart.Row(label: .day(day("1850-01-01")), numbers: [1])])
        #expect(try report(chart).file("xl/charts/chart1.xml").all("lineChart").count == 1)
    }

    @Test func `from right to left, bars grow to the left`() throws {
        for (language, direction) in [("ar", "maxMin"), ("fr", "minMax")] {
            let chart = try report(Chart(kind: .bar, rows: rows(2)), language: language)
                .file("xl/charts/chart1.xml")
            #expect(chart.all("valAx").first?.all("orientation").first?["val"] == direction)
            #expect(chart.all("catAx").first?.all("orientation").first?["val"] == "maxMin")
        }
    }

    @Test func `what cannot be drawn is told in words or numbers`() throws {
        let empty = try report(Chart(kind: .bar, title: "Nothing", rows: []))
        #expect(try empty.sheet("Overview").texts == ["Nothing", "No rows."])
        let blank = try report(Chart(kind: .bar, rows: [Chart.Row(label: .text("a"), numbers: [nil])]))
        #expect(blank.files["xl/charts/chart1.xml"] == nil)
        #expect(blank.sheetNames == ["Overview", "Chart"])
        let crowded = try report(
            Chart(kind: .line, series: ["A", "B", "C"], rows: rows(1, series: 3)),
            limits: XLSXLimits(series: 2))
        #expect(crowded.files["xl/charts/chart1.xml"] == nil)
        #expect(
            try crowded.sheet("Overview").texts == [
                "A chart shows 2 series and 256000 values at most; here are the numbers.", "Chart: 1 row",
            ])
        #expect(try crowded.sheet("Chart")["D2"] == .number(2, "General"))
    }

    @Test func `those without a group have a dash for a label`() throws {
        let chart = try Chart(kind: .bar, rows: [Chart.Row(label: .empty, numbers: [1])])
        #expect(try report(chart).sheet("Chart")["A2"] == .text("–"))
    }

    @Test func `a thousand bars are a chart that is no more than four times as high`() throws {
        let report = try report(Chart(kind: .bar, rows: rows(1000)))
        let rows = try report.file("xl/drawings/drawing1.xml").all("row").compactMap {
            Int($0.stringValue ?? "")
        }
        #expect(rows.count == 2)
        #expect(rows[1] - rows[0] == 57)
    }
}

extension XLSXChartTests {
    private func report(_ timeline: Timeline, language: String = "en") throws -> ReadWorkbook {
        try workbook([.timeline(timeline)], language: language)
    }

    @Test func `a timeline is bars that begin after what is not seen`() throws {
        let timeline = try Timeline(
            title: "Workplan", grouping: "Status", groups: [.text("Open"), .text("Done")],
            rows: [
                Timeline.Row(
                    label: .text("Train"), span: .between(.day(day("2024-01-01")), .day(day("2024-01-31"))),
                    group: 0, progress: 50),
                Timeline.Row(label: .text("Publish"), span: .at(.day(day("2024-02-10"))), group: 1),
                Timeline.Row(label: .text("Help"), span: .from(.day(day("2024-02-01"))), group: 1),
                Timeline.Row(label: .text("Later"), span: nil, group: 1),
            ])
        for language in ["en", "ar"] {
            let report = try report(timeline, language: language)
            let chart = try report.file("xl/charts/chart1.xml")
            #expect(chart.all("grouping").first?["val"] == "stacked")
            #expect(chart.all("ser").count == 3)
            #expect(chart.all("ser").first?.all("noFill").count == 1)
            #expect(
                chart.all("valAx").first?.all("orientation").first?["val"]
                    == (language == "ar" ? "maxMin" : "minMax"))
            #expect(chart.all("valAx").first?.all("min").first?["val"] == "45292")
            #expect(chart.all("valAx").first?.all("max").first?["val"] == "45333")
            let sheet = try report.sheet("Workplan")
            #expect(sheet["B2"] == .number(45_292, "yyyy-mm-dd"))
            #expect(sheet["F2"] == .number(45_292, "yyyy-mm-dd"))
            #expect(sheet["G2"] == .number(31, "General"))
            #expect(sheet["H3"] == .number(1, "General"))
            #expect(sheet["H4"] == .number(10, "General"))
            #expect(sheet["F5"] == nil)
        }
    }

    @Test func `a timeline without dates has no drawing`() throws {
        let report = try report(Timeline(title: "T", rows: [Timeline.Row(label: .text("a"), span: nil)]))
        #expect(report.files["xl/charts/chart1.xml"] == nil)
        #expect(report.sheetNames == ["Overview", "T"])
    }
}
