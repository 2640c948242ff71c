import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programOf, type Release } from "../../fakes/mosquitto.ts";

const MAIN = join(import.meta.dirname, "../../../src/main.ts");
/** Folders that replace the machine's own. The rest of the disk is the machine's. */
const OWN = ["/etc/mosquitto", "/var/lib/mosquitto", "/var/log/mosquitto", "/run/mosquitto", "/var/backups"];

export interface Ended {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/**
 * A machine on which Debian's package of Mosquitto was just installed, as far as the broker goes: folders of its own under
 * the package's names and a network of its own, so port 1883 is free and what happens there stays there.
 */
export interface Debian {
	/** The command line, as root of that machine. */
	cli(...args: readonly string[]): Promise<Ended>;
	/** The same, typed with this locale, such as `de_DE.UTF-8`. */
	cliOf(locale: string, ...args: readonly string[]): Promise<Ended>;
	/** Any program there. */
	run(program: string, ...args: readonly string[]): Promise<Ended>;
	/** A program that goes on. */
	begin(program: string, ...args: readonly string[]): ChildProcess;
	/** Starts the broker, or starts it anew, as its package would. */
	startBroker(): Promise<void>;
	/** As a power cut. */
	killBroker(): Promise<void>;
	brokerPid(): number | undefined;
	/** A file of that machine, in one of the folders that are its own. */
	read(path: string): string;
	write(path: string, text: string): void;
	has(path: string): boolean;
	/** The same folder, seen from here. */
	seen(path: string): string;
	/** What starts the broker anew there. */
	readonly restartWith: string;
	/** A data folder for the app. */
	readonly data: string;
	close(): Promise<void>;
}

export async function debian(release: Release = "system"): Promise<Debian> {
	const dir = mkdtempSync(join(tmpdir(), "debian-"));
	const seen = (path: string) => {
		const own = OWN.find((folder) => path === folder || path.startsWith(`${folder}/`));
		if (own === undefined) throw new Error(`${path} is the real machine's.`);
		return join(dir, path);
	};
	for (const folder of OWN) mkdirSync(join(dir, folder), { recursive: true });
	writeFileSync(join(dir, "etc/mosquitto/mosquitto.conf"), await shipped());
	mkdirSync(join(dir, "etc/mosquitto/conf.d"));
	const mosquitto = programOf(release);
	if (mosquitto === undefined) throw new Error("Mosquitto is not installed.");
	const start = join(dir, "start-broker");
	writeFileSync(start, restarter(mosquitto, dir), { mode: 0o755 });

	const mounts = OWN.map((folder) => `mkdir -p ${folder} && mount --bind ${join(dir, folder)} ${folder}`).join(" && ");
	const rights = "chown mosquitto: /var/lib/mosquitto /var/log/mosquitto /run/mosquitto";
	const keeper = spawn(
		"unshare",
		[
			"--mount",
			"--net",
			"--propagation",
			"private",
			"sh",
			"-c",
			`${mounts} && ${rights} && ip link set lo up && echo ready && exec sleep 100000`,
		],
		{ stdio: ["ignore", "pipe", "pipe"] },
	);
	await ready(keeper);
	const inside = ["--target", String(keeper.pid), "--mount", "--net", "--"];
	const begin = (program: string, ...args: readonly string[]) =>
		spawn("nsenter", [...inside, program, ...args], {
			cwd: dir,
			env: {
				...process.env,
				LC_ALL: "C.UTF-8",
				MOSQUITTO: release === "system" ? "" : mosquitto,
				SOLAR_HEATING_DATA: join(dir, "data"),
			},
			stdio: ["ignore", "pipe", "pipe"],
		});
	const run = (program: string, ...args: readonly string[]) => ended(begin(program, ...args));
	const brokerPid = () => {
		try {
			return Number(readFileSync(seen("/run/mosquitto/mosquitto.pid"), "utf8")) || undefined;
		} catch {
			return undefined;
		}
	};
	const killBroker = async () => {
		const pid = brokerPid();
		if (pid !== undefined) await run("sh", "-c", `${ALIVE}kill -9 ${pid}; while alive ${pid}; do sleep 0.01; done`);
		rmSync(seen("/run/mosquitto/mosquitto.pid"), { force: true });
	};
	return {
		cli: (...args) => run(process.execPath, MAIN, ...args),
		cliOf: (locale, ...args) => run("env", `LC_ALL=${locale}`, process.execPath, MAIN, ...args),
		run,
		begin,
		async startBroker() {
			const { code, err } = await run(start);
			if (code !== 0) throw new Error(`The broker does not start: ${err}`);
		},
		killBroker,
		brokerPid,
		read: (path) => readFileSync(seen(path), "utf8"),
		has: (path) => existsSync(seen(path)),
		write: (path, text) => writeFileSync(seen(path), text),
		seen,
		restartWith: start,
		data: join(dir, "data"),
		async close() {
			await killBroker();
			keeper.kill("SIGKILL");
			rmSync(dir, { recursive: true, force: true });
		},
	};
}

/** The configuration as the package ships it: this machine's may have been changed. */
async function shipped(): Promise<string> {
	const { out } = await ended(
		spawn("sh", ["-c", "cat /etc/mosquitto/mosquitto.conf"], { stdio: ["ignore", "pipe", "pipe"] }),
	);
	return out;
}

/**
 * Whether a process lives, for a shell. One that is dead is listed until the first process of the machine has taken note of it,
 * which may be seconds later; its ports are free by then.
 */
export const ALIVE = `alive() { grep -qs '^State:[[:space:]]*[DIRSTt]' "/proc/$1/status"; }\n`;

/**
 * As `service mosquitto restart` does it, for a program of any name: ends the one that runs, starts one, waits for its ports. The
 * file with its number is there before them; they are open when it waits for clients.
 */
const restarter = (program: string, dir: string) => `#!/bin/sh
${ALIVE}pid=/run/mosquitto/mosquitto.pid
if [ -s $pid ]; then
	kill "$(cat $pid)" 2>/dev/null
	while alive "$(cat $pid)"; do sleep 0.01; done
	rm -f $pid
fi
"${program}" -c /etc/mosquitto/mosquitto.conf </dev/null >>"${dir}/broker.out" 2>&1 &
for i in $(seq 1500); do
	[ -s $pid ] && grep -qs poll "/proc/$(cat $pid)/wchan" && exit 0
	alive $! || break
	sleep 0.02
done
cat "${dir}/broker.out" >&2
exit 1
`;

const ready = (child: ChildProcess): Promise<void> =>
	new Promise((resolve, reject) => {
		let heard = "";
		child.stdout?.on("data", (chunk: Buffer) => {
			heard += chunk;
			if (heard.includes("ready")) resolve();
		});
		child.stderr?.on("data", (chunk: Buffer) => {
			heard += chunk;
		});
		child.on("exit", () => reject(new Error(`No namespace: ${heard}`)));
	});

export const ended = (child: ChildProcess): Promise<Ended> =>
	new Promise((resolve) => {
		let out = "";
		let err = "";
		child.stdout?.on("data", (chunk: Buffer) => {
			out += chunk;
		});
		child.stderr?.on("data", (chunk: Buffer) => {
			err += chunk;
		});
		// After its end there may be words of it that were not read yet.
		child.on("close", (code) => resolve({ code: code ?? 1, out, err }));
	});
