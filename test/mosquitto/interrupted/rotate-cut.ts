import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { kill, pid } from "node:process";
import { BACKUPS } from "../../../src/app/broker/folder.ts";
import { nextOf } from "../../../src/app/login/next-password.ts";
import { brokerRotate } from "../../../src/cli/broker/login/rotate.ts";
import { appSession, machineHere } from "../machine/app-session.ts";
import { ALIVE } from "../machine/debian.ts";

/**
 * `rotate-cut.ts OPTIONS PASSWORD RESTART`: changes the password of the app again and again, each time with the power cut
 * at the next step that changes the disk, and the broker dead with it. Prints a line of JSON for each: whether the broker
 * starts, whether an app that was there and one that starts now get in, and whether the next command makes all well.
 * `rotate-cut.ts OPTIONS PASSWORD RESTART N` is one such cut.
 */
const [, , options = "", password = "", restartWith = "", nth] = process.argv;
const HURRY = 20;
const COPY = `${password}.copy`;
const flags = { backups: BACKUPS, restartWith, options, data: "/nowhere", passwordTo: COPY };

async function all(): Promise<void> {
	// Node writes its compile cache when it ends, which those that are killed do not.
	flushCompileCache();
	for (let n = 1; ; n++) {
		const there = appSession(options, HURRY);
		await there.isIn(5000);
		const { ok, last } = await ended(process.execPath, import.meta.filename, options, password, restartWith, String(n));
		if (ok) {
			await there.close();
			break;
		}
		const midway = existsSync(nextOf(password));
		const starts = (await ended("sh", "-c", killing)).ok;
		const fresh = appSession(options, HURRY);
		const [stayed, came] = [await there.isIn(8000), await fresh.isIn(8000)];
		const code = await quietly(() => brokerRotate(machineHere(), flags));
		const [stays, comes] = [await there.isIn(8000), await fresh.isIn(8000)];
		const left = [nextOf(password), `${BACKUPS}/under-way`].filter((path) => existsSync(path));
		const same = readFileSync(COPY, "utf8") === readFileSync(password, "utf8");
		await Promise.all([there.close(), fresh.close()]);
		console.log(JSON.stringify({ n, last, midway, starts, stayed, came, code, stays, comes, left, same }));
		rmSync(COPY, { force: true });
	}
}

/** Dozens of commands write to the streams of this one process, and each listens to them. */
for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0);

/** The broker dies with the power. Its port is free when it is gone, which on a busy machine is not at once. */
const PID_FILE = "/run/mosquitto/mosquitto.pid";
const gone = `while alive "$pid"; do sleep 0.01; done`;
const killing = `${ALIVE}pid=$(cat ${PID_FILE}) && kill -9 "$pid" && ${gone} && rm ${PID_FILE} && ${restartWith}`;

async function quietly(act: () => Promise<number>): Promise<number> {
	const write = process.stdout.write;
	process.stdout.write = () => true;
	try {
		return await act();
	} finally {
		process.stdout.write = write;
	}
}

function ended(program: string, ...args: readonly string[]): Promise<{ readonly ok: boolean; readonly last: string }> {
	return new Promise((done) => {
		const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
		let out = "";
		child.stdout.on("data", (chunk: Buffer) => {
			out += chunk;
		});
		child.on("close", (code) => done({ ok: code === 0, last: out.trimEnd().split("\n").at(-1) ?? "" }));
	});
}

let step = 0;
if (nth !== undefined) {
	const at = (point: string) => {
		step++;
		console.log(point);
		if (step === Number(nth)) kill(pid, "SIGKILL");
	};
	process.exitCode = await brokerRotate(machineHere(), { ...flags, at });
} else {
	await all();
}
