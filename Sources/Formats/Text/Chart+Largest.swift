import Documents

extension Chart {
    /// The rows with the largest numbers, in the order of the chart, where there are more than can be shown.
    func largest(_ count: Int) -> [Row] {
        guard rows.count > count else { return rows }
        let sizes = rows.map { $0.numbers.reduce(0) { finite($0 + abs($1 ?? 0)) } }
        let order = rows.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
        return order.prefix(count).sorted().map { rows[$0] }
    }
}
