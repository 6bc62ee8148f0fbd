/// The names that a Lua file uses, as far as they can be known without running it: what a linter looks at.
struct LuaNames {
    struct Mention: Hashable {
        let name: String
        let line: Int
    }

    /// `item.title`, `doc:table`, `settings["days"]`.
    struct Member: Hashable {
        /// The word before it, if it is nothing but a word: `item`.
        let owner: String?
        /// Whether that is a local variable or an argument.
        let isOwnerLocal: Bool
        let name: String
        let line: Int
        let isMethod: Bool
    }

    /// `{ en = "…", fr = "…" }`.
    struct Table: Hashable {
        let line: Int
        /// Those that are words.
        var keys: Set<String> = []
        /// What it is given to: `upsert.action_item`; nil where it stands for itself.
        var function: String?
        var mentions: [Mention] = []
    }

    /// `title = "Overdue"` in a table.
    struct PlainText: Hashable {
        let key: String
        let text: String
        let line: Int
    }

    /// Names that are no local variable's, where they are read.
    var globals: [Mention] = []
    /// Those where they are written.
    var assignments: [Mention] = []
    var members: [Member] = []
    /// The texts in the file.
    var texts: [Mention] = []
    var tables: [Table] = []
    var plainTexts: [PlainText] = []
    /// What `require` is called with.
    var libraries: [Mention] = []
    /// Whether it is called with something that only a run knows.
    var requiresUnknown = false
    /// The keys and functions that the file gives tables.
    var definitions: Set<String> = []

    init(_ source: [UInt8]) {
        var reading = LuaNamesReading(LuaToken.all(in: source))
        reading.read()
        self = reading.names
    }

    fileprivate init() {}
}

/// Goes through a file once, knowing at each place which local variables there are.
private struct LuaNamesReading {
    var names = LuaNames()
    private let tokens: [LuaToken]
    private var position = 0
    /// What encloses the place, the outermost first.
    private var open: [Enclosure] = [.block([])]
    /// The variables of loops whose `do` is still to come, with the count of what encloses that.
    private var loops: [(depth: Int, names: Set<String>)] = []

    private enum Enclosure {
        case block(Set<String>)
        case table(LuaNames.Table)
        case parenthesis
    }

    init(_ tokens: [LuaToken]) {
        self.tokens = tokens
    }

    private func token(_ offset: Int = 0) -> LuaToken? {
        tokens.indices.contains(position + offset) ? tokens[position + offset] : nil
    }

    private func at(_ offset: Int, _ text: String) -> Bool { token(offset)?.is(text) == true }

    mutating func read() {
        while let token = token() {
            switch token.kind {
            case .keyword: keyword(token)
            case .sign: sign(token)
            case .name: name(token)
            case .text: text(token)
            case .number: break
            }
            position += 1
        }
        while !open.isEmpty { close() }
    }

    // MARK: Blocks

    private mutating func keyword(_ token: LuaToken) {
        switch token.text {
        case "function": function()
        case "local": local()
        case "for": loop()
        case "do":
            let loop = loops.last.flatMap { $0.depth == open.count ? $0.names : nil }
            if loop != nil { loops.removeLast() }
            open.append(.block(loop ?? []))
        case "then", "repeat": open.append(.block([]))
        case "elseif", "end": closeBlock()
        case "else":
            closeBlock()
            open.append(.block([]))
        case "until":
            // The condition still sees the variables of the block.
            let inner = closeBlock()
            declare(inner)
        case "goto": position += 1
        default: break
        }
    }

    @discardableResult
    private mutating func closeBlock() -> Set<String> {
        guard let index = open.lastIndex(where: { if case .block = $0 { true } else { false } }), index > 0
        else {
            return []
        }
        while open.count > index + 1 { close() }
        guard case .block(let names)? = open.popLast() else { return [] }
        return names
    }

    private mutating func close() {
        if case .table(let table)? = open.popLast() { names.tables.append(table) }
    }

    private mutating func declare(_ more: Set<String>) {
        guard let index = open.lastIndex(where: { if case .block = $0 { true } else { false } }),
            case .block(let known) = open[index]
        else { return }
        open[index] = .block(known.union(more))
    }

    private func isLocal(_ name: String) -> Bool {
        open.contains { if case .block(let names) = $0 { names.contains(name) } else { false } }
    }

    /// The words that follow, with commas between them and perhaps `<const>` behind them.
    private mutating func list() -> Set<String> {
        var found: Set<String> = []
        while let next = token(1), next.kind == .name || next.is("...") {
            if next.kind == .name { found.insert(next.text) }
            position += 1
            if at(1, "<") { position += 3 }
            guard at(1, ",") else { break }
            position += 1
        }
        return found
    }

    private mutating func local() {
        guard !at(1, "function") else { return }
        declare(list())
    }

    private mutating func loop() {
        let depth = open.count
        loops.append((depth, list()))
    }

    private mutating func function() {
        var arguments: Set<String> = []
        if let first = token(1), first.kind == .name {
            let isStatementLocal = at(-1, "local")
            position += 1
            if isStatementLocal {
                declare([first.text])
            } else if at(1, ".") || at(1, ":") {
                if !isLocal(first.text) { names.globals.append(.init(name: first.text, line: first.line)) }
            } else if !isLocal(first.text) {
                names.assignments.append(.init(name: first.text, line: first.line))
            }
            while at(1, ".") || at(1, ":"), let part = token(2), part.kind == .name {
                names.definitions.insert(part.text)
                if at(1, ":") { arguments.insert("self") }
                position += 2
            }
        }
        if at(1, "(") {
            position += 1
            arguments.formUnion(list())
            if at(1, ")") { position += 1 }
        }
        open.append(.block(arguments))
    }

    // MARK: Signs

    private mutating func sign(_ token: LuaToken) {
        switch token.text {
        case "{":
            open.append(.table(.init(line: token.line, function: function(before: at(-1, "(") ? -1 : 0))))
        case "(", "[": open.append(.parenthesis)
        case "}", ")", "]":
            // What closes without having been opened is no Lua, which Lua itself tells.
            guard let last = open.last else { return }
            if case .block = last { return }
            close()
        case "::": if at(2, "::") { position += 2 }
        default: break
        }
    }

    /// The function of a table of the API to which the place is given: `upsert.action_item {`, `upsert.action_item({`.
    private func function(before offset: Int) -> String? {
        guard let name = token(offset - 1), name.kind == .name, at(offset - 2, "."),
            let owner = token(offset - 3), owner.kind == .name, !isLocal(owner.text), !at(offset - 4, "."),
            !at(offset - 4, ":")
        else { return nil }
        return "\(owner.text).\(name.text)"
    }

    // MARK: Names

    private mutating func name(_ token: LuaToken) {
        let isMethod = at(-1, ":")
        if isMethod || at(-1, ".") {
            member(token, before: -2, isMethod: isMethod)
            return
        }
        if at(1, "="), at(-1, "{") || at(-1, ",") || at(-1, ";"), case .table(var table)? = open.last {
            table.keys.insert(token.text)
            if table.function != nil { table.mentions.append(.init(name: token.text, line: token.line)) }
            open[open.count - 1] = .table(table)
            names.definitions.insert(token.text)
            if let value = self.token(2), value.kind == .text, at(3, ",") || at(3, "}") || at(3, ";") {
                names.plainTexts.append(.init(key: token.text, text: value.text, line: value.line))
            }
            return
        }
        guard !isLocal(token.text) else { return }
        if at(1, "=") {
            names.assignments.append(.init(name: token.text, line: token.line))
        } else {
            names.globals.append(.init(name: token.text, line: token.line))
            if token.text == "require" { require() }
        }
    }

    private mutating func member(_ token: LuaToken, before offset: Int, isMethod: Bool) {
        var owner: String?
        if let word = self.token(offset), word.kind == .name, !at(offset - 1, "."), !at(offset - 1, ":") {
            owner = word.text
        }
        names.members.append(
            .init(
                owner: owner, isOwnerLocal: owner.map(isLocal) ?? false, name: token.text, line: token.line,
                isMethod: isMethod))
        if at(1, "=") { names.definitions.insert(token.text) }
    }

    private mutating func text(_ token: LuaToken) {
        names.texts.append(.init(name: token.text, line: token.line))
        if at(-1, "["), at(1, "]"), self.token(-2)?.kind == .name {
            member(token, before: -2, isMethod: false)
        }
    }

    private mutating func require() {
        let offset = at(1, "(") ? 2 : 1
        if let text = token(offset), text.kind == .text {
            names.libraries.append(.init(name: text.text, line: text.line))
        } else {
            names.requiresUnknown = true
        }
    }
}
