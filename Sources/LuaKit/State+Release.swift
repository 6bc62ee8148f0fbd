import CLua

extension State {
    /// The release of the Lua library that is loaded: `Lua 5.4.4`.
    public static var release: String {
        // `$LuaVersion: Lua 5.4.4  Copyright …`
        let words = String(cString: clua_identity()).split(separator: " ")
        return words.dropFirst().prefix(2).joined(separator: " ")
    }
}
