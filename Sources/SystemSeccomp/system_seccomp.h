/* libseccomp, and those of its macros that Swift does not see as values. */

#include <seccomp.h>

static inline uint32_t system_seccomp_allow(void) { return SCMP_ACT_ALLOW; }
static inline uint32_t system_seccomp_kill(void) { return SCMP_ACT_KILL_PROCESS; }
static inline uint32_t system_seccomp_refuse(int error) { return SCMP_ACT_ERRNO(error); }
