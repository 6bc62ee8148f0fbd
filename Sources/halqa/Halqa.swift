import ArgumentParser

@main
struct Halqa: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "halqa")
}
