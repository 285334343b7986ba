/* Preloaded into a process, it makes writes to the files of one folder fail, and notes what of them would survive a
 * power cut.
 *
 * FAULT_FOLDER  the folder; every write, sync, truncation, rename and link on what lies in it is counted
 * FAULT_AT      the number of the call that fails, from 1; 0: none
 * FAULT_REPEAT  how many calls fail from there on
 * FAULT_KIND    EIO, ENOSPC, EDQUOT: fails so; short: writes half and says so, where it is a write; torn: writes half, then kills the
 *               process; cut: kills the process instead
 * FAULT_MIRROR  a folder that gets every file's state at its last sync (data-KEY), and the names in the folder at its
 *               own last sync (names: a line “KEY NAME” for each)
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum Kind { FAIL, SHORT, TORN, CUT };

static char folder[PATH_MAX];
static char mirror[PATH_MAX];
static long fault_at;
static long fault_repeat;
static enum Kind kind;
static int fault_errno;
static long calls;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_rename)(const char *, const char *);
static int (*real_renameat2)(int, const char *, int, const char *, unsigned);
static int (*real_link)(const char *, const char *);
static int (*real_unlink)(const char *);

/* How many calls there were. */
long write_shim_calls(void)
{
    return calls;
}

/* An inode number is used again once its file is gone; with the time of its making it is one file's own. */
static void key_of(int file, char *key, size_t size)
{
    struct statx about;
    memset(&about, 0, sizeof about);
    statx(file, "", AT_EMPTY_PATH, STATX_INO | STATX_BTIME, &about);
    snprintf(key, size, "%llu-%lld-%u", (unsigned long long)about.stx_ino, (long long)about.stx_btime.tv_sec,
             about.stx_btime.tv_nsec);
}

static void mirror_data(int file)
{
    char key[100];
    char path[PATH_MAX + 128];
    char bytes[65536];
    key_of(file, key, sizeof key);
    snprintf(path, sizeof path, "%s/data-%s", mirror, key);
    int copy = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    off_t at = 0;
    for (ssize_t got; (got = pread(file, bytes, sizeof bytes, at)) > 0; at += got) {
        if (real_write(copy, bytes, (size_t)got) != got)
            abort();
    }
    close(copy);
}

static void mirror_names(bool with_data)
{
    char path[PATH_MAX + 16];
    char next[PATH_MAX + 16];
    snprintf(path, sizeof path, "%s/names", mirror);
    snprintf(next, sizeof next, "%s/names.next", mirror);
    FILE *names = fopen(next, "w");
    DIR *listing = opendir(folder);
    for (struct dirent *entry; names && listing && (entry = readdir(listing));) {
        /* O_PATH: closing any other handle would drop the locks that SQLite holds. */
        int file = openat(dirfd(listing), entry->d_name, (with_data ? O_RDONLY : O_PATH) | O_CLOEXEC);
        struct stat about;
        char key[100];
        if (file >= 0 && fstat(file, &about) == 0 && S_ISREG(about.st_mode)) {
            key_of(file, key, sizeof key);
            fprintf(names, "%s %s\n", key, entry->d_name);
            if (with_data)
                mirror_data(file);
        }
        if (file >= 0)
            close(file);
    }
    if (listing)
        closedir(listing);
    if (names)
        fclose(names);
    real_rename(next, path);
}

__attribute__((constructor)) static void set_up(void)
{
    *(void **)&real_write = dlsym(RTLD_NEXT, "write");
    *(void **)&real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    *(void **)&real_fsync = dlsym(RTLD_NEXT, "fsync");
    *(void **)&real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    *(void **)&real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    *(void **)&real_rename = dlsym(RTLD_NEXT, "rename");
    *(void **)&real_renameat2 = dlsym(RTLD_NEXT, "renameat2");
    *(void **)&real_link = dlsym(RTLD_NEXT, "link");
    *(void **)&real_unlink = dlsym(RTLD_NEXT, "unlink");
    const char *where = getenv("FAULT_FOLDER");
    const char *at = getenv("FAULT_AT");
    const char *repeat = getenv("FAULT_REPEAT");
    const char *what = getenv("FAULT_KIND");
    const char *keep = getenv("FAULT_MIRROR");
    if (!where || !what)
        return;
    snprintf(folder, sizeof folder, "%s", where);
    fault_at = at ? atol(at) : 0;
    fault_repeat = repeat ? atol(repeat) : 1;
    fault_errno = strcmp(what, "ENOSPC") == 0 ? ENOSPC : strcmp(what, "EDQUOT") == 0 ? EDQUOT : EIO;
    kind = strcmp(what, "short") == 0 ? SHORT : strcmp(what, "torn") == 0 ? TORN : strcmp(what, "cut") == 0 ? CUT : FAIL;
    if (keep) {
        snprintf(mirror, sizeof mirror, "%s", keep);
        mirror_names(true);
    }
}

static bool lies_in_folder(const char *path)
{
    const size_t length = strlen(folder);
    return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static bool is_watched(int file)
{
    char link[64];
    char path[PATH_MAX];
    if (folder[0] == '\0')
        return false;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return lies_in_folder(path);
}

/* Counts the call; true if it is one that goes wrong. */
static bool goes_wrong(void)
{
    ++calls;
    const bool wrong = fault_at > 0 && calls >= fault_at && calls - fault_at < fault_repeat;
    if (wrong && kind == CUT)
        kill(getpid(), SIGKILL);
    return wrong;
}

/* The same for a call that writes nothing, so that it cannot fall short. */
static bool fails(void)
{
    return goes_wrong() && kind != SHORT;
}

static int failing(void)
{
    if (kind == TORN)
        kill(getpid(), SIGKILL);
    errno = kind == SHORT ? EIO : fault_errno;
    return -1;
}

static ssize_t half_written(int file, const void *bytes, size_t count, off_t at, bool here)
{
    const size_t half = count > 1 ? count / 2 : count;
    if (kind != SHORT && kind != TORN)
        return failing();
    const ssize_t written = here ? real_write(file, bytes, half) : real_pwrite(file, bytes, half, at);
    return kind == TORN ? failing() : written;
}

ssize_t write(int file, const void *bytes, size_t count)
{
    if (is_watched(file) && goes_wrong())
        return half_written(file, bytes, count, 0, true);
    return real_write(file, bytes, count);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off_t at)
{
    if (is_watched(file) && goes_wrong())
        return half_written(file, bytes, count, at, false);
    return real_pwrite(file, bytes, count, at);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at)
{
    return pwrite64(file, bytes, count, at);
}

static int synced(int file, int (*real)(int))
{
    if (!is_watched(file))
        return real(file);
    if (fails())
        return failing();
    const int result = real(file);
    struct stat about;
    if (mirror[0] != '\0' && result == 0 && fstat(file, &about) == 0) {
        if (S_ISDIR(about.st_mode))
            mirror_names(false);
        else
            mirror_data(file);
    }
    return result;
}

int fsync(int file)
{
    return synced(file, real_fsync);
}

int fdatasync(int file)
{
    return synced(file, real_fdatasync);
}

int ftruncate64(int file, off_t size)
{
    if (is_watched(file) && fails())
        return failing();
    return real_ftruncate(file, size);
}

int ftruncate(int file, off_t size)
{
    return ftruncate64(file, size);
}

int rename(const char *from, const char *to)
{
    if ((lies_in_folder(from) || lies_in_folder(to)) && fails())
        return failing();
    return real_rename(from, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    if ((lies_in_folder(from) || lies_in_folder(to)) && fails())
        return failing();
    return real_renameat2(from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to)
{
    if ((lies_in_folder(from) || lies_in_folder(to)) && fails())
        return failing();
    return real_link(from, to);
}

int unlink(const char *path)
{
    if (lies_in_folder(path) && fails())
        return failing();
    return real_unlink(path);
}
