import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { run } from "./child.ts";

/** The broker's program, or what a person must type to get it. */
export type Found =
	| { readonly kind: "found"; readonly path: string }
	| { readonly kind: "missing"; readonly remedy: string };

const SBIN = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"];
const REMEDY = `Mosquitto is not installed. The tests run against a real broker: install it, or name it in MOSQUITTO.
  Debian, Ubuntu: sudo apt-get update && sudo apt-get install -y mosquitto mosquitto-clients
  Fedora:         sudo dnf install -y mosquitto
  Alpine:         sudo apk add mosquitto mosquitto-clients
  macOS:          brew install mosquitto`;
const TRIES = 3;

/** MOSQUITTO, PATH and folders that an ordinary user's PATH lacks, in this order. */
export function locate(env: NodeJS.ProcessEnv): string | undefined {
	if (env["MOSQUITTO"] !== undefined && env["MOSQUITTO"] !== "")
		return executable(env["MOSQUITTO"]) ? env["MOSQUITTO"] : undefined;
	const folders = [...(env["PATH"] ?? "").split(delimiter).filter((f) => f !== ""), ...SBIN];
	return folders.map((folder) => join(folder, "mosquitto")).find(executable);
}

/** Finds Mosquitto, or installs it, as root on Debian. */
export async function mosquitto(tell: (line: string) => void): Promise<Found> {
	const there = locate(process.env);
	if (there !== undefined) return { kind: "found", path: there };
	const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") && !process.env["MOSQUITTO"];
	if (!mayInstall) return { kind: "missing", remedy: REMEDY };
	for (let nth = 1; nth <= TRIES; nth++) {
		tell(`installing Mosquitto, try ${nth} of ${TRIES}`);
		const output = await install();
		const path = locate(process.env);
		if (path !== undefined) return { kind: "found", path };
		tell(output.trimEnd().split("\n").slice(-5).join("\n"));
		if (nth < TRIES) await pause(nth * 10_000);
	}
	return { kind: "missing", remedy: REMEDY };
}

async function install(): Promise<string> {
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const updated = await run("apt-get", ["update"], { env });
	// The package starts a broker without logins, which must be stopped.
	const ran = await serviceRuns();
	const installed = await run("apt-get", ["install", "-y", "mosquitto", "mosquitto-clients"], { env });
	if (!ran) await run("service", ["mosquitto", "stop"]);
	return updated.output + installed.output;
}

const serviceRuns = async () => (await run("service", ["mosquitto", "status"])).code === 0;

function executable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

if (import.meta.main) {
	const found = await mosquitto(console.log);
	console.log(found.kind === "found" ? found.path : found.remedy);
	process.exitCode = found.kind === "found" ? 0 : 1;
}
