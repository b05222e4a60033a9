/* A disk that loses at a power cut whatever was not synced.
 *
 * The folder named by HUB_TEST_DISK stands for memory: it shows every write at once. The folder
 * named by HUB_TEST_PLATTER stands for the platter: a file's content comes there only by fsync of
 * the file, a name only by fsync of its folder. After a kill, power_cut.py makes the folder anew
 * from the platter alone.
 *
 * Files are known by inode and birth, so that an inode used again is another file. On the platter
 * `<key>` is a file's content and `<key>.names` the names in a folder: "kind key name", one a line.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE (1 << 20)

static int key_of(int folder, const char *name, char *key, char *kind) {
    struct statx seen;
    int flags = AT_SYMLINK_NOFOLLOW | (*name ? 0 : AT_EMPTY_PATH);
    if (statx(folder, name, flags, STATX_BASIC_STATS | STATX_BTIME, &seen)) return -1;
    snprintf(key, 64, "%llu-%lld-%u", (unsigned long long)seen.stx_ino,
             (long long)seen.stx_btime.tv_sec, seen.stx_btime.tv_nsec);
    *kind = S_ISDIR(seen.stx_mode) ? 'd' : S_ISREG(seen.stx_mode) ? 'f' : '?';
    return 0;
}

static int copy(int from, int to) {
    static __thread char piece[PIECE];
    off_t at = 0;
    for (;;) {
        ssize_t count = pread(from, piece, PIECE, at);
        if (count == 0) return 0;
        if (count < 0 || pwrite(to, piece, count, at) != count) return -1;
        at += count;
    }
}

static int keep_names(int fd, FILE *to) {
    int again = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *folder = again < 0 ? NULL : fdopendir(again);
    if (!folder) return -1;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char key[64], kind;
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        if (key_of(dirfd(folder), entry->d_name, key, &kind) || kind == '?') continue;
        fprintf(to, "%c %s %s\n", kind, key, entry->d_name);
    }
    closedir(folder);
    return 0;
}

/* Bring what is open at `fd` to the platter, whole or not at all; one at a time. */
static int keep(int fd, const char *platter) {
    char key[64], kind, path[PATH_MAX], begun[PATH_MAX], link[64];
    if (key_of(fd, "", key, &kind)) return -1;
    snprintf(path, sizeof path, "%s/lock", platter);
    int lock = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX)) return -1;
    snprintf(begun, sizeof begun, "%s/begun", platter);
    snprintf(path, sizeof path, "%s/%s%s", platter, key, kind == 'd' ? ".names" : "");
    FILE *to = fopen(begun, "we");
    int failed = !to;
    if (to && kind == 'd') {
        failed = keep_names(fd, to);
    } else if (to) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd); /* it may be open for writing only */
        int from = open(link, O_RDONLY | O_CLOEXEC);
        failed = from < 0 || copy(from, fileno(to));
        if (from >= 0) close(from);
    }
    failed |= (to && fclose(to)) || rename(begun, path);
    close(lock);
    return failed ? -1 : 0;
}

int disk_keep(const char *path, const char *platter) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    int kept = fd < 0 ? -1 : keep(fd, platter);
    if (fd >= 0) close(fd);
    return kept;
}

int disk_key(const char *path, char *key) {
    char kind;
    return key_of(AT_FDCWD, path, key, &kind);
}

static int is_ours(int fd) {
    const char *folder = getenv("HUB_TEST_DISK");
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (!folder || length < 0) return 0;
    path[length] = 0;
    size_t prefix = strlen(folder);
    return !strncmp(path, folder, prefix) && (!path[prefix] || path[prefix] == '/');
}

static int sync_to_platter(int fd, const char *name) {
    int before = errno;
    const char *platter = getenv("HUB_TEST_PLATTER");
    if (platter && is_ours(fd)) {
        if (keep(fd, platter)) { errno = EIO; return -1; }
        errno = before;
        return 0;
    }
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    return real(fd);
}

int fsync(int fd) { return sync_to_platter(fd, "fsync"); }
int fdatasync(int fd) { return sync_to_platter(fd, "fdatasync"); }
