import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import { type RunFlags, run } from "#app/run.ts";
import { fault } from "#model/plant/fault.ts";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { CANARY, Desk } from "../cli/desk.ts";
import { freePort } from "../fakes/mosquitto.ts";
import { type Listener, listen } from "../mqtt/listener.ts";
import { board, cleared, PLANT, PUMPING, REST, until } from "./house.ts";

let desk: Desk;
let broker: Listener;
let going: Promise<number>[];
beforeEach(async () => {
	desk = new Desk();
	// A broker that takes connections and never says a word.
	broker = await listen();
	going = [];
});
afterEach(async () => {
	desk.stop();
	await Promise.all(going);
	await broker.close();
	await cleared();
	desk.clear();
});

const start = (options: unknown, flags: Partial<RunFlags> = {}, at = desk, mode = 0o600): Promise<number> => {
	const file = at.file("solar.json", options, mode);
	const code = run(at.machine(), {
		options: file,
		data: at.data,
		httpPort: 0,
		httpHost: "127.0.0.1",
		speed: 1,
		...flags,
	});
	going.push(code);
	return code;
};
const withBroker = (mqtt: Readonly<Record<string, unknown>>) => ({
	...PLANT,
	mqtt: { host: "127.0.0.1", port: broker.port, ...mqtt },
});
interface Seen {
	readonly findings: readonly { readonly code: string; readonly facts: object }[];
	readonly outputs: readonly { readonly id: string; readonly actual?: number }[];
}
const snapshot = async (): Promise<Seen | undefined> => {
	const asked = await askControl(desk.data, "snapshot", undefined, seconds(5));
	return asked.kind === "answer" ? (asked.value as Seen) : undefined;
};
const turning = () => until("it turns", async () => (await snapshot()) !== undefined);
const codes = () => desk.lines().map(({ code }) => code);

describe("run without a complete login", () => {
	test.each([
		["none at all", {}],
		["no password", { username: "solar" }],
		["no user name", { password: CANARY }],
		["a blank password", { username: "solar", password: "   " }],
		["a blank user name", { username: " ", password: CANARY }],
		["a NUL in the password", { username: "solar", password: `${CANARY}\0` }],
		["a NUL in the user name", { username: "so\0lar", password: CANARY }],
	])("(%s) controls, says what is missing, and does not come near the broker", async (_, mqtt) => {
		const device = board();
		const code = start(withBroker(mqtt));
		await turning();
		await until("the pump runs", () => device.relays.get("pump") === true);
		expect((await snapshot())?.findings.map((f) => f.code)).toContain("mqtt_credentials_required");
		// It says so where it would connect.
		await until("it says what is missing", () => codes().includes("mqtt_credentials_required"));
		desk.stop();
		expect(await code).toBe(0);
		expect(broker.connections()).toBe(0);
		const said = desk.lines().find((line) => line["code"] === "mqtt_credentials_required");
		expect(said?.["level"]).toBe("error");
		expect(String(said?.["message"])).toContain("MQTT_PASSWORD");
		expect(desk.out + desk.err).not.toContain(CANARY);
	});

	it("is what keeps it from the broker: with one it comes", async () => {
		board();
		void start(withBroker({ username: "solar", password: CANARY }));
		await until("it comes", () => broker.connections() > 0);
		expect(codes()).not.toContain("mqtt_credentials_required");
	});
});

describe("run with options that cannot work as they are meant", () => {
	it("controls, and says so in its log and its findings", async () => {
		const device = board();
		void start({ ...PLANT, site: { time_zone: "Europe/Stokholm" } });
		await turning();
		await until("the pump runs", () => device.relays.get("pump") === true);
		await until("it is found", async () =>
			((await snapshot())?.findings ?? []).some(({ code }) => code === "options_note"),
		);
		expect(desk.lines().filter(({ code }) => code === "options_note")).toHaveLength(1);
	});
});

describe("run with invalid options", () => {
	it("rests what the last valid ones controlled, answers that it is alive, and lists all that is wrong", async () => {
		const device = board();
		const first = start(PLANT);
		await turning();
		desk.stop();
		await first;
		device.relays.set("pump", true);
		device.take();
		const [collector, tank] = PLANT.sensors;
		const httpPort = await freePort();
		const code = start(
			{ ...PLANT, turn: 0, sensors: [collector, { ...tank, source: "carrier_pigeon:7" }] },
			{ httpPort },
		);
		await turning();
		expect(device.take().map((t) => t.image)).toEqual([REST]);
		const health = `http://127.0.0.1:${httpPort}/healthz`;
		await until("health is served", () =>
			fetch(health).then(
				({ status }) => status === 200,
				() => false,
			),
		);
		expect((await snapshot())?.findings.map((f) => f.code)).toContain("options_invalid");
		desk.stop();
		expect(await code).toBe(0);
		const problems = desk.lines().filter((line) => line["code"] === "options_problem");
		expect(problems.map(({ facts }) => (facts as { path: string }).path).sort()).toEqual(["sensors[1].source", "turn"]);
		expect(device.take()).toEqual([]);
	});

	it("comes to the broker all the same, and says in its findings what is wrong, but nothing of what was written", async () => {
		board();
		const sensors = [{ ...PLANT.sensors[0], source: `pigeon:${CANARY}` }];
		void start({ ...withBroker({ username: "solar", password: "of-the-broker" }), sensors });
		await until("it comes", () => broker.connections() > 0);
		const found = (await snapshot())?.findings ?? [];
		expect(found.filter(({ code }) => code.startsWith("options_")).map(({ code, facts }) => [code, facts])).toEqual([
			["options_invalid", { problems: 1 }],
			[
				"options_wrong",
				{
					path: "sensors[0].source",
					problem: "unknown_driver",
					remedy: expect.any(String),
					drivers: expect.stringContaining("one_wire: "),
				},
			],
		]);
		expect(JSON.stringify(found)).not.toContain(CANARY);
		expect(codes()).not.toContain("mqtt_credentials_required");
		expect((await snapshot())?.outputs).toEqual([]);
	});

	test.each([
		["with a mistake in the broker's group", () => withBroker({ username: "solar", password: CANARY, tsl: true })],
		["that are no group", () => ["solar"]],
	])("%s connects to nobody, and claims no login to be missing", async (_, options) => {
		board();
		const code = start(options());
		await turning();
		desk.stop();
		await code;
		expect(broker.connections()).toBe(0);
		expect(codes()).toContain("options_problem");
		expect(codes()).not.toContain("mqtt_credentials_required");
	});

	it("of a file that is no JSON says where, and never what is in it", async () => {
		board();
		const file = desk.file("broken.json", `{"mqtt": {"password": "${CANARY}"},\n  "turn": ${CANARY}\n}`);
		void start(PLANT, { options: file });
		await turning();
		desk.stop();
		await Promise.all(going);
		expect(desk.out).toContain("not JSON");
		expect(desk.out + desk.err).not.toContain("canary");
	});
});

describe("a second run on the same data folder", () => {
	it("ends with 1 and says why, and touches no output", async () => {
		const device = board();
		void start(PLANT);
		await turning();
		await until("the pump runs", () => device.relays.get("pump") === true);
		const before = device.told.length;
		const other = new Desk();
		const file = other.file("solar.json", PLANT);
		const flags = { options: file, data: desk.data, httpPort: 0, httpHost: "127.0.0.1", speed: 1 };
		expect(await run(other.machine(), flags)).toBe(1);
		expect(other.err).toContain(`Another controller runs on ${desk.data} already`);
		other.env = { ...other.env, LANG: "de_DE" };
		expect(await run(other.machine(), flags)).toBe(1);
		expect(other.err).toContain(`Auf ${desk.data} läuft schon eine andere Regelung.`);
		other.file("solar.json", { ...PLANT, language: "sv" });
		expect(await run(other.machine(), flags)).toBe(1);
		expect(other.err).toContain(`En annan styrning är redan igång på ${desk.data}.`);
		expect(device.told.slice(before).map((t) => t.image)).not.toContain(REST);
		expect(device.relays.get("pump")).toBe(true);
		expect(device.closed).toBe(false);
		other.clear();
	});
});

describe("run", () => {
	it("writes everything to the log in order: that it started, each output, that it stopped", async () => {
		board();
		const code = start(PLANT);
		await turning();
		desk.stop();
		expect(await code).toBe(0);
		expect(codes()[0]).toBe("started");
		expect(codes()).toEqual(expect.arrayContaining(["output_on", "output_off"]));
		expect(codes().at(-1)).toBe("stopped");
	});

	it.each([
		["a relay that is stuck", { stuck: ["pump"] }],
		["a board that is gone", { lost: fault("bus") }],
	])("claims no rest that was not reached: %s", async (_, ill) => {
		const device = board();
		const code = start(PLANT);
		await turning();
		await until("the pump runs", () => device.relays.get("pump") === true);
		Object.assign(device, ill);
		desk.stop();
		// So the supervisor brings the outputs to rest.
		expect(await code).toBe(1);
		expect(codes()).not.toContain("stopped");
		expect(codes().slice(-2)).toEqual(["not_at_rest", "stopped_not_at_rest"]);
		expect(desk.lines().at(-1)).toMatchObject({ level: "error" });
	});

	it("ends as soon as it can when the stop comes before anything is open: at rest, without a turn", async () => {
		const device = board({ coils: { pump: true, heater: false } });
		const code = start(PLANT);
		desk.stop();
		expect(await code).toBe(0);
		expect(device.told.map((t) => t.image)).toEqual([REST]);
		expect(codes()).not.toContain("output_on");
	});

	it("ends with 1 after a bug in control, with the outputs at rest", async () => {
		const device = board();
		let writes = 0;
		device.beforeWrite = async () => {
			writes += 1;
			if (writes === 2) throw new TypeError("mistake");
		};
		const code = start(PLANT);
		await turning();
		device.temperatures["collector"] = 20;
		expect(await code).toBe(1);
		expect(device.told.map((t) => t.image)).toEqual([PUMPING, REST, REST]);
		expect(codes()).toContain("control_failed");
	});

	it("answers 503 on /healthz when turns stop, and 200 when they go on", async () => {
		const device = board();
		const hang = Promise.withResolvers<void>();
		const clock = performance.now.bind(performance);
		let ahead = 0;
		jest.spyOn(performance, "now").mockImplementation(() => clock() + ahead);
		const httpPort = await freePort();
		void start(PLANT, { httpPort });
		const status = () =>
			fetch(`http://127.0.0.1:${httpPort}/healthz`).then(
				(r) => r.status,
				() => 0,
			);
		await until("it is alive", async () => (await status()) === 200);
		device.beforeWrite = () => hang.promise;
		device.temperatures["collector"] = 20;
		device.take();
		await until("it hangs", () => device.told.length > 0);
		ahead = 11_000;
		expect(await status()).toBe(503);
		hang.resolve();
		await until("it is alive again", async () => (await status()) === 200);
	});

	test.each([
		[0o644, true],
		[0o640, false],
	])("tells for as long as it lasts that everybody here can read the password: mode %s, %s", async (mode, told) => {
		board();
		void start(withBroker({ username: "solar", password: CANARY }), {}, desk, mode);
		await turning();
		const found = (await snapshot())?.findings.some(({ code }) => code === "secret_readable");
		expect(found).toBe(told);
	});

	// #puts-password-into-file
	it("puts the password into no file and no line, whatever the level", async () => {
		board();
		const code = start({ ...withBroker({ username: "solar", password: CANARY }), log_level: "trace" });
		await until("it comes", () => broker.connections() > 0);
		desk.stop();
		await code;
		expect(desk.out + desk.err).not.toContain(CANARY);
		for (const name of readdirSync(desk.data)) expect(readFileSync(join(desk.data, name)).includes(CANARY)).toBe(false);
		expect(readFileSync(join(desk.data, "last-valid-options.json"), "utf8")).not.toContain('"mqtt"');
	});
});
