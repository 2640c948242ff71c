import { closeSync, constants, openSync, rmSync, symlinkSync, writeSync } from "node:fs";
import { ReadStream } from "node:tty";
import koffi from "koffi";

/** A serial cable: the program under test opens `path`, and this end plays what hangs on it. */
export interface Pty {
	readonly path: string;
	onData(listen: (bytes: Uint8Array) => void): void;
	write(bytes: Uint8Array | string): void;
	/** From now on the adapter takes no bytes (`true`), or takes them again. */
	stall(stalled: boolean): void;
	/** Pulls the plug: open ports are lost, and the path disappears. */
	unplug(): void;
	/** The same as `unplug`; may be called again. */
	close(): void;
}

/**
 * A pseudo-terminal in raw mode, opened through the C library (Linux). The other end may be this process or another.
 * @param link a path to show it under, as udev does with /dev/serial/by-id; without one it is /dev/pts/N
 */
export const openPty = (link?: string): Pty => {
	const master = openMaster();
	const slave = slaveOf(master);
	// Held open, so that the other end may close and open the port without ending the cable.
	const held = openSync(slave, constants.O_RDWR | constants.O_NOCTTY);
	const stream = new ReadStream(master);
	stream.on("error", () => {});
	if (link) symlinkSync(slave, link);
	let plugged = true;
	const unplug = () => {
		if (!plugged) return;
		plugged = false;
		if (link) rmSync(link, { force: true });
		stream.destroy();
		closeSync(held);
	};
	return {
		path: link ?? slave,
		onData: (listen) => void stream.on("data", listen),
		write: (bytes) => void (plugged && writeSync(master, Buffer.from(bytes))),
		stall: (stalled) => demand(tcflow(held, stalled ? TCOOFF : TCOON), "tcflow"),
		unplug,
		close: unplug,
	};
};

const libc = koffi.load(null);
const posix_openpt = libc.func("int posix_openpt(int flags)");
const grantpt = libc.func("int grantpt(int fd)");
const unlockpt = libc.func("int unlockpt(int fd)");
const ptsname_r = libc.func("int ptsname_r(int fd, void *name, size_t size)");
const tcgetattr = libc.func("int tcgetattr(int fd, void *termios)");
const cfmakeraw = libc.func("void cfmakeraw(void *termios)");
const tcsetattr = libc.func("int tcsetattr(int fd, int when, void *termios)");

const tcflow = libc.func("int tcflow(int fd, int action)");
const TCOOFF = 0;
const TCOON = 1;

/** Linux's; Node has no name for it. */
const O_CLOEXEC = 0o2000000;

const openMaster = (): number => {
	// A process started later that had a copy of this end would keep the cable plugged in.
	const master: number = posix_openpt(constants.O_RDWR | constants.O_NOCTTY | O_CLOEXEC);
	if (master < 0) throw new Error(`No pseudo-terminal to be had: errno ${koffi.errno()}`);
	demand(grantpt(master), "grantpt");
	demand(unlockpt(master), "unlockpt");
	// The kernel's struct is 36 bytes, glibc's is 60.
	const termios = Buffer.alloc(128);
	demand(tcgetattr(master, termios), "tcgetattr");
	cfmakeraw(termios);
	demand(tcsetattr(master, 0, termios), "tcsetattr");
	return master;
};

const slaveOf = (master: number): string => {
	const name = Buffer.alloc(64);
	demand(ptsname_r(master, name, name.length), "ptsname_r");
	return name.toString("latin1", 0, name.indexOf(0));
};

const demand = (result: number, what: string) => {
	if (result !== 0) throw new Error(`${what} failed: errno ${koffi.errno()}`);
};
