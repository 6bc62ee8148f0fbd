/* Calls of Linux and glibc that Swift's Glibc module does not show: GNU extensions and calls with
   variable arguments. Each returns what it returns in C, with errno set where that says so. */

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Declared here, because their headers hide them from programs that do not ask for all of GNU's. */
int pipe2(int ends[2], int flags);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
int memfd_create(const char *name, unsigned int flags);
int pidfd_open(pid_t process, unsigned int flags);
const char *sigabbrev_np(int signal);
int prlimit(pid_t process, int resource, const struct rlimit *limit, struct rlimit *former);

/* A pipe whose ends no child inherits. */
static inline int system_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

/* A file without a name, in memory, that no child inherits. */
static inline int system_memory_file(const char *name) { return memfd_create(name, 1 /* MFD_CLOEXEC */); }

/* A descriptor of a child, which is readable once that has ended. No child inherits it. */
static inline int system_process_descriptor(pid_t process) { return pidfd_open(process, 0); }

/* `SEGV`; null for numbers that are no signal. */
static inline const char *system_signal_name(int signal) { return sigabbrev_np(signal); }

/* In a child: closes all descriptors from `first` on. Returns an error number. */
static inline int system_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

/* Has the kernel kill this process when its parent is gone. */
static inline int system_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }

/* A copy of a descriptor that no child inherits, with a number from `least` on. */
static inline int system_copy_descriptor(int descriptor, int least) {
    return fcntl(descriptor, F_DUPFD_CLOEXEC, least);
}

/* The most memory of its own, in bytes, that a child may have; also what it has already counts. */
static inline int system_limit_memory(pid_t process, unsigned long bytes) {
    const struct rlimit limit = {bytes, bytes};
    return prlimit(process, RLIMIT_DATA, &limit, 0);
}

/* The most seconds of a processor's time that a child may use, after which SIGXCPU ends it, or else SIGKILL. */
static inline int system_limit_processor_time(pid_t process, unsigned long seconds) {
    const struct rlimit limit = {seconds, seconds + 5};
    return prlimit(process, RLIMIT_CPU, &limit, 0);
}
