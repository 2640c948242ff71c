import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { hashOf } from "../../../src/broker/access/passwords.ts";
import { confOf } from "../../../src/broker/conf/conf.ts";
import { hardened, misplaced } from "../../../src/broker/conf/harden.ts";
import { onDisk } from "../../../src/broker/conf/place.ts";
import { put } from "../../../src/broker/files/file.ts";
import { configFiles } from "../../../src/broker/plans/config-files.ts";
import { WebSocketStream } from "../../../src/mqtt/wire/websocket.ts";
import { authority } from "../../fakes/certificates.ts";
import { securityFile } from "../../fakes/dynamic-security.ts";
import { RELEASES } from "../../fakes/mosquitto.ts";
import { type Generated, generate, type Speech } from "./generated.ts";
import type { Paths } from "./generated-settings.ts";
import { knownSettings } from "./known-settings.ts";

/**
 * `judge.ts PROGRAM PLUGIN RELEASE FROM COUNT`, in a network of its own: generated configurations before and after they are
 * hardened, each started by a real Mosquitto. Prints a line of JSON for each: `{ seed, loaded }`, with `wrong` where
 * Mosquitto listens elsewhere afterwards, does not start, or lets somebody in.
 */
const [, , program = "", plugin = "", release = "", from = "1", count = "1"] = process.argv;
const MAIN = "/etc/mosquitto/mosquitto.conf";
const PATHS: Paths = {
	folder: "/etc/mosquitto/conf.d",
	passwords: "/etc/mosquitto/theirs",
	rights: "/etc/mosquitto/rights",
	socket: "/run/mosquitto/house.sock",
	cert: "/etc/mosquitto/house.crt",
	key: "/etc/mosquitto/house.key",
	ca: "/etc/mosquitto/ca.crt",
	authorities: "/etc/mosquitto/authorities",
	revoked: "/etc/mosquitto/revoked.pem",
	dh: "/etc/mosquitto/dh.pem",
	shared_keys: "/etc/mosquitto/shared-keys",
	plugin,
	plugin_file: "/var/lib/mosquitto/security.json",
	log: "/var/log/mosquitto/mosquitto.log",
	store: "/var/lib/mosquitto/",
	pid: "/run/mosquitto/mosquitto.pid",
};
const WANTED = {
	password_file: "/etc/mosquitto/passwd",
	port: 1883,
	log_file: "/var/log/mosquitto/mosquitto.log",
	persistence_location: "/var/lib/mosquitto/",
};

/** Of these it is not known here how they are loaded: they are tried as text. */
const UNTRIED = ["tls_engine", "tls_engine_kpass_sha1"];
const of = RELEASES.find((one) => one === release) ?? "system";
const known = new Set([...knownSettings(of)].filter((name) => !UNTRIED.includes(name)));

interface Judgement {
	readonly seed: number;
	readonly loaded: boolean;
	readonly wrong?: string;
}

async function judged(seed: number): Promise<Judgement> {
	const made = generate(seed, PATHS, known);
	lay(made);
	const before = await running(made, false);
	if (before.kind === "ended") return { seed, loaded: false };
	const conf = confOf(MAIN, onDisk);
	// Refused before any change.
	if (misplaced(conf) !== undefined) return { seed, loaded: true };
	const place = { program, config: MAIN, user: { name: "root", uid: 0, gid: 0 } };
	for (const wanted of await configFiles(hardened(conf, WANTED), place)) await put(wanted);
	const after = await running(made, true);
	if (after.kind === "ended") return { seed, loaded: true, wrong: `does not start any more: ${after.said}` };
	const lost = before.listening.filter((place) => !after.listening.includes(place) && !widened(place, before, after));
	const wrong = [...lost.map((place) => `hears ${place} no more`), ...after.letIn.map((place) => `${place} lets in`)];
	return { seed, loaded: true, ...(wrong.length > 0 && { wrong: wrong.join(", ") }) };
}

/** Without any listener it listened on the loopback only. Then every address is meant. */
const widened = (place: string, before: Running, after: Running): boolean =>
	before.listening.every((one) => /^(?:127\.0\.0\.1|::1) 1883$/.test(one)) &&
	after.listening.includes(place.replace(/^\S+/, place.startsWith(":") ? "::" : "0.0.0.0"));

function lay({ main, included }: Generated): void {
	rmSync(PATHS.folder, { recursive: true, force: true });
	mkdirSync(PATHS.folder);
	writeFileSync(MAIN, main);
	for (const [name, text] of included) writeFileSync(join(PATHS.folder, name), text);
}

interface Running {
	readonly kind: "running";
	/** `ADDRESS PORT`, or the path of a socket. */
	readonly listening: readonly string[];
	/** Where a client without a login, or with an invented one, was accepted. */
	readonly letIn: readonly string[];
}

/** The broker of these files, for as long as it takes to see where it listens and whom it lets in. */
async function running(
	{ speaks }: Generated,
	tried: boolean,
): Promise<Running | { readonly kind: "ended"; readonly said: string }> {
	const child = spawn(program, ["-c", MAIN], { stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	rmSync(PATHS.log, { force: true });
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => {
			said += chunk;
		});
	const end = new Promise<"ended">((done) => child.on("exit", () => done("ended")));
	const first = await Promise.race([end, answering(() => child.exitCode !== null, speaks)]);
	if (first === "ended")
		return {
			kind: "ended",
			said: `${said}${existsSync(PATHS.log) ? readFileSync(PATHS.log, "utf8") : ""}`
				.split("\n")
				.filter((line) => /rror/.test(line))
				.join(" "),
		};
	const places = listening();
	const answers = tried ? await Promise.all(places.map((place) => letIn(place, speaks))) : [];
	child.kill("SIGKILL");
	await end;
	return { kind: "running", listening: places, letIn: answers.flat() };
}

/** Settles when it has answered a client. It has then opened all its listeners. */
async function answering(over: () => boolean, speaks: Generated["speaks"]): Promise<"answers" | "ended"> {
	while (!over()) {
		const [place] = listening();
		if (place !== undefined && (await code(place, speaks, [])) !== "nothing") return "answers";
		await new Promise((resolve) => setImmediate(resolve));
	}
	return "ended";
}

async function letIn(place: string, speaks: Generated["speaks"]): Promise<readonly string[]> {
	const answers = [await code(place, speaks, []), await code(place, speaks, ["made-up", "made-up"])];
	const { keyed = false }: Partial<Speech> = speaks[Number(place.split(" ")[1])] ?? {};
	const refused = (answer: Answer) => answer === 5 || answer === 4 || (keyed && answer === "closed");
	return answers.flatMap((answer) => (refused(answer) ? [] : [`${place} (${answer})`]));
}

/** What the kernel says is listened on (proc(5)). */
function listening(): readonly string[] {
	const table = (name: string) => readFileSync(`/proc/self/net/${name}`, "utf8").split("\n").slice(1);
	const tcp = ["tcp", "tcp6"].flatMap(table).flatMap((line) => {
		const [, local = "", , state] = line.trim().split(/\s+/);
		const [address = "", port = ""] = local.split(":");
		return state === "0A" ? [`${addressOf(address)} ${Number.parseInt(port, 16)}`] : [];
	});
	const unix = table("unix").flatMap((line) =>
		line.includes(" 00010000 ") && line.endsWith(PATHS.socket) ? [PATHS.socket] : [],
	);
	return [...tcp, ...unix];
}

const ADDRESSES: Readonly<Record<string, string>> = {
	"00000000": "0.0.0.0",
	"0100007F": "127.0.0.1",
	"040200C0": "192.0.2.4",
	"00000000000000000000000000000000": "::",
	"00000000000000000000000001000000": "::1",
};
const addressOf = (hex: string): string => ADDRESSES[hex] ?? hex;

/** The code of a CONNACK; `closed` without one; `nothing` if the connection is not accepted. */
type Answer = number | "closed" | "nothing";

function code(place: string, speaks: Generated["speaks"], login: readonly string[]): Promise<Answer> {
	const [address = "", port = ""] = place.split(" ");
	const host = address === "0.0.0.0" ? "127.0.0.1" : address === "::" ? "::1" : address;
	const { websockets = false, tls = false, proxy = false }: Partial<Speech> = speaks[Number(port)] ?? {};
	return new Promise((done) => {
		const socket: Socket = place.startsWith("/")
			? connect({ path: place })
			: tls
				? connectTls({ host, port: Number(port), rejectUnauthorized: false })
				: connect({ host, port: Number(port) });
		const stream = websockets ? new WebSocketStream(socket, { host, port: Number(port), websocket: {} }) : socket;
		let taken = false;
		socket.once("connect", () => {
			taken = true;
		});
		const settled = (answer: Answer) => {
			socket.destroy();
			done(answer);
		};
		socket.once(tls ? "secureConnect" : "connect", () => {
			if (proxy) socket.write(`PROXY TCP4 127.0.0.1 127.0.0.1 40000 ${port}\r\n`);
			stream.write(hello(login));
		});
		stream.on("data", (answer: Buffer) => settled(answer[3] ?? "closed"));
		for (const one of new Set([stream, socket])) one.on("error", () => settled(taken ? "closed" : "nothing"));
		socket.on("close", () => settled(taken ? "closed" : "nothing"));
	});
}

/** CONNECT of MQTT 3.1.1 (3.1). */
function hello(login: readonly string[]): Buffer {
	const text = (value: string) => Buffer.from(`\0${String.fromCharCode(value.length)}${value}`, "latin1");
	const flags = login.length === 0 ? 2 : 0xc2;
	const body = Buffer.concat([text("MQTT"), Buffer.from([4, flags, 0, 60]), ...["guest", ...login].map(text)]);
	return Buffer.concat([Buffer.from([0x10, body.length]), body]);
}

const { ca, sign, revoked } = authority("House");
const { cert, key } = sign("house.lan");
writeFileSync(PATHS.ca, ca);
mkdirSync(PATHS.authorities);
writeFileSync(PATHS.revoked, revoked());
writeFileSync(
	PATHS.dh,
	execFileSync("openssl", ["genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "dh_param:ffdhe2048"]),
);
writeFileSync(PATHS.shared_keys, "barn:0123456789abcdef\n");
writeFileSync(PATHS.cert, cert);
writeFileSync(PATHS.key, key);
writeFileSync(PATHS.passwords, `resident:${await hashOf("at home in this house")}\n`);
writeFileSync(PATHS.rights, "user resident\ntopic readwrite #\n");
writeFileSync(PATHS.plugin_file, securityFile({ resident: { password: "at home" } }));
writeFileSync(WANTED.password_file, "");
for (let seed = Number(from); seed < Number(from) + Number(count); seed++)
	process.stdout.write(`${JSON.stringify(await judged(seed))}\n`);
