/*
 * Holds one thread of a process as an endless loop in it would, while its other threads go on: the main one, whose number is
 * the process's. Says "held", and ends when the process does. For `test/addon/hangs.test.ts`; ptrace(2).
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

int main(int count, char **words)
{
	int status;
	pid_t thread = count > 1 ? atoi(words[1]) : 0;
	if (ptrace(PTRACE_SEIZE, thread, 0, 0) != 0 || ptrace(PTRACE_INTERRUPT, thread, 0, 0) != 0) {
		perror("ptrace");
		return 1;
	}
	if (waitpid(thread, &status, __WALL) != thread || !WIFSTOPPED(status))
		return 2;
	puts("held");
	fflush(stdout);
	while (waitpid(thread, &status, __WALL) == thread && WIFSTOPPED(status))
		;
	return 0;
}
