import LuaKit
import Scripting

/// What a script may name, as a table in which luacheck finds a standard. Anything else is an error when the script runs.
struct LinterNames {
    let globals: [String]
    let libraries: [(name: String, fields: [String])]

    init(_ reference: APIReference) {
        let standard = StandardName.all.filter(\.isAllowed)
        var globals = Set(standard.filter { $0.library == nil }.map(\.name))
        var fields: [String: Set<String>] = [:]
        for name in standard {
            if let library = name.library { fields[library, default: []].insert(name.name) }
        }
        for namespace in reference.namespaces {
            let names = namespace.functions.map(\.name) + namespace.constants.map(\.name)
            if let name = namespace.name {
                fields[name, default: []].formUnion(names)
            } else {
                globals.formUnion(names)
            }
        }
        self.globals = globals.sorted()
        libraries = fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    }

    var text: String {
        let fields = libraries.map { library in
            "\(library.name) = { fields = {\n\(Self.lines(library.fields, indent: 12))        } },\n"
        }
        return """
            {
                read_globals = {
            \(Self.lines(globals, indent: 8))\(fields.map { "        " + $0 }.joined())    },
            }
            """
    }

    /// Quoted names in lines of a hundred columns.
    private static func lines(_ names: [String], indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = margin
        for name in names.map({ "\"\($0)\"," }) {
            if line.count + name.count + 1 > 100 {
                lines.append(line)
                line = margin
            }
            line += (line == margin ? "" : " ") + name
        }
        return (lines + [line]).map { $0 + "\n" }.joined()
    }
}
