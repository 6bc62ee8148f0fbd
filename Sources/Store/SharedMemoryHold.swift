/// Keeps the shared memory of a community's log in being, so that a worker which reads beside its host finds it and
/// needs to write nothing there: what a worker could write into it would lead others astray.
public final class SharedMemoryHold {
    private let connection: ReadingConnection

    /// nil where the community cannot be read; who reads it next says why.
    public init?(community path: String) {
        guard let connection = try? ReadingConnection(CommunityFile(folder: path).database) else {
            return nil
        }
        self.connection = connection
    }
}
