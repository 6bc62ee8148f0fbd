/// Where a number stands from the least to the largest of its like, which are two: 0 for the least, 1 for the largest.
func share(of number: Double, from least: Double, to largest: Double) -> Double {
    let span = largest - least
    guard !span.isFinite else { return (number - least) / span }
    // The largest double less the least is more than any; half of it is not.
    return (number / 2 - least / 2) / (largest / 2 - least / 2)
}
