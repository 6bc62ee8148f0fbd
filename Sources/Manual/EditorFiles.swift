import LuaKit
import Scripting

/// What `halqa types` writes into a folder of scripts, so that editors complete and check them and luacheck knows their names.
public struct EditorFiles {
    private let reference: APIReference

    public init(_ reference: APIReference) {
        self.reference = reference
    }

    public var files: [ManualFile] {
        let names = LinterNames(reference).text
        return [
            ManualFile(".luarc.json", settings, isInOwnFolder: false),
            ManualFile(".luacheckrc", linter(names), isInOwnFolder: false),
            ManualFile(".halqa/halqa.lua", LuaStubs(reference).text),
            ManualFile(
                ".halqa/luacheck.lua",
                "-- \(ManualFile.mark): what a script may name, as a standard of luacheck.\nreturn \(names)\n"
            ),
        ]
    }

    /// For the Lua Language Server. Others that read its settings know no comments.
    private var settings: String {
        let denied = Set(StandardName.all.filter { $0.library == nil && !$0.isAllowed }.map(\.name))
        let libraries = ["debug", "io", "os", "package"].filter(denied.contains)
        let builtIn = libraries.map { "\"\($0)\": \"disable\"" }.joined(separator: ", ")
        return """
            {
              "$comment": "\(ManualFile.mark).",
              "runtime.version": "Lua 5.4",
              "runtime.builtin": { \(builtIn) },
              "workspace.library": [".halqa"],
              "diagnostics.severity": { "need-check-nil": "Hint" }
            }

            """
    }

    private func linter(_ names: String) -> String {
        """
        -- \(ManualFile.mark): settings of luacheck.
        stds.halqa = \(names)
        std = "halqa"
        exclude_files = { ".halqa" }
        max_line_length = 160 -- sentences in three languages stand in one table
        unused_args = false -- what a function is given is the contract's matter, not the script's

        """
    }
}
