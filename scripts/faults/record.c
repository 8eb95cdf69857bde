// Loaded before the desk (LD_PRELOAD): writes down every write, sync, cut, renaming and removal below $FAULTS_DIR, and each line "ACK ..." that the desk says.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define MOST 65536
static int out = -1; static const char *dir; static size_t dirLength; static char *names[MOST];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
struct head { char op; uint8_t pad; uint16_t name; uint32_t length; uint64_t at; };
__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("FAULTS_OUT"); dir = getenv("FAULTS_DIR");
  if (!file || !dir) return;
  dirLength = strlen(dir); out = NEXT(open)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}
static const char *below(const char *path) { return out >= 0 && path && !strncmp(path, dir, dirLength) ? path + dirLength + 1 : 0; }
static void note(char op, const char *name, uint64_t at, const void *bytes, uint32_t length) {
  struct head h = { op, 0, (uint16_t)strlen(name), length, at };
  pthread_mutex_lock(&lock);
  ssize_t (*put)(int, const void *, size_t) = NEXT(write);
  put(out, &h, sizeof h); put(out, name, h.name); if (length) put(out, bytes, length);
  pthread_mutex_unlock(&lock);
}
static char *nameOf(int fd) { return out >= 0 && fd >= 0 && fd < MOST ? names[fd] : 0; }
static void opened(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= MOST || out < 0) return;
  free(names[fd]); names[fd] = 0;
  const char *name = below(path);
  struct stat about;
  if (!name || fstat(fd, &about) || S_ISDIR(about.st_mode)) return;
  names[fd] = strdup(name);
  if (flags & O_CREAT) note('O', name, (flags & O_TRUNC) ? 1 : 0, 0, 0);
}
#define OPEN(name) int name(const char *path, int flags, ...) { va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); int fd = NEXT(name)(path, flags, mode); opened(fd, path, flags); return fd; }
OPEN(open)
OPEN(open64)
int close(int fd) { if (nameOf(fd)) { free(names[fd]); names[fd] = 0; } return NEXT(close)(fd); }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t at) { ssize_t r = NEXT(pwrite64)(fd, b, n, at); char *s = nameOf(fd); if (s && r > 0) note('W', s, at, b, r); return r; }
ssize_t pwrite(int fd, const void *b, size_t n, off_t at) { return pwrite64(fd, b, n, at); }
ssize_t write(int fd, const void *b, size_t n) {
  char *s = nameOf(fd);
  ssize_t r = NEXT(write)(fd, b, n);
  if (s && r > 0) note('W', s, lseek(fd, 0, SEEK_CUR) - r, b, r);
  if (!s && fd == 1 && out >= 0 && n > 4 && !memcmp(b, "ACK ", 4)) note('A', "ack", 0, b, n);
  return r;
}
int fsync(int fd) { int r = NEXT(fsync)(fd); char *s = nameOf(fd); if (s && !r) note('S', s, 0, 0, 0); return r; }
int fdatasync(int fd) { int r = NEXT(fdatasync)(fd); char *s = nameOf(fd); if (s && !r) note('S', s, 0, 0, 0); return r; }
int ftruncate64(int fd, off64_t n) { int r = NEXT(ftruncate64)(fd, n); char *s = nameOf(fd); if (s && !r) note('T', s, n, 0, 0); return r; }
int ftruncate(int fd, off_t n) { return ftruncate64(fd, n); }
int unlink(const char *path) { int r = NEXT(unlink)(path); const char *s = below(path); if (s && !r) note('U', s, 0, 0, 0); return r; }
int rename(const char *from, const char *to) { int r = NEXT(rename)(from, to); const char *a = below(from), *b = below(to); if (a && b && !r) note('R', a, 0, b, strlen(b)); return r; }
/* copies that the kernel makes: what was written is read back */
static void copied(int fd, int64_t end, ssize_t n) {
  char *s = nameOf(fd), path[64], buffer[65536];
  if (!s || n <= 0) return;
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  int back = NEXT(open64)(path, O_RDONLY | O_CLOEXEC);
  for (int64_t at = end - n; at < end;) {
    ssize_t r = pread64(back, buffer, end - at < 65536 ? end - at : 65536, at);
    if (r <= 0) break;
    note('W', s, at, buffer, r); at += r;
  }
  NEXT(close)(back);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t n) { ssize_t r = NEXT(sendfile64)(to, from, at, n); copied(to, lseek(to, 0, SEEK_CUR), r); return r; }
ssize_t sendfile(int to, int from, off_t *at, size_t n) { return sendfile64(to, from, at, n); }
long syscall(long number, ...) {
  va_list rest; va_start(rest, number);
  long a[6]; for (int i = 0; i < 6; i++) a[i] = va_arg(rest, long);
  va_end(rest);
  long r = NEXT(syscall)(number, a[0], a[1], a[2], a[3], a[4], a[5]);
  if (number == SYS_copy_file_range) copied(a[2], a[3] ? *(int64_t *)a[3] : lseek(a[2], 0, SEEK_CUR), r);
  return r;
}
