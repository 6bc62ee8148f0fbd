import Glibc
import SystemLinux

/// Gives up, for good and for all threads of this process, what reading a community and running a script does
/// not need. It is put in force once everything that has to be opened is open.
///
/// The layers do not lean on each other: where the kernel lacks one, the others stand, and `apply` says so.
public struct Confinement: Sendable {
    /// Open files that may be written to in place (`pwrite`), as temporary files are. Every other descriptor but
    /// standard output and error can at most be read.
    public var writable: [Int32]
    /// The one folder beneath which files may be made, changed and removed; nil: none is.
    public var workFolder: String?
    /// The layers to use where the kernel has them.
    public var layers: Set<Layer>

    public init(
        writable: [Int32] = [], workFolder: String? = nil, layers: Set<Layer> = Set(Layer.allCases)
    ) {
        self.writable = writable
        self.workFolder = workFolder
        self.layers = layers
    }

    /// What may be read by name all the same, with Landlock: zones are looked up while scripts run.
    private static let readable = ["/usr/share/zoneinfo", "/etc/localtime"]

    /// Puts the layers in force.
    ///
    /// - Parameter preload: opens what could not be opened later; it is called only where Landlock cannot hold
    ///   reading to the zones of time, so that the filter has to forbid opening altogether.
    /// - Returns: the layers that are in force.
    /// - Throws: when the kernel has a layer and refuses it.
    public func apply(preload: () -> Void = {}) throws(ConfinementError) -> Set<Layer> {
        guard system_hide_memory() == 0 else { throw ConfinementError("cannot hide its memory", errno) }
        var inForce: Set<Layer> = []
        // Filters and rules are for those only who can gain nothing by starting another program.
        guard system_give_up_privileges() == 0 else {
            throw ConfinementError("cannot give up new privileges", errno)
        }
        inForce.insert(.noNewPrivileges)
        if layers.contains(.landlock), let landlock = Landlock.supported {
            try landlock.restrict(reading: Self.readable, writing: workFolder)
            inForce.insert(.landlock)
        } else {
            preload()
        }
        if layers.contains(.systemCalls), SystemCallFilter.isSupported {
            let opening: SystemCallFilter.Opening =
                if workFolder != nil { .writing } else if inForce.contains(.landlock) { .reading } else {
                    .none
                }
            try SystemCallFilter(opening: opening, writable: writable).load()
            inForce.insert(.systemCalls)
        }
        return inForce
    }

    /// One thing that the kernel holds a confined process to.
    public enum Layer: String, Sendable, CaseIterable, Codable {
        /// No program that it starts would gain rights.
        case noNewPrivileges = "no_new_privileges"
        /// Files: nothing but the zones of time can be opened. Since version 4 no TCP, since 6 no signals to others.
        case landlock
        /// The system calls of a list (seccomp); any other ends the process.
        case systemCalls = "seccomp"
    }

    /// The layers that this kernel has.
    public static var supported: Set<Layer> {
        var layers: Set<Layer> = [.noNewPrivileges]
        if Landlock.supported != nil { layers.insert(.landlock) }
        if SystemCallFilter.isSupported { layers.insert(.systemCalls) }
        return layers
    }
}
