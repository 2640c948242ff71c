import { main } from "#cli/program.ts";

// MQTT.js writes the login into its debug output when DEBUG asks for it. The variable is ours as well (an owner's way to
// ask for more log), so it is handed on, and gone before that library is loaded.
const env = { ...process.env };
delete process.env["DEBUG"];

// The reader of our output may stop reading. Control must go on.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

void main({
	argv: process.argv.slice(2),
	env,
	cwd: process.cwd(),
	out: process.stdout,
	err: process.stderr,
	terminal: process.stdout.isTTY === true,
	onStop(stop) {
		for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, stop);
	},
	onBug(heard) {
		process.on("uncaughtException", heard);
	},
	// Everything is closed by then; what a library may still hold open must not keep a stopped controller alive.
}).then(leave);

/**
 * Node ends only when its threads have: one that hangs in a file or in the search for a name would keep a stopped controller
 * alive for ever. Then a process that ends at once takes this one's place, and the kernel takes the threads away.
 */
function leave(code: number): never {
	const hangs = process.getActiveResourcesInfo().some((kind) => /^(?:FSReq|GetAddrInfo|GetNameInfo)/.test(kind));
	if (hangs) process.execve?.(process.execPath, [process.execPath, "-e", `process.exit(${code})`], {});
	process.exit(code);
}
