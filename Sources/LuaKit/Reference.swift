/// Keeps a value of a state alive (a table, a function, a coroutine) as long as Swift holds it.
///
/// It may outlive its state, and is of no use then.
public final class Reference {
    let anchor: Anchor
    let number: Int32

    init(anchor: Anchor, number: Int32) {
        self.anchor = anchor
        self.number = number
    }

    deinit {
        // This may happen in the midst of anything: the state lets go of the value later.
        if anchor.isOpen { anchor.released.append(number) }
    }
}

/// What a state shares with its references, so that neither keeps the other.
final class Anchor {
    var isOpen = true
    /// References that Swift has given up.
    var released: [Int32] = []
}
