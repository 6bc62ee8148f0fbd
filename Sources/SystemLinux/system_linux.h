/* Calls of Linux and glibc that Swift's Glibc module does not show: GNU extensions and calls with
   variable arguments. Each returns what it returns in C, with errno set where that says so. */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Declared here, because their headers hide them from programs that do not ask for all of GNU's. */
int pipe2(int ends[2], int flags);
int mkostemp(char *path, int flags);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
int memfd_create(const char *name, unsigned int flags);
int pidfd_open(pid_t process, unsigned int flags);
long syscall(long number, ...);
const char *sigabbrev_np(int signal);
int prlimit(pid_t process, int resource, const struct rlimit *limit, struct rlimit *former);

/* A pipe whose ends no child inherits. */
static inline int system_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

/* Two ends of a socket by which files can be given. No child inherits them. */
static inline int system_socket_pair(int ends[2]) {
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends);
}

/* The most files that one message gives. */
enum { system_most_descriptors = 2 };

/* Gives copies of some descriptors to who has the socket's other end; what that misses is no signal. */
static inline long system_send_descriptors(int socket, const int *descriptors, size_t count) {
    char byte = 0;
    struct iovec body = {&byte, 1};
    _Alignas(struct cmsghdr) char space[CMSG_SPACE(system_most_descriptors * sizeof(int))] = {0};
    struct msghdr message = {0};
    message.msg_iov = &body;
    message.msg_iovlen = 1;
    message.msg_control = space;
    message.msg_controllen = CMSG_SPACE(count * sizeof(int));
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(count * sizeof(int));
    memcpy(CMSG_DATA(header), descriptors, count * sizeof(int));
    return sendmsg(socket, &message, MSG_NOSIGNAL);
}

/* Waits for a message and takes the descriptors that it gives, which no child inherits. Returns how many; 0 when there is
   no other end any more, or the message has none. */
static inline long system_receive_descriptors(int socket, int descriptors[system_most_descriptors]) {
    char byte;
    struct iovec body = {&byte, 1};
    _Alignas(struct cmsghdr) char space[CMSG_SPACE(system_most_descriptors * sizeof(int))];
    struct msghdr message = {0};
    message.msg_iov = &body;
    message.msg_iovlen = 1;
    message.msg_control = space;
    message.msg_controllen = sizeof space;
    long length = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (length <= 0) return length;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (!header || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) return 0;
    size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    memcpy(descriptors, CMSG_DATA(header), count * sizeof(int));
    return (long)count;
}

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

/* From here on no program that this process starts gains rights by it; filters of system calls need that. */
static inline int system_give_up_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

/* No other process of the same user can look into this one's memory, by ptrace or /proc. */
static inline int system_hide_memory(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/* Whether a filter of system calls is in force: 2 where one is. */
static inline int system_filter_mode(void) { return prctl(PR_GET_SECCOMP, 0, 0, 0, 0); }

/* A file without a name in a folder, for reading and writing, that no child inherits. Where the file system has none,
   as that of containers before Linux 6.3, it has a name for a moment. */
static inline int system_unnamed_file(const char *folder) {
    char path[4096];
    int file = open(folder, 020000000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0600); /* O_TMPFILE */
    if (file >= 0 || errno != EOPNOTSUPP) return file;
    if (snprintf(path, sizeof path, "%s/halqa-XXXXXX", folder) >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    file = mkostemp(path, O_CLOEXEC);
    if (file >= 0) unlink(path);
    return file;
}

/* Landlock, as linux/landlock.h and landlock(7) have it; declared here, because Debian's header knows fewer of its
   versions than the kernel may. */
typedef struct {
    uint64_t handled_access_fs;
    uint64_t handled_access_net; /* since version 4 */
    uint64_t scoped;             /* since version 6 */
} system_landlock_ruleset;

typedef struct __attribute__((packed)) {
    uint64_t allowed_access;
    int32_t parent_fd;
} system_landlock_path;

/* The version of Landlock that the kernel has; -1 where it has none. */
static inline long system_landlock_version(void) { return syscall(444L, 0L, 0L, 1L); }

static inline long system_landlock_create(const system_landlock_ruleset *ruleset, size_t size) {
    return syscall(444L, ruleset, size, 0L);
}

static inline long system_landlock_allow(int ruleset, const system_landlock_path *path) {
    return syscall(445L, (long)ruleset, 1L /* LANDLOCK_RULE_PATH_BENEATH */, path, 0L);
}

static inline long system_landlock_restrict(int ruleset) { return syscall(446L, (long)ruleset, 0L); }

/* Any system call, by its number, for what tries whether one is forbidden. */
static inline long system_call(long number, long a, long b, long c, long d, long e, long f) {
    return syscall(number, a, b, c, d, e, f);
}
