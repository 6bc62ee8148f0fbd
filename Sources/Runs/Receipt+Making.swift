import Community
import Digests

extension Receipt {
    /// The receipt of a request that is about to be run.
    init(_ request: Request, identifier: String? = nil) {
        id = identifier ?? MadeIdentifier.make("run")
        script = request.script
        job = request.job
        sourceHash = SHA256.of(request.program.source)
        plugin = request.program.plugin.map(PluginReceipt.init)
        parameters = request.parameters
        viewer = request.viewer ?? Viewer.operator.name
        now = request.now
        began = Instant.fromClock().milliseconds
        language = request.language
        zone = request.zone
        seed = request.seed
        limits = request.limits
        provenance = request.provenance
        if case .importing(let options) = request.job { input = options.file }
        halqaVersion = Runs.halqaVersion
        elapsed = 0
        usage = Usage()
        outputHash = ""
        outputBytes = 0
    }

    mutating func take(_ started: Started) {
        commit = started.commit
        language = started.language
        zone = started.zone
        seed = started.seed
        luaVersion = started.luaVersion
        confinement = started.confinement
    }

    mutating func take(_ document: inout ReceivedDocument) {
        let digest = document.digest()
        (outputHash, outputBytes, output) = (digest.hash, digest.bytes, digest.kept)
    }
}
