import Community
import Documents
import Testing

struct ChartTests {
    @Test(arguments: [
        ("bars", "there is no chart of kind 'bars'; did you mean 'bar'?"),
        (
            "hologram",
            "there is no chart of kind 'hologram'; there are bar, stacked_bar, line, donut, timeline"
        ),
    ])
    func `an unknown kind gets a suggestion`(name: String, message: String) {
        let error = #expect(throws: ChartError.self) { try Chart.Kind.named(name) }
        #expect(error?.description == message)
    }

    @Test(arguments: Chart.Kind.allCases)
    func `each kind is found by its name`(kind: Chart.Kind) throws {
        #expect(try Chart.Kind.named(kind.rawValue) == kind)
    }

    @Test(
        arguments: [
            (.bar, [], [], .noSeries),
            (.donut, ["a", "b"], [], .severalSeries(.donut)),
            (.bar, ["a", "b"], [[1, 2], [1]], .wrongCount(row: 2, count: 1, expected: 2)),
            (.line, ["a"], [[.infinity]], .notFinite(row: 1, .infinity)),
            (.donut, ["a"], [[1], [-1]], .negative(row: 2, -1)),
        ] as [(Chart.Kind, [String], [[Double]], ChartError)])
    func `values that make no chart are refused`(
        kind: Chart.Kind, series: [String], numbers: [[Double]], error: ChartError
    ) {
        let rows = numbers.map { Chart.Row(label: .text("x"), numbers: $0) }
        #expect(throws: error) { try Chart(kind: kind, series: series, rows: rows) }
    }

    @Test(arguments: [
        ("ar", true), ("ar-JO", true), ("fa", true), ("en", false), ("fr", false), ("arn", false),
    ])
    func `the language says the direction`(language: String, isRightToLeft: Bool) {
        #expect(DocumentHeader(language: language).isRightToLeft == isRightToLeft)
    }
}
