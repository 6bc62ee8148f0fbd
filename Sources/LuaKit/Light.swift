import CLua

/// A light value: a tag that names its type and a payload of 56 bits, held in a single word.
///
/// Light values cost no allocation, are equal when tag and payload are, and work as table keys. A
/// ``ScalarType`` or ``RecordType`` registered for the tag gives them fields, methods and operators.
public struct Light: Hashable, Sendable {
    /// The word as Lua holds it: the tag in the high 8 bits, the payload below.
    public let word: UInt64

    @usableFromInline init(word: UInt64) {
        self.word = word
    }

    /// - Parameters:
    ///   - tag: 1 … 255.
    ///   - payload: within ``payloads``.
    /// - Returns: nil when either is out of range.
    public init?(tag: UInt8, payload: Int64) {
        guard tag > 0, Self.payloads.contains(payload) else { return nil }
        word = clua_light_word(tag, payload)
    }

    @inlinable public var tag: UInt8 { clua_light_tag(word) }
    @inlinable public var payload: Int64 { clua_light_payload(word) }

    /// What a payload can be: −2⁵⁵ … 2⁵⁵ − 1.
    public static let payloads: ClosedRange<Int64> = -(1 << 55)...(1 << 55) - 1
}

/// A Swift type whose values are light values of one tag.
public protocol LightConvertible: LuaReadable, LuaWritable {
    static var luaTag: UInt8 { get }
    init?(luaPayload: Int64)
    /// Within ``Light/payloads``.
    var luaPayload: Int64 { get }
}

extension LightConvertible {
    @inlinable public static func read(_ slot: Slot) throws -> Self? {
        guard let light = slot.light, light.tag == luaTag else { return nil }
        return Self(luaPayload: light.payload)
    }

    public func write(to stack: Stack) throws -> Int32 {
        guard let light = Light(tag: Self.luaTag, payload: luaPayload) else {
            throw ScriptError("a \(Self.luaType) is out of the range of its values")
        }
        stack.push(light)
        return 1
    }
}
