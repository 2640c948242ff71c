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
}, 120_000);
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

/** Lives through it; what is wrong with how, if anything. */
async function lived(spoil: Spoil): Promise<{ readonly wrong: string[]; how: string }> {
	const life = new Life(main, broker.port);
	const wrong: string[] = [];
	try {
		await life.begin(shim, spoil);
		const phase = spoil.key.split(" ").at(-1);
		let how = "was not reached";
		if (phase !== "start") {
			await until("it runs", () => life.over || (life.pump && connected(life)), WITHIN);
			life.phase("run");
		}
		if (phase !== "stop") {
			await until("it is reached", () => life.hit || life.over || (connected(life) && phase === "start"), WITHIN);
			how = await aftermath(life, wrong);
		}
		life.phase("stop");
		const { how: ended, took } = await life.stop();
		if (took > 5000) wrong.push(`took ${Math.round(took)} ms from SIGTERM to its end`);
		if (ended !== "0") await life.rest();
		if (life.pump) wrong.push(`ended by ${ended} and left the pump on`);
		if (life.kept() !== 11) wrong.push(`the setting that was kept is ${life.kept()}`);
		if (phase === "stop") how = life.hit ? "stop" : "was not reached";
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

it("any call that fails or hangs, once, ends in control or in rest, and a stop ends in 5 s", async () => {
	const keys = await listed();
	const only = process.env["FAULTS_ONLY"];
	const spoils = keys
		.flatMap((key): Spoil[] => [{ key, how: "fail" }, ...(canHang(key) ? [{ key, how: "hang" } as const] : [])])
		.filter(({ key, how }) => only === undefined || new RegExp(only).test(`${how} ${key}`));
	const results: string[] = [];
	const wrong: string[] = [];
	await Promise.all(
		(["fail", "hang"] as const).flatMap((kind) => {
			const queue = spoils.filter(({ how }) => how === kind);
			return Array.from({ length: AT_ONCE[kind] }, async () => {
				for (let spoil = queue.shift(); spoil !== undefined; spoil = queue.shift()) {
					const began = performance.now();
					const result = await lived(spoil);
					result.how += ` ${Math.round(performance.now() - began)} ms`;
					results.push(
						`${spoil.how} ${spoil.key}: ${result.how}${result.wrong.length > 0 ? ` WRONG ${result.wrong.join(" ").split("\n")[0]}` : ""}`,
					);
					wrong.push(...result.wrong.map((one) => `${spoil.how} ${spoil.key}: ${one}`));
					if (process.env["FAULTS_LIST"]) writeFileSync(process.env["FAULTS_LIST"], `${results.join("\n")}\n`);
				}
			});
		}),
	);
	console.log(`${keys.length} calls, ${spoils.length} lives\n${results.sort().join("\n")}`);
	expect(wrong).toEqual([]);
	expect(keys.length).toBeGreaterThan(80);
}, 1_500_000);

/** A socket that does not block never hangs its thread; what does not come is the business of `test/auth/outage`. */
const canHang = (key: string): boolean =>
	!/ (?:broker|http|data\/control\.sock) /.test(key) && !key.startsWith("fork ");
