import { afterEach, beforeEach, expect, it, test } from "@jest/globals";
import { run } from "#app/run.ts";
import type { Proof } from "#model/decision/silence.ts";
import { seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { openStore } from "#store/store.ts";
import { Desk } from "../cli/desk.ts";
import { type Listener, listen } from "../mqtt/listener.ts";
import { board, cleared, PLANT, until } from "./house.ts";

let desk: Desk;
let broker: Listener;
let going: Promise<number>;
beforeEach(async () => {
	desk = new Desk();
	// It lets everyone in who connects, and says nothing more.
	broker = await listen((socket) => {
		socket.once("data", () => socket.write(Buffer.from([0x20, 0x03, 0x00, 0x00, 0x00])));
	});
	board();
});
afterEach(async () => {
	desk.stop();
	await going;
	await broker.close();
	await cleared();
	desk.clear();
});

const [pump] = PLANT.outputs;
const options = () => ({
	...PLANT,
	outputs: [pump, { id: "heater", role: "heater", target: "shelly:shellyplus1/0", unverified_ok: true }],
	mqtt: { host: "127.0.0.1", port: broker.port, username: "solar", password: "of-the-broker" },
});

/** Runs with a proof of the heater that was made through this broker some days ago. */
function startProven(through: string | undefined): void {
	const parsed = parse(options());
	if (parsed.kind !== "valid") throw new TypeError(JSON.stringify(parsed));
	const { reaches, off_after = 0, target = "" } = plantOf(parsed.options).outputs[1] ?? {};
	const date = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
	const proof: Proof = { result: "passed", date, took: 61, target, off_after, reaches, broker: through };
	const store = openStore(desk.data, () => undefined);
	store.save({ memories: { "dead_man@heater": { proof } } });
	store.close();
	const flags = { options: desk.file("solar.json", options(), 0o600), data: desk.data };
	going = run(desk.machine(), { ...flags, httpPort: 0, httpHost: "127.0.0.1", speed: 1 });
}

interface Found {
	readonly code: string;
	readonly facts: Readonly<Record<string, unknown>>;
}
async function heater(): Promise<readonly unknown[]> {
	const asked = await askControl(desk.data, "snapshot", undefined, seconds(5));
	const { findings } = asked.kind === "answer" ? (asked.value as { findings: readonly Found[] }) : { findings: [] };
	return findings
		.filter(({ code, facts }) => code.startsWith("silence_test") && facts["output"] === "heater")
		.map(({ code, facts }) => facts["standing"] ?? code);
}
const joins = () => until("it joins", () => broker.connections() > 0);

it("A proof that was made through another broker than the one that the app joins is dropped, and it says so", async () => {
	startProven("core-mosquitto:1883");
	await until("it says so", async () => (await heater()).includes("silence_test_elsewhere"));
	expect(await heater()).toEqual(["untested", "silence_test_elsewhere"]);
	desk.stop();
	await going;
	expect(desk.lines().filter(({ code }) => code === "silence_test_elsewhere")).toHaveLength(1);
});

test("One that was made through this broker counts", async () => {
	startProven(`127.0.0.1:${broker.port}`);
	await joins();
	await until("it turns", async () => (await heater()).length > 0);
	expect(await heater()).toEqual(["passed"]);
});

test("One of an earlier release, which did not note its broker, counts no more", async () => {
	startProven(undefined);
	await joins();
	await until("it turns", async () => (await heater()).length > 0);
	expect(await heater()).toEqual(["untested", "silence_test_needed"]);
});
