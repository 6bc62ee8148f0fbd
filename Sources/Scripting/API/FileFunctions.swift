import Community
import LuaKit

/// What a script has from the plugin that it is a part of.
enum FileFunctions {
    static func module(_ session: Session) throws -> Module {
        Module(
            nil, "What a file has from the plugin that it is a part of.",
            functions: [require(session)],
            constants: [
                Module.Constant(
                    "settings",
                    "The plugin's settings by name, as they are in force for the run; an error in a file without a "
                        + "plugin. A date is a date value; a setting without a value is nil.",
                    type: SettingsObject.luaTypeExpression,
                    try settings(session))
            ])
    }

    /// Said of `settings` where there are none.
    static let settingsHint =
        "only a plugin has settings, and this script is a lone file; declare a parameter in `params` instead, or "
        + "move the script into a plugin"

    private static func require(_ session: Session) -> Function {
        Function(
            "require",
            "Loads a library: a file in the folder `lib` of the plugin that the script is a part of, or of a plugin "
                + "that it depends on. Each is loaded once a run.",
            Parameter<String>(
                "name",
                "`lib.names` for the plugin's own `lib/names.lua`, `other_plugin.names` for `lib/names.lua` of the "
                    + "plugin `other_plugin`; folders in `lib` are separated by dots as well."),
            returns: "What the file returns.", example: #"local names = require "lib.names""#
        ) { [weak session] (state: State, name: String) throws -> Value in
            guard let libraries = session?.libraries else {
                throw ScriptError(
                    "require(\"\(name)\"): only a plugin has files to load, and this script is a lone file; put what "
                        + "it needs into the script, or move the script into a plugin")
            }
            return try libraries.require(name, state)
        }
    }

    private static func settings(_ session: Session) throws -> Value {
        guard let plugin = session.program.plugin else { return .nil }
        return .object(SettingsObject(plugin.settings, session: session))
    }
}

/// `settings`: those of the plugin.
final class SettingsObject: HostObject {
    static let luaType = "table of settings"

    private let values: [String: FieldValue]
    private unowned let session: Session

    init(_ values: [String: FieldValue], session: Session) {
        self.values = values
        self.session = session
    }

    static var type: ObjectType<SettingsObject> {
        ObjectType(
            "The settings of a plugin, by name.",
            index: { settings, key in try settings.value(key) },
            names: { settings in settings.values.keys.sorted() })
    }

    private func value(_ key: Value) throws -> Value? {
        guard case .string(let name) = key, let name = name.text, let value = values[name] else { return nil }
        return try session.value(value, .text)
    }
}
