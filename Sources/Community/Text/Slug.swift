import Foundation

/// Makes an identifier that people can type out of a text: `"Border Guards: Training"` becomes
/// `border-guards-training`. Accents go, other letters than Latin ones stay (folded as for search).
public func slug(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isParted = false
    for scalar in SearchFold.foldForComparison(text).unicodeScalars {
        guard scalar.isLetterOrNumber else {
            isParted = !result.isEmpty
            continue
        }
        if isParted { result.append("-") }
        isParted = false
        result.append(scalar)
    }
    return String(result)
}
