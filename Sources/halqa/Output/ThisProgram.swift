import Foundation

/// The file of the running program, which workers are started from.
enum ThisProgram {
    static let path = "/proc/self/exe"
}
