import Documents
import Runs
import Scripting

/// What a worker sends. The first byte says what it was asked for, and in pieces of which size its answer arrives.
enum FrameInput {
    static func take(_ bytes: [UInt8]) throws {
        guard let first = bytes.first else { return }
        let jobs: [Request.Job] = [.report, .describe, .test(after: nil, filter: nil), .unpack]
        let request = Request(
            community: "", program: Program(name: "report.lua", source: []),
            job: jobs[Int(first) % jobs.count],
            now: 0, seed: 1, limits: RunLimits(output: 1 << 20, rows: 1000))
        let size = 1 << (Int(first) / jobs.count % 16)
        var decoder = FrameDecoder()
        var exchange = Exchange(request)
        var rest = bytes.dropFirst()
        do {
            while !rest.isEmpty {
                decoder.append(rest.prefix(size))
                rest = rest.dropFirst(size)
                while let frame = try decoder.next() {
                    try exchange.take(frame, part: same, answer: { _ in }, log: { _ in })
                }
            }
        } catch is ProtocolError {} catch is OutputLimit {}
        _ = exchange.close(failure: nil, elapsed: .zero)
    }

    /// A part that was accepted can be written down, and read again as the same.
    private static func same(_ part: Part) throws {
        let bytes = try PartEncoder.encode(part)
        guard try PartEncoder.encode(PartDecoder.decode(bytes)) == bytes else {
            throw FuzzFinding("a part that is another one when it is written")
        }
    }
}
