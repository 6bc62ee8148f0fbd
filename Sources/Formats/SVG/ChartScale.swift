/// Where numbers stand between the least and the largest that is shown; zero always is.
struct ChartScale {
    private let least: Double
    private let largest: Double

    /// Without numbers, or with nothing but zero, up to 1.
    init(_ numbers: [Double]) {
        least = min(0, numbers.min() ?? 0)
        let top = max(0, numbers.max() ?? 0)
        largest = top == least ? least + 1 : top
    }

    var hasNegatives: Bool { least < 0 }

    /// 0 for the least, 1 for the largest.
    func share(_ number: Double) -> Double { Formats.share(of: number, from: least, to: largest) }

    /// Zero and about four round numbers, none beyond what is shown.
    var ticks: [Double] {
        guard let step else { return Set([least, 0, largest]).sorted() }
        let first = Int((least / step).rounded(.up))
        let last = Int((largest / step).rounded(.down))
        return (first...last).map { Double($0) * step }
    }

    /// The same out to the next ticks.
    var rounded: ChartScale {
        guard let step else { return self }
        return ChartScale([(least / step).rounded(.down) * step, (largest / step).rounded(.up) * step])
    }

    /// From a tick to the next: 1, 2 or 5 times a power of ten; nil where numbers are too large or too small
    /// for one.
    private var step: Double? {
        let rough = (largest - least) / 4
        guard (1e-300...1e300).contains(rough) else { return nil }
        var power = 1.0
        while power <= rough / 10 { power *= 10 }
        while power > rough { power /= 10 }
        return [1, 2, 5].map { $0 * power }.first { $0 >= rough } ?? 10 * power
    }
}
