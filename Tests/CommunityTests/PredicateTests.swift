import Community
import Testing

struct PredicateTests {
    private static let a = Predicate.field("a", .isPresent)
    private static let b = Predicate.field("b", .isAbsent)

    @Test(
        arguments: [
            (.all([]), .always), (.any([]), .never), (.all([a]), a), (.any([a]), a),
            (.all([a, .always]), a), (.all([a, .never]), .never), (.any([a, .never]), a),
            (.any([a, .always]), .always), (.all([a, b]), .all([a, b])), (.any([a, b]), .any([a, b])),
            (.not(.always), .never), (.not(.never), .always), (.not(a), .not(a)),
            (.not(.all([])), .never), (.related("r", .never), .never),
            // That there is a related record is a condition of its own.
            (.related("r", .always), .related("r", .always)),
            (.related("r", .all([a, .always])), .related("r", a)),
            (.all([.any([.never, .all([a])]), .always]), a),
            (.any([.all([a, .related("r", .any([]))]), b]), b),
            (.visible("r"), .visible("r")), (.always, .always), (.never, .never),
            (.any([.not(a), .all([a, b])]), .any([.not(a), b])),
            (.any([.any([b, .not(a)]), .all([a, .visible("r")])]), .any([b, .not(a), .visible("r")])),
            (.any([.not(a), .not(b), .all([a, b])]), .always),
        ] as [(Predicate, Predicate)])
    func `what cannot matter goes`(predicate: Predicate, simplified: Predicate) {
        #expect(predicate.simplified == simplified)
        #expect(simplified.simplified == simplified)
    }

    /// All of up to three parts, each of which is a field, its opposite, or both of two of them.
    @Test func `what is simplified is met by the same records`() {
        let fields = [Self.a, Self.b, .visible("r")]
        let pairs = fields.flatMap { x in fields.map { Predicate.all([x, .not($0)]) } }
        let parts = fields + fields.map { .not($0) } + pairs
        func isMet(_ predicate: Predicate, by known: [Predicate]) -> Bool {
            switch predicate {
            case .always: true
            case .never: false
            case .all(let parts): parts.allSatisfy { isMet($0, by: known) }
            case .any(let parts): parts.contains { isMet($0, by: known) }
            case .not(let part): !isMet(part, by: known)
            default: known.contains(predicate)
            }
        }
        for x in parts {
            for y in parts {
                for z in parts {
                    let predicate = Predicate.any([x, .any([y, .all([z, x])]), .all([y, z])])
                    let simplified = predicate.simplified
                    for bits in 0..<8 {
                        let known = fields.indices.filter { bits >> $0 & 1 == 1 }.map { fields[$0] }
                        #expect(isMet(predicate, by: known) == isMet(simplified, by: known))
                    }
                }
            }
        }
    }

    @Test func `a condition at the end of a path asks the records on the way`() {
        let query = Query("action_item").filtered(["owners", "members", "name"], .contains("a"))
        #expect(query.conditions == [.related("owners", .related("members", .field("name", .contains("a"))))])
        #expect(Query("action_item").filtered(["due"], .isPresent).conditions == [.field("due", .isPresent)])
    }

    @Test(arguments: [("due", "due", false), ("-due", "due", true), ("-owners.name", "owners.name", true)])
    func `a sort key begins with a minus to go down`(text: String, path: String, isDescending: Bool) {
        #expect(Query.SortKey(text) == Query.SortKey(FieldPath(path), descending: isDescending))
    }
}
