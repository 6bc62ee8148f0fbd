import SystemCmark

/// A paragraph, heading, item or piece of code of a Markdown text, without marks.
struct PlainBlock {
    enum Kind {
        case heading, paragraph, code
    }

    var kind: Kind
    /// Lines are parted where the text parts them.
    var text: String
    /// What stands before its first line, "• " for an item, and how far its other lines are indented.
    var lead = ""
    /// Whether no empty line stands before it: the next item of a list.
    var isClose = false
}

extension MarkdownText {
    /// The text in blocks. Links have their address after them.
    ///
    /// - Parameter emphasis: what stands around an emphasized text.
    func blocks(emphasis: String) -> [PlainBlock] {
        var reader = PlainBlockReader(emphasis: emphasis)
        walk { reader.take($0, $1) }
        return reader.blocks
    }
}

private struct PlainBlockReader {
    let emphasis: String
    private(set) var blocks: [PlainBlock] = []
    private var text = ""
    /// What the containers around have before their lines: quotes, items.
    private var leads: [String] = []
    /// The lead of an item whose first block has not come yet.
    private var item: String?
    /// Of the lists around, the next number where they have some.
    private var numbers: [Int?] = []
    /// Whether items are parted by empty lines, in the lists around.
    private var isLoose: [Bool] = []
    private var isAtListBegin = false

    init(emphasis: String) {
        self.emphasis = emphasis
    }

    mutating func take(_ node: OpaquePointer, _ isEntering: Bool) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: container("│ ", isEntering)
        case CMARK_NODE_LIST:
            if isEntering {
                let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
                if numbers.isEmpty { isAtListBegin = true }
                isLoose.append(cmark_node_get_list_tight(node) == 0)
                numbers.append(isOrdered ? Int(cmark_node_get_list_start(node)) : nil)
            } else {
                numbers.removeLast()
                isLoose.removeLast()
            }
        case CMARK_NODE_ITEM:
            guard isEntering else { return container("", false) }
            let number = numbers.last ?? nil
            let mark = number.map { "\($0). " } ?? "• "
            if let number { numbers[numbers.count - 1] = number + 1 }
            container(String(repeating: " ", count: mark.count), true)
            item = mark
        case CMARK_NODE_PARAGRAPH: if !isEntering { end(.paragraph) }
        case CMARK_NODE_HEADING: if !isEntering { end(.heading) }
        case CMARK_NODE_CODE_BLOCK:
            text = literal(node)
            if text.hasSuffix("\n") { text.removeLast() }
            end(.code)
        case CMARK_NODE_THEMATIC_BREAK:
            text = "───"
            end(.paragraph)
        case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += literal(node)
        case CMARK_NODE_SOFTBREAK: text += " "
        case CMARK_NODE_LINEBREAK: text += "\n"
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: text += emphasis
        case CMARK_NODE_LINK:
            let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
            let plain = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
            if !isEntering, !text.hasSuffix(plain) { text += " (\(plain))" }
        default: break
        }
    }

    private mutating func container(_ lead: String, _ isEntering: Bool) {
        if isEntering { leads.append(lead) } else { leads.removeLast() }
    }

    private mutating func end(_ kind: PlainBlock.Kind) {
        var lead = leads.joined()
        if let item { lead = leads.dropLast().joined() + item }
        blocks.append(
            PlainBlock(
                kind: kind, text: text, lead: lead,
                isClose: !isAtListBegin && isLoose.last == false))
        (text, item, isAtListBegin) = ("", nil, false)
    }

    private func literal(_ node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }
}
