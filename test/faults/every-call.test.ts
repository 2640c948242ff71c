import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { until } from "../app/house.ts";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { Life, type Spoil, shimIn, shipped } from "./life.ts";

/** Lives at once, of each kind of fault: those that hang mostly wait for the watchdog. */
const AT_ONCE = { fail: 2, hang: 6 };
/** A hang on the loop's own thread ends by the watchdog: 20 s before the first turn, 15 s after it; and a busy machine. */
const WITHIN = 90_000;
/** A call that one life made late in its start may come in no other life's run. Such a pair is told as not reached. */
const REACHED_WITHIN = 30_000;
/** ms after which the service outside ends a process whose loop does not turn. */
const OUTER = 28_000;

let folder: string;
let shim: string;
let main: string;
let broker: Mosquitto;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "shim-"));
	shim = shimIn(folder);
	main = await shipped(folder);
	broker = await startMosquitto({ users: { solar: "long-enough-1" } });
});
afterAll(async () => {
	await broker.stop();
	rmSync(folder, { recursive: true });
});

const connected = (life: Life) => life.said.includes("mqtt_connected") && life.said.includes("page_served");

/** Every call of a life in which nothing is spoilt. */
async function listed(): Promise<readonly string[]> {
	const life = new Life(main, broker.port);
	try {
		await life.begin(shim);
		await until("it is all there", () => life.pump && connected(life), WITHIN);
		life.phase("run");
		const from = life.heartbeat;
		await until("it turns on", () => Number(life.heartbeat) > Number(from) + 2, WITHIN);
		life.phase("stop");
		expect(await life.stop()).toMatchObject({ how: "0" });
		expect(life.kept()).toBe(11);
		return life.calls();
	} finally {
		life.clear();
	}
}

interface Outcome {
	readonly wrong: readonly string[];
	readonly how: string;
}
const UNREACHED = "was not reached";
const NOTHING: Outcome = { wrong: [], how: "" };

/** Lives through it; what is wrong with how, if anything. */
async function lived(spoil: Spoil): Promise<Outcome> {
	const life = new Life(main, broker.port);
	const wrong: string[] = [];
	try {
		await life.begin(shim, spoil);
		const phase = spoil.key.split(" ").at(-1);
		let how = UNREACHED;
		if (phase !== "start") {
			await until("it runs", () => life.over || (life.pump && connected(life)), WITHIN);
			life.phase("run");
		}
		if (phase !== "stop") {
			const reached = () => life.hit || life.over || (connected(life) && phase === "start");
			const here = await until("it is reached", reached, REACHED_WITHIN).then(
				() => true,
				() => false,
			);
			if (here) how = await aftermath(life, wrong);
		}
		life.phase("stop");
		const { how: ended, took } = await life.stop();
		if (took > 5000) wrong.push(`took ${Math.round(took)} ms from SIGTERM to its end`);
		if (ended !== "0") await life.rest();
		if (life.pump) wrong.push(`ended by ${ended} and left the pump on`);
		if (life.kept() !== 11) wrong.push(`the setting that was kept is ${life.kept()}`);
		if (phase === "stop") how = life.hit ? "stop" : UNREACHED;
		return { wrong: wrong.map((one) => `${one}\n${life.said.slice(-1500)}`), how: `${how}, ended ${ended}` };
	} catch (failed) {
		return { wrong: [`${failed}\n${life.said.slice(-1500)}`], how: "lost" };
	} finally {
		life.clear();
	}
}

/** It either turns on, or ends, and then its supervisor brings the outputs to rest. */
async function aftermath(life: Life, wrong: string[]): Promise<string> {
	const from = Number(life.heartbeat);
	const outer = setTimeout(() => life.killed(), OUTER);
	const turns = () => Number(life.heartbeat) > from + 1;
	await until("it turns on or ends", () => life.over || turns(), WITHIN).finally(() => clearTimeout(outer));
	const back = () => !life.said.includes('"device_lost"') || life.said.includes('"device_back"');
	await until("a board that was lost is back", () => life.over || back(), WITHIN);
	if (life.over) {
		await life.rest();
		if (life.pump) wrong.push("died, and rest left the pump on");
		return "rest";
	}
	const told = /"(?:level)":"(?:warning|warn|error)"/.test(life.said);
	return told ? "control, told" : "control";
}

/** Why a call is not hung: a socket that does not block never hangs its thread; what does not come is the business of `test/auth/outage`. */
const canHang = (key: string): boolean =>
	!/ (?:broker|http|data\/control\.sock) /.test(key) && !key.startsWith("fork ");

const named = ({ how, key }: Spoil): string => `${how} ${key}`;
const CHOSEN = new RegExp(process.env["FAULTS_ONLY"] ?? "");

/** Goes through all of them, so many at a time, and gives those that went wrong. What each came to goes into `results`. */
async function through(spoils: readonly Spoil[], atOnce: number, results: Map<string, Outcome>): Promise<Spoil[]> {
	const queue = [...spoils];
	const ill: Spoil[] = [];
	const one = async () => {
		for (let spoil = queue.shift(); spoil !== undefined; spoil = queue.shift()) {
			const began = performance.now();
			const outcome = await lived(spoil);
			const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
			results.set(named(spoil), { ...outcome, how: `${outcome.how}, ${took}` });
			if (outcome.wrong.length > 0) ill.push(spoil);
			if (process.env["FAULTS_LIST"]) writeFileSync(process.env["FAULTS_LIST"], told(results));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, one));
	return ill;
}

const told = (results: ReadonlyMap<string, Outcome>): string =>
	[...results]
		.map(([name, { how, wrong }]) => `${name}: ${how}${wrong.map((one) => ` WRONG ${one.split("\n")[0]}`).join("")}\n`)
		.sort()
		.join("");

it("any call that fails or hangs, once, ends in control or in rest, and a stop ends in 5 s", async () => {
	// Not every life makes every call, as one of them may be late.
	const keys = [...new Set((await Promise.all([listed(), listed()])).flat())];
	const fails = keys.map((key): Spoil => ({ key, how: "fail" })).filter((spoil) => CHOSEN.test(named(spoil)));
	const all = keys.filter(canHang).map((key): Spoil => ({ key, how: "hang" }));
	const hangs = all.filter((spoil) => CHOSEN.test(named(spoil)));
	const results = new Map<string, Outcome>();
	const began = performance.now();
	const ill = await Promise.all([through(fails, AT_ONCE.fail, results), through(hangs, AT_ONCE.hang, results)]);
	// A run that a busy machine may have disturbed is repeated alone. If it fails again, it fails.
	const again = ill.flat();
	const first = told(new Map(again.map((spoil) => [named(spoil), results.get(named(spoil)) ?? NOTHING])));
	await through(again, 1, results);
	const unreached = [...results].filter(([, { how }]) => how.startsWith(UNREACHED)).map(([name]) => name);
	console.log(
		[
			`${keys.length} calls; ${results.size} pairs of a call and a fault, ${unreached.length} of them not reached; ${Math.round((performance.now() - began) / 1000)} s`,
			told(results),
			`Not hung, as they cannot: ${keys.filter((key) => !canHang(key)).join("; ")}`,
			`Lived twice, as they went wrong at first:\n${first}`,
		].join("\n"),
	);
	expect([...results].flatMap(([name, { wrong }]) => wrong.map((one) => `${name}: ${one}`))).toEqual([]);
	expect(unreached.length).toBeLessThan(results.size / 10 + 1);
	expect(results.size).toBe(fails.length + hangs.length);
	expect(keys.length).toBeGreaterThan(80);
}, 1_500_000);
