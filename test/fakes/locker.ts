import { spawn } from "node:child_process";
import { once } from "node:events";

/** Another program that has a database for itself, as a backup or a virus scanner has; a process of its own. */
export async function locked(file: string): Promise<{ free(): Promise<void> }> {
	const script = `
		const { DatabaseSync } = require("node:sqlite");
		const database = new DatabaseSync(process.argv[1]);
		database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
		process.stdout.write("locked");
		process.stdin.resume().on("end", () => { database.exec("ROLLBACK"); database.close(); });`;
	const child = spawn(process.execPath, ["-e", script, file], { stdio: ["pipe", "pipe", "inherit"] });
	await once(child.stdout, "data");
	return {
		async free() {
			if (child.exitCode !== null) return;
			const ended = once(child, "exit");
			child.stdin.end();
			await ended;
		},
	};
}
