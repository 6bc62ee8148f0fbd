import Glibc
import SystemCmark

/// A text of a document, read as CommonMark and made safe: there is no raw HTML in it, it fetches nothing,
/// and its links go to `http`, `https` and `mailto` only.
///
/// A text that is too long or nested too deep to be worth a parser's time is taken as it stands, as plain text.
struct MarkdownText: ~Copyable {
    private let root: OpaquePointer

    private static let longest = 128 << 10
    private static let deepest = 100

    /// - Parameter level: the level, 1 to 6, at which a heading of the text stands in the document.
    init(_ text: String, level: (Int) -> Int) {
        let visible = withoutNoncharacters(
            visibleText(text.replacing("\t", with: "    "), keepingLines: true))
        guard visible.utf8.count <= Self.longest,
            let parsed = cmark_parse_document(visible, visible.utf8.count, CMARK_OPT_DEFAULT)
        else {
            root = plainDocument(visible)
            return
        }
        let (nodes, depth) = walked(parsed)
        guard depth <= Self.deepest else {
            cmark_node_free(parsed)
            root = plainDocument(visible)
            return
        }
        for node in nodes { makeSafe(node, level) }
        root = parsed
    }

    deinit {
        cmark_node_free(root)
    }

    func html() -> String {
        taken(cmark_render_html(root, CMARK_OPT_DEFAULT))
    }

    /// Goes through every node, entering and leaving it; those that hold nothing are only entered.
    func walk(_ body: (OpaquePointer, _ isEntering: Bool) -> Void) {
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { return }
            if let node = cmark_iter_get_node(iterator) { body(node, event == CMARK_EVENT_ENTER) }
        }
    }

    func commonMark() -> String {
        taken(cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0))
    }
}

/// The text that libcmark allocated.
private func taken(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    defer { free(text) }
    return String(cString: text)
}

/// Every node of a tree, parents first, and how deep they lie.
private func walked(_ root: OpaquePointer) -> (nodes: [OpaquePointer], depth: Int) {
    var nodes: [OpaquePointer] = []
    var (depth, deepest) = (0, 0)
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
        switch cmark_iter_next(iterator) {
        case CMARK_EVENT_ENTER:
            guard let node = cmark_iter_get_node(iterator) else { continue }
            nodes.append(node)
            // Leaves are never left again.
            if !isLeaf(node) { depth += 1 }
            deepest = max(deepest, depth)
        case CMARK_EVENT_EXIT: depth -= 1
        default: return (nodes, deepest)
        }
    }
}

private func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
        CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
        true
    default: false
    }
}

private func makeSafe(_ node: OpaquePointer, _ level: (Int) -> Int) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
        cmark_node_set_heading_level(node, Int32(level(Int(cmark_node_get_heading_level(node)))))
    case CMARK_NODE_HTML_BLOCK:
        replace(node, by: literal(CMARK_NODE_CODE_BLOCK, cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: replace(node, by: literal(CMARK_NODE_TEXT, cmark_node_get_literal(node)))
    case CMARK_NODE_IMAGE:
        if cmark_node_first_child(node) == nil {
            cmark_node_append_child(node, literal(CMARK_NODE_TEXT, cmark_node_get_url(node)))
        }
        unwrap(node)
    case CMARK_NODE_LINK:
        if !isSafeAddress(cmark_node_get_url(node).map { String(cString: $0) } ?? "") { unwrap(node) }
    default: break
    }
}

private func literal(_ type: cmark_node_type, _ text: UnsafePointer<CChar>?) -> OpaquePointer? {
    let node = cmark_node_new(type)
    cmark_node_set_literal(node, text)
    return node
}

private func replace(_ node: OpaquePointer, by other: OpaquePointer?) {
    cmark_node_replace(node, other)
    cmark_node_free(node)
}

/// Leaves a node's children in its place.
private func unwrap(_ node: OpaquePointer) {
    while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
    cmark_node_free(node)
}

/// Lines as they are; an empty one parts two paragraphs.
private func plainDocument(_ text: String) -> OpaquePointer {
    guard let document = cmark_node_new(CMARK_NODE_DOCUMENT) else {
        preconditionFailure("libcmark ends the process itself when there is no memory")
    }
    var paragraph: OpaquePointer?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        guard !line.allSatisfy({ $0 == " " }) else {
            paragraph = nil
            continue
        }
        if paragraph == nil {
            paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH)
            cmark_node_append_child(document, paragraph)
        } else {
            cmark_node_append_child(paragraph, cmark_node_new(CMARK_NODE_LINEBREAK))
        }
        cmark_node_append_child(paragraph, literal(CMARK_NODE_TEXT, String(line)))
    }
    return document
}
