import Community
import Documents

extension FieldType {
    /// The distinct cells of a field of this type as readers expect them: choices in the order in which they are
    /// declared, others as they come.
    func inOrder(_ cells: [Cell]) -> [Cell] {
        var seen: Set<Cell> = []
        let distinct = cells.filter { seen.insert($0).inserted }
        let choices: [Choice]
        switch self {
        case .choice(let declared), .list(of: .choice(let declared)): choices = declared
        default: return distinct
        }
        func place(_ cell: Cell) -> Int {
            guard case .choice(let name, _) = cell else { return choices.count }
            return choices.firstIndex { $0.name == name } ?? choices.count
        }
        return distinct.sorted { place($0) < place($1) }
    }
}
