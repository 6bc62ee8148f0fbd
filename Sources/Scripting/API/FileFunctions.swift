import LuaKit

/// What a script may take from other files.
enum FileFunctions {
    /// Only plugins have files of their own; this one says so.
    static var require: Function {
        Function(
            "require", "Loads another file of the plugin that the script is a part of.",
            Parameter<String>("name", "The file's name with dots for slashes, without `.lua`."),
            returns: "What the file returns.", example: #"local names = require "lib.names""#
        ) { (name: String) throws -> Value in
            throw ScriptError(
                "require(\"\(name)\"): only a plugin has files to load, and this script is a lone file; put what it "
                    + "needs into the script, or move the script into a plugin")
        }
    }
}
