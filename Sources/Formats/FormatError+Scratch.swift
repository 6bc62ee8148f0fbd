import Scratch

extension FormatError {
    /// Does what needs temporary files, and says of them what there is to say.
    static func onDisk<Value>(_ work: @autoclosure () throws(ScratchError) -> Value) throws(FormatError)
        -> Value
    {
        do { return try work() } catch { throw .temporaryFiles(error) }
    }
}
