import Confinement
import Glibc
import SystemLinux

// Usage: ConfinementProbe FILE LAYERS ATTEMPT [FOLDER]. Confines itself by the layers (names with commas between them) as a
// worker does, with FILE open for reading and writing and FOLDER to work in, then makes the attempt. Prints the layers that are in force.
// Ends with 0 when it could be done, 1 when it was refused; the kernel may end it otherwise.

let openFile = open(CommandLine.arguments[1], O_RDWR)
let temporaryFile = system_unnamed_file("/tmp")
let attempts = Attempt.all + Attempt.needs + Attempt.work
let workFolder = CommandLine.arguments.count == 5 ? CommandLine.arguments[4] : nil
guard (4...5).contains(CommandLine.arguments.count), openFile >= 0, temporaryFile >= 0,
    let attempt = attempts.first(where: { $0.name == CommandLine.arguments[3] })
else { _exit(64) }
do {
    let layers = CommandLine.arguments[2].split(separator: ",").compactMap {
        Confinement.Layer(rawValue: String($0))
    }
    try ProcessLimits(data: 256 << 20, cpuSeconds: 10).apply()
    let inForce = try Confinement(
        writable: [temporaryFile], workFolder: workFolder, layers: Set(layers)
    ).apply()
    let names = Confinement.Layer.allCases.filter(inForce.contains).map(\.rawValue).joined(separator: ",")
    _ = (names + "\n").withCString { write(STDOUT_FILENO, $0, strlen($0)) }
} catch {
    print(error)
    _exit(70)
}
_exit(attempt.isPossible() ? 0 : 1)
