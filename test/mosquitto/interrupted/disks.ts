import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { BACKUPS } from "../../../src/app/broker/folder.ts";
import { brokerAcl } from "../../../src/cli/broker/acl/acl.ts";
import { change } from "../../../src/cli/broker/change/change.ts";
import { brokerTls } from "../../../src/cli/broker/change/tls.ts";
import { digest, guest } from "../machine/guest-machine.ts";

/**
 * `disks.ts RESTART COMMAND [OPTIONS]`: runs the command once, and keeps the disk as it is at each of its steps: what would
 * be left if the power were cut there. Then, with each of these disks: does the broker start, and does the next command put
 * everything back? Prints a line of JSON for each.
 */
const [, , restartWith = "", command = "", options = ""] = process.argv;
const LOCK = join(BACKUPS, "changing");
const FOLDERS = ["/etc/mosquitto", "/var/backups"];
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const quiet = { ...guest, out: nowhere, err: nowhere };
const flags = { backups: BACKUPS, restartWith };
const home = mkdtempSync(join(tmpdir(), "disks-"));
const kept = new Map<string, { readonly point: string; readonly copy: string }>();
const before = digest("/etc/mosquitto");

function at(point: string): void {
	const state = FOLDERS.map(digest).join();
	if (kept.has(state)) return;
	const copy = join(home, String(kept.size));
	execFileSync("mkdir", [copy]);
	for (const folder of FOLDERS) execFileSync("cp", ["-a", "--parents", folder, copy]);
	kept.set(state, { point, copy });
}

const COMMANDS: Readonly<Record<string, () => Promise<number>>> = {
	acl: () => brokerAcl(guest, { ...flags, at, options, data: "/var/backups/data", apply: true }),
	tls: () => brokerTls(guest, { ...flags, at, client: ["app"], caTo: "/etc/mosquitto/for-clients.crt" }),
};
process.exitCode = await COMMANDS[command]?.();
for (const { point, copy } of kept.values()) {
	for (const folder of FOLDERS) {
		execFileSync("find", [folder, "-mindepth", "1", "-delete"]);
		execFileSync("cp", ["-a", `${join(copy, folder)}/.`, folder]);
	}
	// Who held it died with the power; here it would be this very process.
	if (existsSync(LOCK)) writeFileSync(LOCK, "0 0");
	const noted = existsSync(`${BACKUPS}/under-way`);
	const starts = works(restartWith);
	await change(quiet, flags, async () => ({ remedy: [] }));
	console.log(JSON.stringify({ point, noted, starts, mended: digest("/etc/mosquitto") === before }));
}
rmSync(home, { recursive: true });

function works(shell: string): boolean {
	try {
		execFileSync("sh", ["-c", shell], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}
