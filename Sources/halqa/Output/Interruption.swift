import Foundation

/// The user's Ctrl-C, or another polite request to end.
enum Interruption {
    /// Makes something that an interrupted process must not leave behind.
    ///
    /// - Parameters:
    ///   - tidy: runs before the process ends as it would have without. It never runs while `make` does: a request that
    ///     comes meanwhile waits until there is something to tidy up.
    ///   - make: what to make. Where it throws, requests end the process as before.
    static func tidying<Made>(
        by tidy: @escaping @Sendable () -> Void, making make: () throws -> Made
    ) rethrows -> Made {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        let awaited = signals
        // Blocked here, and in all threads that begin from here, they wait for the one that asks for them. Those of
        // Dispatch block them anyway; workers begin without a mask.
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let made: Made
        do {
            made = try make()
        } catch {
            pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            throw error
        }
        Thread.detachNewThread {
            var awaited = awaited
            var signal: Int32 = 0
            guard sigwait(&awaited, &signal) == 0 else { return }
            tidy()
            pthread_sigmask(SIG_UNBLOCK, &awaited, nil)
            kill(getpid(), signal)
        }
        return made
    }
}
