import "#cli/quick-schemas.ts";
import { main } from "#cli/program.ts";

// MQTT.js writes the login into its debug output when DEBUG asks for it. Owners also use DEBUG to get more log. So it is
// passed on, and removed before that library is loaded.
const env = { ...process.env };
delete process.env["DEBUG"];

// The reader of our output may stop reading. Control must continue.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const start = Promise.withResolvers<void>();
/** Resolved when the start of a controller is finished. Then `runtime/launch` keeps the code that has run. */
export const started = start.promise;

void main({
	argv: process.argv.slice(2),
	env,
	cwd: process.cwd(),
	// Opened when a command reads it.
	get in() {
		return process.stdin;
	},
	out: process.stdout,
	err: process.stderr,
	terminal: process.stdout.isTTY === true,
	onStop(stop) {
		for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, stop);
	},
	onBug(heard) {
		process.on("uncaughtException", heard);
	},
	onStarted: start.resolve,
	// Everything is closed. A library that keeps something open must not keep a stopped controller alive.
}).then(leave);

/**
 * Node ends only when all its threads have. A thread that hangs in a file or a name lookup would keep a stopped controller
 * alive for ever. Then this process is replaced by one that ends at once, and the kernel removes the threads.
 */
function leave(code: number): never {
	const hangs = process.getActiveResourcesInfo().some((kind) => /^(?:FSReq|GetAddrInfo|GetNameInfo)/.test(kind));
	if (hangs) process.execve?.(process.execPath, [process.execPath, "-e", `process.exit(${code})`], {});
	process.exit(code);
}
