// Loaded before the desk (LD_PRELOAD): counts the calls that touch files in a folder `data` below $FAULTS_DIR and lets the one fail that $FAULTS_ORDER names.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define MOST 65536
enum { NONE, READ_EIO, WRITE_EIO, NO_SPACE, SHORT, SYNC_EIO };
enum { READ = 1, WRITE = 2, SYNC = 4, NAME = 8 };
/* what the tool writes and reads: which fault, from which call on, how many calls in a row; how many calls there were, how many failed */
struct order { int32_t kind, at, times, count, failed; };
static volatile struct order *order; static const char *dir; static size_t dirLength; static char ours[MOST];
__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("FAULTS_ORDER"); dir = getenv("FAULTS_DIR");
  if (!file || !dir) return;
  dirLength = strlen(dir);
  int fd = NEXT(open)(file, O_RDWR | O_CLOEXEC, 0);
  void *at = mmap(0, sizeof *order, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (at != MAP_FAILED) order = at;
  NEXT(close)(fd);
}
/* what stands beside a desk's folder (its district, a copy of it) is whole */
static int below(const char *path) { return order && path && !strncmp(path, dir, dirLength) && strstr(path + dirLength, "/data"); }
static int isOurs(int fd) { return order && fd >= 0 && fd < MOST && ours[fd]; }
static int touches(int kind) {
  switch (kind) {
    case READ_EIO: return READ;
    case WRITE_EIO: return WRITE | NAME;
    case NO_SPACE: case SHORT: return WRITE;
    case SYNC_EIO: return SYNC;
    default: return 0;
  }
}
/* 0: goes through; else the errno, or -1 for a write of half its bytes */
static int fault(int what) {
  int kind = order->kind;
  if (!(touches(kind) & what)) return 0;
  int n = __atomic_add_fetch(&order->count, 1, __ATOMIC_SEQ_CST);
  if (n < order->at || n >= order->at + order->times) return 0;
  __atomic_add_fetch(&order->failed, 1, __ATOMIC_SEQ_CST);
  if (kind == SHORT) return n == order->at ? -1 : ENOSPC;
  return kind == NO_SPACE ? ENOSPC : EIO;
}
#define OPEN(name) int name(const char *path, int flags, ...) { \
  va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
  int f = below(path) && (flags & (O_CREAT | O_TRUNC)) ? fault(NAME) : 0; \
  if (f) { errno = f; return -1; } \
  int fd = NEXT(name)(path, flags, mode); \
  if (fd >= 0 && fd < MOST) ours[fd] = below(path); \
  return fd; }
OPEN(open)
OPEN(open64)
int close(int fd) { if (fd >= 0 && fd < MOST) ours[fd] = 0; return NEXT(close)(fd); }
#define GUARD(what, half) int f = isOurs(fd) ? fault(what) : 0; if (f > 0) { errno = f; return -1; } if (f < 0) return half;
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t at) { GUARD(WRITE, NEXT(pwrite64)(fd, b, n / 2, at)) return NEXT(pwrite64)(fd, b, n, at); }
ssize_t pwrite(int fd, const void *b, size_t n, off_t at) { return pwrite64(fd, b, n, at); }
ssize_t write(int fd, const void *b, size_t n) { GUARD(WRITE, NEXT(write)(fd, b, n / 2)) return NEXT(write)(fd, b, n); }
ssize_t pread64(int fd, void *b, size_t n, off64_t at) { GUARD(READ, 0) return NEXT(pread64)(fd, b, n, at); }
ssize_t pread(int fd, void *b, size_t n, off_t at) { return pread64(fd, b, n, at); }
ssize_t read(int fd, void *b, size_t n) { GUARD(READ, 0) return NEXT(read)(fd, b, n); }
int fsync(int fd) { GUARD(SYNC, 0) return NEXT(fsync)(fd); }
int fdatasync(int fd) { GUARD(SYNC, 0) return NEXT(fdatasync)(fd); }
int ftruncate64(int fd, off64_t n) { GUARD(NAME, 0) return NEXT(ftruncate64)(fd, n); }
int ftruncate(int fd, off_t n) { return ftruncate64(fd, n); }
static int named(const char *path) { int f = below(path) ? fault(NAME) : 0; if (f) errno = f; return f; }
int unlink(const char *path) { return named(path) ? -1 : NEXT(unlink)(path); }
int rename(const char *from, const char *to) { return named(to) ? -1 : NEXT(rename)(from, to); }
int mkdir(const char *path, mode_t mode) { return named(path) ? -1 : NEXT(mkdir)(path, mode); }
ssize_t sendfile64(int fd, int from, off64_t *at, size_t n) { GUARD(WRITE, NEXT(sendfile64)(fd, from, at, n / 2)) return NEXT(sendfile64)(fd, from, at, n); }
ssize_t sendfile(int fd, int from, off_t *at, size_t n) { return sendfile64(fd, from, at, n); }
long syscall(long number, ...) {
  va_list rest; va_start(rest, number);
  long a[6]; for (int i = 0; i < 6; i++) a[i] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range) { int fd = a[2]; GUARD(WRITE, NEXT(syscall)(number, a[0], a[1], a[2], a[3], a[4] / 2, a[5])) }
  return NEXT(syscall)(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
