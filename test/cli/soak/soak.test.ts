import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { CANARY, Installation, until } from "../../e2e/installation.ts";

const MAIN = join(import.meta.dirname, "../../../src/main.ts");
/** The plant lives faster, so that a sensor is lost in two seconds instead of thirty. */
const SPEED = "15";

interface Ran {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}
const children = new Set<ChildProcess>();
const spawned = (...args: readonly string[]) => {
	const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
	children.add(child);
	const said = { out: "", err: "" };
	child.stdout.on("data", (chunk: Buffer) => {
		said.out += chunk;
	});
	child.stderr.on("data", (chunk: Buffer) => {
		said.err += chunk;
	});
	const ended = new Promise<Ran>((resolve) => child.once("close", (code) => resolve({ code, ...said })));
	return { child, said, ended };
};
afterAll(() => {
	for (const child of children) child.kill("SIGKILL");
});

/** Watches for so many seconds. */
const soak = (folder: string, lasting: number, ...more: readonly string[]) =>
	spawned("soak", "--minutes", String(lasting / 60), "--data", folder, ...more);
/** From then on it hears of everything. */
const watching = ({ said }: { readonly said: { readonly err: string } }) =>
	until("it watches", () => said.err.startsWith("Watching for"));
const codes = ({ out }: Ran): readonly string[] => JSON.parse(out).flaws.map(({ code }: { code: string }) => code);

describe("soak beside a running controller on a real Mosquitto, sensors and relay board", () => {
	let house: Installation;
	let app: ReturnType<typeof spawned>;
	const start = async () => {
		const options = join(house.folder, "options.json");
		app = spawned("run", "--options", options, "--data", house.folder, "--http-port", "0", "--speed", SPEED, "--json");
		await until("it is connected", () => app.said.out.includes("mqtt_connected"));
	};

	/** When the app made its newest turn, in seconds of its own. */
	const turn = async (): Promise<number> => {
		const asked = await askControl(house.folder, "snapshot", undefined, seconds(5));
		return asked.kind === "answer" ? (asked.value as { readonly now: number }).now : 0;
	};

	beforeAll(async () => {
		house = await Installation.open();
		house.collector(52);
		house.tank(50);
		await start();
	});
	afterAll(async () => {
		app.child.kill("SIGTERM");
		await app.ended;
		await house.close();
	});

	// #finds-nothing-wrong-good
	it("finds nothing wrong with a good one, gives every figure, and exits 0", async () => {
		const ran = await soak(house.folder, 3, "--json").ended;
		expect(ran.code).toBe(0);
		const whole = JSON.parse(ran.out);
		expect(whole).toMatchObject({ ok: true, cut_short: false, ended: false, unanswered: 0, flaws: [], missing: 0 });
		expect(whole.broker).toEqual({ state: "connected", disconnects: 0, attempts: 0, auth_errors: 0, failures: {} });
		expect(whole.watched).toBeGreaterThanOrEqual(3);
		expect(whole.turns.count).toBeGreaterThan(3 * Number(SPEED) * 0.7);
		expect(whole.turns.longest).toBeGreaterThan(whole.turns.shortest);
		expect(whole.sensors.map((s: { sensor: string }) => s.sensor)).toEqual(["collector", "tank"]);
		for (const sensor of whole.sensors) {
			expect(sensor).toMatchObject({ state: "ok", patience: 30, turns_without: 0 });
			expect(sensor.worst_age).toBeLessThan(30);
		}
		expect(whole.log).toEqual([]);
	});

	// #gives-commands-both-paths
	it("gives commands on both paths, which are taken and change nothing", async () => {
		const written = app.said.out.length;
		const { out } = await soak(house.folder, 1, "--json").ended;
		const { trials, commands } = JSON.parse(out);
		expect(trials).toEqual([
			{ path: "broker", tried: 2, answered: 2, not_allowed: false, slowest: expect.any(Number) },
			{ path: "control", tried: 2, answered: 2, not_allowed: false, slowest: expect.any(Number) },
		]);
		for (const { slowest } of trials) expect(slowest).toBeGreaterThan(0);
		expect(commands).toEqual({ taken: 4, refused: 0 });
		expect(app.said.out.slice(written)).not.toMatch(/"code":"(?:setting|intent_refused)"/);
	});

	// #says-people-saw-figures
	it("says for people what it saw, in figures, with a verdict in the last line", async () => {
		const { code, out } = await soak(house.folder, 1).ended;
		expect(code).toBe(0);
		expect(out).toMatch(/^watched {7}0\.0 min\ncycles {8}\d+, [\d.]+ to [\d.]+ s apart \([\d.]+ s is due\)\n/);
		expect(out).toMatch(/\nreading {7}collector: ok, [\d.]+ s old at worst, 30 s allowed\n/);
		expect(out).toMatch(/\nbroker {8}connected; disconnects 0, attempts 0, authentication errors 0\n/);
		expect(out).toMatch(/answered {4}through the broker and back: 2 of 2, the slowest in \d+ ms\n/);
		expect(out).toMatch(/\nFINE: system operating normally with authentication\.\n$/);
		expect(out).not.toContain("\r");
	});

	it("reports what it has seen so far when it is stopped, says that it was cut short, and exits 1", async () => {
		const running = soak(house.folder, 600);
		await watching(running);
		const from = await turn();
		while ((await turn()) < from + 5) await pause(20);
		running.child.kill("SIGINT");
		const { code, out } = await running.ended;
		expect(code).toBe(1);
		expect(out).toMatch(/\ncycles {8}[1-9]/);
		expect(out).toMatch(/\nNOT FINISHED: the watch was interrupted; so far nothing was wrong\.\n$/);
	});

	// #names-sensor-pulled-exits
	it("names a sensor that is pulled, and exits 1", async () => {
		const running = soak(house.folder, 5, "--json");
		await watching(running);
		house.pullCollector();
		const ran = await running.ended;
		expect(ran.code).toBe(1);
		expect(codes(ran)).toContain("no_reading");
		const [collector, tank] = JSON.parse(ran.out).sensors;
		expect(collector).toMatchObject({ sensor: "collector", state: "broken" });
		expect(collector.turns_without).toBeGreaterThan(0);
		expect(tank).toMatchObject({ state: "ok", turns_without: 0 });
		house.collector(52);
	});

	// #counts-broker-goes-away
	it("counts a broker that goes away midway, by the class of the failure, and exits 1", async () => {
		const running = soak(house.folder, 5, "--json");
		await watching(running);
		await house.broker.kill9();
		const ran = await running.ended;
		expect(ran.code).toBe(1);
		const { broker } = JSON.parse(ran.out);
		expect(broker).toMatchObject({ disconnects: 1, auth_errors: 0 });
		expect(broker.failures.unreachable ?? 0).toBeGreaterThanOrEqual(1);
		expect(codes(ran)).toEqual(expect.arrayContaining(["disconnected", "not_connected"]));
		await house.broker.restart();
		const from = app.said.out.length;
		await until("it is back", () => app.said.out.slice(from).includes("mqtt_connected"));
	});

	// #tells-login-refused-midway
	it("tells a login that is refused midway from a broker that is away: authentication errors", async () => {
		const running = soak(house.folder, 7, "--json");
		await watching(running);
		house.broker.setUsers({ solar: "another", viewer: "viewer-pw" });
		await house.broker.restart();
		const ran = await running.ended;
		expect(ran.code).toBe(1);
		expect(JSON.parse(ran.out).broker.failures["credentials-rejected"]).toBeGreaterThanOrEqual(1);
		expect(codes(ran)).toEqual(expect.arrayContaining(["disconnected", "auth_errors", "log_error"]));
		expect(ran.out).not.toContain(CANARY);
	});

	it("says so when the controller ends while it is watched, and exits 1", async () => {
		const running = soak(house.folder, 20, "--json");
		await watching(running);
		app.child.kill("SIGKILL");
		const ran = await running.ended;
		expect(ran.code).toBe(1);
		expect(codes(ran)).toContain("ended");
		expect(JSON.parse(ran.out).ended).toBe(true);
	});
});

describe("soak without a controller to watch", () => {
	const folder = mkdtempSync(join(tmpdir(), "soak-"));
	afterAll(() => rmSync(folder, { recursive: true }));

	it("says that none runs, and exits 1", async () => {
		const ran = await soak(folder, 1, "--json").ended;
		expect(ran.code).toBe(1);
		expect(ran.err).toBe(`No controller runs on ${folder}. Start it, or name its folder with --data.\n`);
		expect(codes(ran)).toEqual(["not_running"]);
	});

	it("says so in the language of the options, as JSON in English", async () => {
		const options = join(folder, "options.json");
		writeFileSync(options, JSON.stringify({ language: "de" }));
		const ran = await soak(folder, 1, "--json", "--options", options).ended;
		expect(ran.err).toBe(`Auf ${folder} läuft keine Regelung. Sie starten oder ihren Ordner mit --data nennen.\n`);
		expect(JSON.parse(ran.out).flaws[0].message).toBe(`No controller runs on ${folder}.`);
	});

	it("exits 2 for minutes that are none", async () => {
		const { code, err } = await spawned("soak", "--minutes", "soon", "--data", folder).ended;
		expect(code).toBe(2);
		expect(err).toContain("--minutes");
	});
});
