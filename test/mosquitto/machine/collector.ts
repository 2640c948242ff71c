import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Pair } from "../../fakes/certificates.ts";

/** A message as rsyslog understood it. */
export interface Parsed {
	readonly facility: string;
	readonly severity: string;
	readonly time: string;
	readonly host: string;
	readonly app: string;
	readonly pid: string;
	readonly id: string;
	readonly data: string;
	/** The structured data by the names of its elements, as rsyslog's own parser (mmpstrucdata) took it apart. */
	readonly elements: Readonly<Record<string, Readonly<Record<string, string>>>>;
	readonly text: string;
}

/** A real rsyslog with a port and a file of its own, run by the present user. */
export class Collector {
	readonly port: number;
	readonly #folder: string;
	#process: ChildProcess | undefined;

	private constructor(port: number, folder: string) {
		this.port = port;
		this.#folder = folder;
	}

	static async start(tls?: Pair & { readonly ca: string }): Promise<Collector> {
		const collector = new Collector(await freePort(), mkdtempSync(join(tmpdir(), "collector-")));
		const file = (name: string, text: string) => {
			writeFileSync(join(collector.#folder, name), text);
			return join(collector.#folder, name);
		};
		const files = tls && { ca: file("ca", tls.ca), cert: file("cert", tls.cert), key: file("key", tls.key) };
		file("rsyslog.conf", configuration(collector.port, collector.#folder, files));
		await collector.start();
		return collector;
	}

	/** On the same port, with the same file. */
	async start(): Promise<void> {
		const conf = join(this.#folder, "rsyslog.conf");
		const child = spawn("rsyslogd", ["-n", "-f", conf, "-i", join(this.#folder, "pid")], { stdio: "pipe" });
		let said = "";
		for (const stream of [child.stdout, child.stderr])
			stream?.on("data", (chunk: Buffer) => {
				said += chunk;
			});
		this.#process = child;
		for (let tries = 0; tries < 1200; tries++) {
			if (child.exitCode !== null) throw new Error(`rsyslogd does not run: ${said}`);
			if (await listens(this.port)) return;
			await pause(25);
		}
		throw new Error(`rsyslogd does not listen: ${said}`);
	}

	async stop(): Promise<void> {
		const child = this.#process;
		if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
		await new Promise<void>((done) => {
			// One that is asked to end before it has quite begun may not hear it.
			const unheard = setTimeout(() => child.kill("SIGKILL"), 2000);
			child.once("exit", () => {
				clearTimeout(unheard);
				done();
			});
			child.kill("SIGTERM");
		});
	}

	/** All that came so far. */
	parsed(): readonly Parsed[] {
		const path = join(this.#folder, "received");
		if (!existsSync(path)) return [];
		return readFileSync(path, "utf8")
			.split("\n")
			.slice(0, -1)
			.map((line) => JSON.parse(line))
			.map((one) => ({ ...one, elements: JSON.parse(one.elements || "{}") }));
	}

	async received(count: number): Promise<readonly Parsed[]> {
		for (let tries = 0; tries < 1200; tries++) {
			if (this.parsed().length >= count) return this.parsed();
			await pause(25);
		}
		throw new Error(`Only ${this.parsed().length} of ${count} came.`);
	}

	async close(): Promise<void> {
		await this.stop();
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

interface Files {
	readonly ca: string;
	readonly cert: string;
	readonly key: string;
}

const configuration = (port: number, folder: string, tls: Files | undefined) => `
${tls ? `global(defaultNetstreamDriverCAFile="${tls.ca}" defaultNetstreamDriverCertFile="${tls.cert}" defaultNetstreamDriverKeyFile="${tls.key}")` : ""}
global(workDirectory="${folder}" parser.escapeControlCharactersOnReceive="on")
module(load="imtcp"${tls ? ' streamDriver.name="gtls" streamDriver.mode="1" streamDriver.authMode="anon"' : ""})
module(load="mmpstrucdata")
template(name="parsed" type="list" option.jsonf="on") {
	property(outname="facility" name="syslogfacility-text" format="jsonf")
	property(outname="severity" name="syslogseverity-text" format="jsonf")
	property(outname="time" name="timereported" dateFormat="rfc3339" format="jsonf")
	property(outname="host" name="hostname" format="jsonf")
	property(outname="app" name="app-name" format="jsonf")
	property(outname="pid" name="procid" format="jsonf")
	property(outname="id" name="msgid" format="jsonf")
	property(outname="data" name="structured-data" format="jsonf")
	property(outname="elements" name="$!rfc5424-sd" format="jsonf")
	property(outname="text" name="msg" format="jsonf")
}
ruleset(name="remote") {
	action(type="mmpstrucdata")
	action(type="omfile" file="${join(folder, "received")}" template="parsed")
}
input(type="imtcp" port="${port}" address="127.0.0.1" ruleset="remote")
`;

const freePort = (): Promise<number> =>
	new Promise((resolve) => {
		const server = createServer().listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
		});
	});

/** By the system's own table: to connect would be heard by the collector. */
function listens(port: number): boolean {
	const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`;
	return readFileSync("/proc/net/tcp", "utf8")
		.split("\n")
		.some((line) => line.includes(`${local} 00000000:0000 0A`));
}
