import Foundation

/// The user's Ctrl-C, or another polite request to end.
enum Interruption {
    /// Runs `tidy` before an interrupted process ends as it would have without.
    static func whenInterrupted(_ tidy: @escaping @Sendable () -> Void) {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        let awaited = signals
        // Blocked in all threads, they wait for the one that asks for them. Workers begin without a mask.
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Thread.detachNewThread {
            var awaited = awaited
            var signal: Int32 = 0
            guard sigwait(&awaited, &signal) == 0 else { return }
            tidy()
            pthread_sigmask(SIG_UNBLOCK, &awaited, nil)
            kill(getpid(), signal)
        }
    }
}
