/*
 * Stands between a process and the C library (LD_PRELOAD), lists the calls that reach the outside, and lets one of them
 * fail or hang, once. A call is known by its name, by what it is about, and by the part of the process's life:
 * `pread data/solar-heating.db start`.
 *
 *   FAULTS_ROOTS  name=prefix;name=prefix  what paths are called; others are left alone
 *   FAULTS_PORTS  name=port;name=port      the same for TCP ports
 *   FAULTS_LOG    each call is appended once; `HIT` when the one to spoil came
 *   FAULTS_KEY    the call to spoil; FAULTS_HOW  fail or hang
 *   FAULTS_PHASE  a folder: a file `run` or `stop` in it says that this part of life has begun
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

int __xstat(int, const char *, struct stat *), __xstat64(int, const char *, struct stat64 *);
int __lxstat(int, const char *, struct stat *), __lxstat64(int, const char *, struct stat64 *);
int __fxstat(int, int, struct stat *), __fxstat64(int, int, struct stat64 *);

#define FDS 4096
#define KEYS 4096
static char names[FDS][96];
static char *seen[KEYS];
static int known, hit;
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static long (*raw)(long, ...);
#define syscall_raw(...) (raw ? raw : (raw = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall")))(__VA_ARGS__)

static void say(const char *line) {
	const char *log = getenv("FAULTS_LOG");
	if (!log) return;
	int fd = syscall_raw(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT, 0600);
	if (fd < 0) return;
	char text[256];
	int length = snprintf(text, sizeof text, "%s\n", line);
	syscall_raw(SYS_write, fd, text, length);
	syscall_raw(SYS_close, fd);
}

static int begun(const char *phase) {
	char path[256];
	const char *folder = getenv("FAULTS_PHASE");
	if (!folder) return 0;
	snprintf(path, sizeof path, "%s/%s", folder, phase);
	return syscall_raw(SYS_faccessat, AT_FDCWD, path, F_OK) == 0;
}

/* The name of a path or port in a list `name=value;...`, with what follows the value. */
static int named(const char *list, const char *value, int whole, char *out, size_t size) {
	if (!list || !value) return 0;
	char copy[1024];
	snprintf(copy, sizeof copy, "%s", list);
	for (char *rest = copy, *part; (part = strsep(&rest, ";"));) {
		char *is = strchr(part, '=');
		if (!is) continue;
		*is++ = 0;
		size_t length = strlen(is);
		if (strncmp(value, is, length) || (whole && value[length])) continue;
		snprintf(out, size, "%s%s", part, value + length);
		return 1;
	}
	return 0;
}

/* 0: go on; 1: this call fails. A hang does not come back. */
static int spoilt(const char *call, const char *about) {
	if (!about || !*about) return 0;
	int before = errno;
	char key[160];
	snprintf(key, sizeof key, "%s %s %s", call, about, begun("stop") ? "stop" : begun("run") ? "run" : "start");
	pthread_mutex_lock(&one);
	int i = 0;
	while (i < known && strcmp(seen[i], key)) i++;
	if (i == known && known < KEYS) { seen[known++] = strdup(key); say(key); }
	const char *wanted = getenv("FAULTS_KEY"), *how = getenv("FAULTS_HOW");
	int now = wanted && !hit && !strcmp(wanted, key);
	if (now) { hit = 1; say("HIT"); }
	pthread_mutex_unlock(&one);
	if (now && how && !strcmp(how, "hang")) for (;;) pause();
	errno = before;
	return now;
}
static int fails(int code) { errno = code; return -1; }
static const char *of(int fd) { return fd >= 0 && fd < FDS ? names[fd] : ""; }
/* The temporary name of a file that is replaced has random digits, in which two runs differ. */
static void plain(char *name) {
	char *fresh = strstr(name, ".new-");
	if (fresh && strlen(fresh) == 17 && strspn(fresh + 5, "0123456789abcdef") == 12) fresh[4] = 0;
}
static const char *pathed(const char *path, char *out, size_t size) {
	out[0] = 0;
	if (named(getenv("FAULTS_ROOTS"), path, 0, out, size)) plain(out);
	return out;
}
static int kept(int fd, const char *name) {
	if (fd >= 0 && fd < FDS) snprintf(names[fd], sizeof names[fd], "%s", name);
	return fd;
}

#define OPEN(fn, ...) \
	mode_t mode = 0; \
	if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
	char name[96]; \
	if (spoilt("open", pathed(path, name, sizeof name))) return fails(EIO); \
	REAL(fn); \
	return kept(real(__VA_ARGS__), name)
int open(const char *path, int flags, ...) { OPEN(open, path, flags, mode); }
int open64(const char *path, int flags, ...) { OPEN(open64, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { OPEN(openat, at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { OPEN(openat64, at, path, flags, mode); }
int close(int fd) { if (fd >= 0 && fd < FDS) names[fd][0] = 0; REAL(close); return real(fd); }

#define IO(result, fn, label, code, params, ...) \
	result fn params { if (spoilt(label, of(fd))) return fails(code); REAL(fn); return real(__VA_ARGS__); }
IO(ssize_t, read, "read", EIO, (int fd, void *to, size_t n), fd, to, n)
IO(ssize_t, readv, "read", EIO, (int fd, const struct iovec *to, int n), fd, to, n)
IO(ssize_t, pread, "read", EIO, (int fd, void *to, size_t n, off_t at), fd, to, n, at)
IO(ssize_t, pread64, "read", EIO, (int fd, void *to, size_t n, off64_t at), fd, to, n, at)
IO(ssize_t, write, "write", EIO, (int fd, const void *from, size_t n), fd, from, n)
IO(ssize_t, writev, "write", EIO, (int fd, const struct iovec *from, int n), fd, from, n)
IO(ssize_t, pwrite, "write", ENOSPC, (int fd, const void *from, size_t n, off_t at), fd, from, n, at)
IO(ssize_t, pwrite64, "write", ENOSPC, (int fd, const void *from, size_t n, off64_t at), fd, from, n, at)
IO(int, fsync, "sync", EIO, (int fd), fd)
IO(int, fdatasync, "sync", EIO, (int fd), fd)
IO(int, ftruncate, "truncate", EIO, (int fd, off_t n), fd, n)
IO(int, ftruncate64, "truncate", EIO, (int fd, off64_t n), fd, n)
IO(int, fchmod, "chmod", EPERM, (int fd, mode_t m), fd, m)
IO(int, fstat, "stat", EIO, (int fd, struct stat *s), fd, s)
IO(int, fstat64, "stat", EIO, (int fd, struct stat64 *s), fd, s)
IO(int, listen, "listen", EADDRINUSE, (int fd, int n), fd, n)

/* A lock that somebody else has. */
int fcntl(int fd, int command, ...) {
	va_list rest; va_start(rest, command); void *arg = va_arg(rest, void *); va_end(rest);
	if ((command == F_SETLK || command == F_SETLKW) && spoilt("lock", of(fd))) return fails(EAGAIN);
	REAL(fcntl);
	return real(fd, command, arg);
}
int fcntl64(int fd, int command, ...) {
	va_list rest; va_start(rest, command); void *arg = va_arg(rest, void *); va_end(rest);
	if ((command == F_SETLK || command == F_SETLKW) && spoilt("lock", of(fd))) return fails(EAGAIN);
	REAL(fcntl64);
	return real(fd, command, arg);
}
int ioctl(int fd, unsigned long request, ...) {
	va_list rest; va_start(rest, request); void *arg = va_arg(rest, void *); va_end(rest);
	if (spoilt("ioctl", of(fd))) return fails(EIO);
	REAL(ioctl);
	return real(fd, request, arg);
}

#define PATH(fn, label, code, params, ...) \
	int fn params { char name[96]; if (spoilt(label, pathed(path, name, sizeof name))) return fails(code); REAL(fn); return real(__VA_ARGS__); }
PATH(stat, "stat", EIO, (const char *path, struct stat *s), path, s)
PATH(stat64, "stat", EIO, (const char *path, struct stat64 *s), path, s)
PATH(lstat, "stat", EIO, (const char *path, struct stat *s), path, s)
PATH(lstat64, "stat", EIO, (const char *path, struct stat64 *s), path, s)
PATH(statx, "stat", EIO, (int at, const char *path, int flags, unsigned int mask, struct statx *s), at, path, flags, mask, s)
/* What programs call that were linked on older systems, and what libuv calls itself. */
PATH(__xstat, "stat", EIO, (int v, const char *path, struct stat *s), v, path, s)
PATH(__xstat64, "stat", EIO, (int v, const char *path, struct stat64 *s), v, path, s)
PATH(__lxstat, "stat", EIO, (int v, const char *path, struct stat *s), v, path, s)
PATH(__lxstat64, "stat", EIO, (int v, const char *path, struct stat64 *s), v, path, s)
IO(int, __fxstat, "stat", EIO, (int v, int fd, struct stat *s), v, fd, s)
IO(int, __fxstat64, "stat", EIO, (int v, int fd, struct stat64 *s), v, fd, s)
long syscall(long number, ...) {
	va_list rest; va_start(rest, number);
	long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
	long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
	va_end(rest);
	REAL(syscall);
	if (number == SYS_statx) {
		char name[96];
		const char *about = *(const char *)b ? pathed((const char *)b, name, sizeof name) : of((int)a);
		if (spoilt("stat", about)) return fails(EIO);
	}
	return real(number, a, b, c, d, e, f);
}
PATH(access, "access", EIO, (const char *path, int mode), path, mode)
PATH(mkdir, "mkdir", EROFS, (const char *path, mode_t mode), path, mode)
PATH(chmod, "chmod", EPERM, (const char *path, mode_t mode), path, mode)
PATH(unlink, "unlink", EIO, (const char *path), path)
PATH(rmdir, "unlink", EIO, (const char *path), path)
PATH(rename, "rename", EIO, (const char *path, const char *to), path, to)

static const char *addressed(const struct sockaddr *to, char *out, size_t size) {
	out[0] = 0;
	if (to->sa_family == AF_UNIX) return pathed(((const struct sockaddr_un *)to)->sun_path, out, size);
	char port[8];
	int number = to->sa_family == AF_INET ? ((const struct sockaddr_in *)to)->sin_port
		: to->sa_family == AF_INET6 ? ((const struct sockaddr_in6 *)to)->sin6_port : 0;
	snprintf(port, sizeof port, "%d", ntohs(number));
	named(getenv("FAULTS_PORTS"), port, 1, out, size);
	return out;
}
int connect(int fd, const struct sockaddr *to, socklen_t n) {
	char name[96];
	if (spoilt("connect", addressed(to, name, sizeof name))) return fails(ENETUNREACH);
	if (*name) kept(fd, name);
	REAL(connect);
	return real(fd, to, n);
}
int bind(int fd, const struct sockaddr *to, socklen_t n) {
	char name[96];
	if (spoilt("bind", addressed(to, name, sizeof name))) return fails(EADDRINUSE);
	if (*name) kept(fd, name);
	REAL(bind);
	return real(fd, to, n);
}
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
	if (spoilt("name", node)) return EAI_AGAIN;
	REAL(getaddrinfo);
	return real(node, service, hints, found);
}
/* A process: `cat` for a sensor, and whatever else is started. */
pid_t fork(void) {
	if (spoilt("fork", "process")) return fails(EAGAIN);
	REAL(fork);
	return real();
}
