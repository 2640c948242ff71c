import { getSystemErrorName } from "node:util";
import { codeOf } from "#model/untyped/error-code.ts";

/** Why the kernel refused: the name of errno, such as EBUSY. */
export interface Refusal {
	readonly code: string;
}

/**
 * The functions of the C library that Node does not offer. Results below 0 become a refusal. Each function with a promise
 * may wait in the kernel, so it runs on one of Node's four file threads. A thread that waits for ever would keep this
 * process from ending: `native-file.ts` opens without waiting and limits what hangs.
 */
export interface NativeCalls {
	open(path: string, flags: number): Promise<number | Refusal>;
	/** @param parts further memory to which the memory in `argument` points; kept until the call returns */
	ioctl(
		descriptor: number,
		request: number,
		argument: number | Buffer,
		parts: readonly Buffer[],
	): Promise<number | Refusal>;
	/** The same on this thread, which waits for it. */
	ioctlNow(descriptor: number, request: number, argument: number | Buffer): number | Refusal;
	/** At once; only for a descriptor that does not wait. */
	read(descriptor: number, into: Buffer): number | Refusal;
	/** Makes reads of this descriptor answer EAGAIN instead of waiting. */
	neverWait(descriptor: number): void;
	close(descriptor: number): void;
	/** Where this memory is. */
	addressOf(memory: Buffer): bigint;
}

let loaded: Promise<NativeCalls> | undefined;

/** Loads koffi at the first call. Throws where it has no build for this machine. */
export function nativeCalls(): Promise<NativeCalls> {
	loaded ??= load();
	return loaded;
}

const F_SETFL = 4;

/** The only place that calls functions of C. A wrong argument would end the process. */
async function load(): Promise<NativeCalls> {
	const { default: koffi } = await import("koffi");
	// The process's own symbols, so that a library that stands in for the kernel (LD_PRELOAD) is called too.
	const c = koffi.load(null);
	const open = c.func("int open(const char *path, int flags, unsigned int mode)");
	const ioctlMemory = c.func("int ioctl(int fd, unsigned long request, void *memory)");
	const ioctlNumber = c.func("int ioctl(int fd, unsigned long request, unsigned long number)");
	const read = c.func("long read(int fd, void *into, size_t most)");
	const fcntl = c.func("int fcntl(int fd, int command, int flags)");
	const close = c.func("int close(int fd)");
	const { constants } = await import("node:fs");

	const refused = (): Refusal => ({ code: getSystemErrorName(-koffi.errno()) });
	const checked = (result: number): number | Refusal => (result < 0 ? refused() : result);
	/** What a call uses must not be freed before it returns. */
	const kept = new Set<readonly unknown[]>();
	const apart = (what: typeof open, given: readonly unknown[], parts: readonly unknown[] = []) =>
		new Promise<number | Refusal>((resolve) => {
			const memory = [...given, ...parts];
			kept.add(memory);
			what.async(...given, (failed: unknown, result: number) => {
				// First of all: the next call changes errno.
				resolve(failed === null ? checked(result) : { code: codeOf(failed) });
				kept.delete(memory);
			});
		});
	return {
		open: (path, flags) => apart(open, [path, flags, 0]),
		ioctl: (descriptor, request, argument, parts) =>
			apart(typeof argument === "number" ? ioctlNumber : ioctlMemory, [descriptor, request, argument], parts),
		ioctlNow: (descriptor, request, argument) =>
			checked((typeof argument === "number" ? ioctlNumber : ioctlMemory)(descriptor, request, argument)),
		read: (descriptor, into) => checked(read(descriptor, into, into.length)),
		neverWait: (descriptor) => void fcntl(descriptor, F_SETFL, constants.O_NONBLOCK),
		close: (descriptor) => void close(descriptor),
		addressOf: (memory) => koffi.address(memory),
	};
}
