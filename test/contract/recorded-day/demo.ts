import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMPILED } from "./compile-cache.ts";

const MAIN = join(import.meta.dirname, "../../../src/main.ts");

/** What `demo --json` says to programs once all is up, and its exit code when it is stopped then. */
export async function demoForPrograms(): Promise<{ readonly exit_code: number | null; readonly out: unknown }> {
	const folder = mkdtempSync(join(tmpdir(), "recorded-demo-"));
	const child = spawn(process.execPath, [MAIN, "demo", "--json"], {
		cwd: folder,
		env: { PATH: process.env["PATH"], HOME: folder, ...COMPILED },
		stdio: ["ignore", "pipe", "ignore"],
	});
	let said = "";
	child.stdout.on("data", (chunk: Buffer) => {
		said += chunk.toString();
		if (said.includes("\n")) child.kill("SIGTERM");
	});
	const exit_code = await new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
	rmSync(folder, { recursive: true, force: true });
	const ports = (text: string) => text.replace(/(?<="port":|127\.0\.0\.1:)\d+/g, "0");
	return { exit_code, out: said === "" ? "nothing" : JSON.parse(ports(said)) };
}
