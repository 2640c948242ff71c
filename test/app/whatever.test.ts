import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { type RunFlags, run } from "#app/run.ts";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { STORE_FILE } from "#store/files/files.ts";
import { Desk } from "../cli/desk.ts";
import { freePort } from "../fakes/mosquitto.ts";
import { board, cleared, PLANT, until } from "./house.ts";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = join(ROOT, "src/main.ts");

let desk: Desk;
let going: Promise<number> | undefined;
beforeEach(() => {
	desk = new Desk();
	going = undefined;
});
const alive: ChildProcess[] = [];
afterEach(async () => {
	for (const child of alive.splice(0)) await killed(child);
	desk.stop();
	await going;
	await cleared();
	desk.clear();
});

/** Also where its test failed: its folder goes next. */
async function killed(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill("SIGKILL");
	await new Promise((resolve) => child.once("exit", resolve));
}

/** Runs until the health check says that it is well; gives what answered. */
async function well(flags: Partial<RunFlags>): Promise<void> {
	const port = await freePort();
	const all = { data: desk.data, httpPort: port, httpHost: "127.0.0.1", speed: 1, ...flags };
	going = run(desk.machine(), all);
	await until("it is well", () => healthy(port));
}
const healthy = (port: number) =>
	fetch(`http://127.0.0.1:${port}/healthz`).then(
		({ status }) => status === 200,
		() => false,
	);
const stopped = async (): Promise<void> => {
	desk.stop();
	expect(await going).toBe(0);
};
const said = () => desk.lines().map(({ code }) => code);
const findings = async (): Promise<readonly string[]> => {
	const asked = await askControl(desk.data, "snapshot", undefined, seconds(5));
	const { findings } = (asked.kind === "answer" ? asked.value : {}) as { findings?: { code: string }[] };
	return findings?.map(({ code }) => code) ?? [];
};
const DEFAULTS: unknown = parse(readFileSync(join(ROOT, "config.yaml"), "utf8")).options;

describe("a start with nothing configured", () => {
	test.each([
		["no option at all", {}],
		["the defaults of the options page", DEFAULTS],
	])("(%s) is well, drives no output, and says what to do; a stop ends it with 0", async (_, options) => {
		const device = board();
		await well({ options: desk.file("options.json", options) });
		expect(said()).toContain("nothing_configured");
		expect(await findings()).toContain("nothing_configured");
		expect(device.told).toEqual([]);
		await stopped();
	});

	it("says nothing of the kind once something is", async () => {
		board();
		await well({ options: desk.file("options.json", PLANT) });
		expect(said()).not.toContain("nothing_configured");
		expect(await findings()).not.toContain("nothing_configured");
	});
});

describe("a start with an options file", () => {
	const file = (content: string) => () => desk.file("options.json", content);
	test.each<[string, () => string]>([
		["that is not there", () => join(desk.folder, "nowhere.json")],
		["that is empty", file("")],
		["that is garbage", file("\u0000\u0001{{{{")],
		["that is half a file", file('{"sensors": [{"id": "coll')],
		["that is a list", file("[]")],
		["that is null", file("null")],
		["that is a number", file("7")],
		["that is a folder", () => desk.folder],
		["that cannot be read", () => "/proc/self/mem"],
		["whose every field is wrong", file('{"sensors": 1, "outputs": {}, "mqtt": [], "turn": "x", "nonsense": {}}')],
	])("%s is well, drives no output, and says where and what; a stop ends it with 0", async (_, path) => {
		const device = board();
		await well({ options: path() });
		expect(await findings()).toContain("options_invalid");
		expect(device.told).toEqual([]);
		await stopped();
		const problems = desk.lines().filter(({ code }) => code === "options_problem");
		expect(problems.length).toBeGreaterThan(0);
		for (const { level, message } of problems) expect([level, String(message).length > 20]).toEqual(["error", true]);
	});
});

describe("a start on a data folder", () => {
	test.each<[string, string, () => string]>([
		["that cannot be made", "store_unavailable", () => "/dev/null/data"],
		["that is a file", "store_unavailable", () => desk.file("data-file", "")],
		["whose database is garbage", "store_set_aside", () => folderWith(STORE_FILE, "garbage ".repeat(999))],
		["whose database is empty", "store_set_aside", () => folderWith(STORE_FILE, "")],
		[
			"with a restored copy that is garbage",
			"backup_not_restored",
			() => folderWith("solar-heating.backup", "garbage"),
		],
		["whose id is garbage", "installation_id_set_aside", () => folderWith("installation-id", "&%§")],
		["whose last valid options are garbage", "started", () => folderWith("last-valid-options.json", "{{{")],
	])("%s is well and controls, and says %s; a stop ends it with 0", async (_, code, data) => {
		const device = board();
		const mqtt = { host: "127.0.0.1", port: await freePort(), username: "solar", password: "long-enough-1" };
		await well({ options: desk.file("options.json", { ...PLANT, mqtt }), data: data() });
		await until("the pump runs", () => device.relays.get("pump") === true);
		await until("it is said", () => said().includes(code));
		await stopped();
	});
	const folderWith = (name: string, content: string) => {
		desk.file(`data/${name}`, content);
		return desk.data;
	};
});

interface Case {
	/** So many ms off, as JavaScript says it; `existsSync("turned")` once the app has turned. */
	readonly clock?: string;
	/** What it has to say before it is ended. */
	readonly says?: readonly string[];
}

/** ms for each step of a start on a busy machine. */
const PATIENCE = 20_000;

/** The app in mount rights of its own, where `prepare` spoils its disk first, and with a clock of its own. */
async function process(prepare: string, options: unknown, { clock = "0", says = [] }: Case) {
	mkdirSync(desk.data, { recursive: true });
	const port = await freePort();
	const flags = `--options "${desk.file("options.json", options)}" --data "${desk.data}" --http-port ${port}`;
	const node = `"${globalThis.process.execPath}" --import "${desk.file("clock.mjs", wrongClock(clock))}"`;
	const child = spawn("unshare", ["-rm", "sh", "-c", `${prepare} && exec ${node} "${MAIN}" run ${flags}`], {
		cwd: desk.folder,
		env: { PATH: globalThis.process.env["PATH"], HOME: desk.folder, DATA: desk.data },
		stdio: ["ignore", "pipe", "pipe"],
	});
	alive.push(child);
	let log = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => {
			log += chunk;
		});
	const ended = new Promise<number | null>((done) => child.once("close", done));
	await until("it is well", () => child.exitCode === null && healthy(port), PATIENCE).catch((failed) => {
		throw new Error(`${failed}\n${log}`);
	});
	await until("it turns", () => log.includes("output_off"), PATIENCE);
	desk.file("turned", "");
	for (const said of says) await until(`it says "${said}"`, () => log.includes(said), PATIENCE);
	child.kill("SIGTERM");
	return { code: await ended, log };
}

/** What is loaded before the app. */
const wrongClock = (off: string) => `
	import { existsSync } from "node:fs";
	const Right = Date;
	let set;
	const off = () => {
		const now = ${off};
		if (set !== undefined && Math.abs(now - set) > 60_000) process.stderr.write("The clock was set.\\n");
		return (set = now);
	};
	globalThis.Date = class extends Right {
		constructor(...given) {
			given.length === 0 ? super(Right.now() + off()) : super(...given);
		}
		static now = () => Right.now() + off();
	};`;

describe("a real process", () => {
	const broker = async () => ({
		host: "127.0.0.1",
		port: await freePort(),
		username: "solar",
		password: "long-enough-1",
	});
	const unplugged = [{ id: "pump", role: "pump", target: "usb_relay:/dev/serial/by-id/boiler-room-board/1" }];
	const full = 'mount -t tmpfs -o size=4k none "$DATA" && (cat /dev/zero > "$DATA/filler" 2> /dev/null || true)';

	test.each([
		["with a disk that is full", 0, full, PLANT.outputs, "Nothing can be saved"],
		[
			"with a disk that may not be written",
			0,
			'mount -t tmpfs -o ro none "$DATA"',
			PLANT.outputs,
			"Nothing can be saved",
		],
		["with a board that is not plugged in, and so not known to be at rest,", 1, "true", unplugged, "boiler-room-board"],
		["with no broker and no Home Assistant", 0, "true", PLANT.outputs, "ECONNREFUSED"],
	])(
		"%s is well, controls, says so, and ends with %d on SIGTERM",
		async (_, ends, prepare, outputs, says) => {
			const { code, log } = await process(prepare, { ...PLANT, outputs, mqtt: await broker() }, { says: [says] });
			expect(code).toBe(ends);
			expect(log).not.toMatch(/control_failed|view_failed|Error:/);
		},
		90_000,
	);

	test.each([
		["in 1970", "10_000 - Right.now()", "ECONNREFUSED"],
		["in 2106", "4_294_967_296_000 - Right.now()", "ECONNREFUSED"],
		[
			"that jumps ahead by an hour, and back, again and again",
			"performance.now() % 200 > 100 ? 3_600_000 : 0",
			"The clock was set.",
		],
		["that jumps from 1970 to today", 'existsSync("turned") ? 0 : 10_000 - Right.now()', "The clock was set."],
	])(
		"with a clock %s is well, controls, and ends with 0 on SIGTERM",
		async (_, clock, says) => {
			const { code, log } = await process("true", { ...PLANT, mqtt: await broker() }, { clock, says: [says] });
			expect(code).toBe(0);
			expect(log).not.toMatch(/control_failed|view_failed|Error:/);
		},
		90_000,
	);
});
