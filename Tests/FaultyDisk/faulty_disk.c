// A disk that fails: loaded into a program with LD_PRELOAD, it counts the calls that change files beneath a folder and
// lets one of them, or all from one on, fail as a disk would.
//
// FAULTY_DISK_FOLDER   beneath which; every other file is left alone
// FAULTY_DISK_AT       the number of the call, from 1
// FAULTY_DISK_HOW      error: that call fails with EIO, once
//                      full: from there on nothing grows (ENOSPC); of that one write, half is done
//                      kill: half of that call is done, and the process is gone
// FAULTY_DISK_MARK     a file that is made when it came to that
// FAULTY_DISK_COUNT    a file that takes how many such calls there were, at the end of the program
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long calls;

static int is_beneath(const char *path) {
    const char *folder = getenv("FAULTY_DISK_FOLDER");
    return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_beneath_open(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_beneath(path);
}

static int is_beneath_named(int folder, const char *path) {
    if (path[0] == '/' || folder == AT_FDCWD) {
        char whole[8192];
        if (path[0] == '/') return is_beneath(path);
        if (!getcwd(whole, 4096)) return 0;
        strncat(strcat(whole, "/"), path, 4000);
        return is_beneath(whole);
    }
    return is_beneath_open(folder);
}

enum fault { none, failing, full, killing };

// What happens to the next call. With `grows`, it needs space.
static enum fault next(int grows) {
    const char *at = getenv("FAULTY_DISK_AT"), *how = getenv("FAULTY_DISK_HOW");
    if (!at || !how) return none;
    int is_full = how[0] == 'f';
    if (is_full && !grows) return none;
    long number = atomic_fetch_add(&calls, 1) + 1, fault = atol(at);
    if (number < fault || (number > fault && !is_full)) return none;
    const char *mark = getenv("FAULTY_DISK_MARK");
    if (number == fault && mark) syscall(SYS_close, syscall(SYS_open, mark, O_CREAT | O_WRONLY, 0600));
    return is_full ? full : how[0] == 'k' ? killing : failing;
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("FAULTY_DISK_COUNT");
    if (!path) return;
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, 0600);
    char text[24];
    syscall(SYS_write, file, text, snprintf(text, sizeof text, "%ld", calls));
    syscall(SYS_close, file);
}

static int fails(int grows) {
    switch (next(grows)) {
    case none: return 0;
    case failing: errno = EIO; return 1;
    case full: errno = ENOSPC; return 1;
    case killing: syscall(SYS_kill, getpid(), SIGKILL);
    }
    return 0;
}

#define ORIGINAL(name, ...) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))(__VA_ARGS__)

// Half of the bytes get there, where it matters how far a write came.
static ssize_t write_half(int descriptor, const void *bytes, size_t count, off_t offset) {
    enum fault fault = next(1);
    if (fault == none) return -2;
    if (fault != failing && count > 1) {
        long half = offset < 0 ? syscall(SYS_write, descriptor, bytes, count / 2)
                               : syscall(SYS_pwrite64, descriptor, bytes, count / 2, offset);
        if (fault == full && half > 0) return half;
    }
    if (fault == killing) syscall(SYS_kill, getpid(), SIGKILL);
    errno = fault == full ? ENOSPC : EIO;
    return -1;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    if (is_beneath_open(descriptor)) {
        ssize_t done = write_half(descriptor, bytes, count, -1);
        if (done != -2) return done;
    }
    return ORIGINAL(write, descriptor, bytes, count);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
    if (is_beneath_open(descriptor)) {
        ssize_t done = write_half(descriptor, bytes, count, offset);
        if (done != -2) return done;
    }
    return ORIGINAL(pwrite64, descriptor, bytes, count, offset);
}
ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    return pwrite64(descriptor, bytes, count, offset);
}

int ftruncate64(int descriptor, off64_t size) {
    struct stat status;
    if (is_beneath_open(descriptor) && fails(fstat(descriptor, &status) == 0 && size > status.st_size)) return -1;
    return ORIGINAL(ftruncate64, descriptor, size);
}
int ftruncate(int descriptor, off_t size) { return ftruncate64(descriptor, size); }

int fallocate(int descriptor, int mode, off_t offset, off_t size) {
    if (is_beneath_open(descriptor) && fails(1)) return -1;
    return ORIGINAL(fallocate, descriptor, mode, offset, size);
}

int fsync(int descriptor) {
    if (is_beneath_open(descriptor) && fails(0)) return -1;
    return ORIGINAL(fsync, descriptor);
}
int fdatasync(int descriptor) {
    if (is_beneath_open(descriptor) && fails(0)) return -1;
    return ORIGINAL(fdatasync, descriptor);
}

static int open_as(int folder, const char *path, int flags, mode_t mode) {
    if (flags & O_CREAT && faccessat(folder, path, F_OK, 0) != 0 && is_beneath_named(folder, path) && fails(1)) return -1;
    return (int)syscall(SYS_openat, folder, path, flags, mode);
}

#define MODE(flags, mode)                                                                                              \
    mode_t mode = 0;                                                                                                   \
    if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) {                                                         \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        mode = va_arg(rest, mode_t);                                                                                   \
        va_end(rest);                                                                                                  \
    }

int open(const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_as(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_as(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_as(folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_as(folder, path, flags, mode);
}

int mkdir(const char *path, mode_t mode) {
    if (is_beneath_named(AT_FDCWD, path) && fails(1)) return -1;
    return ORIGINAL(mkdir, path, mode);
}
int rename(const char *from, const char *to) {
    if (is_beneath_named(AT_FDCWD, to) && fails(0)) return -1;
    return ORIGINAL(rename, from, to);
}
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    if (is_beneath_named(to_folder, to) && fails(0)) return -1;
    return ORIGINAL(renameat2, from_folder, from, to_folder, to, flags);
}
int link(const char *from, const char *to) {
    if (is_beneath_named(AT_FDCWD, to) && fails(1)) return -1;
    return ORIGINAL(link, from, to);
}
int unlink(const char *path) {
    if (is_beneath_named(AT_FDCWD, path) && fails(0)) return -1;
    return ORIGINAL(unlink, path);
}
