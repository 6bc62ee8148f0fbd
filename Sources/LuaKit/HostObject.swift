/// A class whose instances can be given to scripts. Make it final, and register an ``ObjectType`` for it.
public protocol HostObject: AnyObject, LuaReadable, LuaWritable {}

extension HostObject {
    @inlinable public static func read(_ slot: Slot) throws -> Self? {
        slot.object as? Self
    }

    @inlinable public func write(to stack: Stack) throws -> Int32 {
        stack.push(self)
        return 1
    }
}
