import ArgumentParser
import Host
import Runs

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the community's file and the system around it; say what to do.",
        discussion: "Nothing is changed. The exit code is 78 when there is a fault.")

    @ParentCommand var halqa: Halqa
    @OptionGroup var output: OutputOptions

    func run() throws {
        let access = try halqa.options.access()
        try access.requireOperator("the doctor")
        let doctor = Doctor(access)
        try output.destination(halqa.options).write { take in try doctor.write(take) }
        guard doctor.isHealthy else { throw ExitCode(78) }
    }
}
