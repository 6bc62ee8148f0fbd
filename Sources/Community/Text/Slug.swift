import Foundation

/// Makes an identifier that people can type out of a text: `"Border Guards: Training"` becomes
/// `border-guards-training`. Accents go, other letters than Latin ones stay (folded as for search).
public func slug(_ text: String) -> String {
    var result = ""
    for scalar in SearchFold.foldForComparison(text).unicodeScalars {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            result.unicodeScalars.append(scalar)
        } else if !result.isEmpty, !result.hasSuffix("-") {
            result.append("-")
        }
    }
    return result.hasSuffix("-") ? String(result.dropLast()) : result
}
