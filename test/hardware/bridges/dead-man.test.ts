import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "@jest/globals";
import type { Bridged, Contact } from "../../fakes/bridges/bridged.ts";
import { FakeEsphome } from "../../fakes/bridges/esphome.ts";
import { MqttLine, REAL_TIME } from "../../fakes/bridges/mqtt-line.ts";
import { FakeShelly } from "../../fakes/bridges/shelly.ts";
import { FakeTasmota } from "../../fakes/bridges/tasmota.ts";
import { FakeZigbeePlug } from "../../fakes/bridges/zigbee.ts";
import { type Mosquitto, startMosquitto } from "../../fakes/mosquitto.ts";
import { wireTo } from "./wire.ts";

/** Seconds of the devices' own timer; minutes in a house. */
const T = 3;
/** Seconds. The timers of this process may be late on a busy machine. */
const LATE = 1.5;
/** Of each kind. */
const MANY = 20;

type Make = (line: MqttLine, nth: number) => readonly [device: Bridged, contact: string, target: string];
const KINDS: readonly (readonly [kind: string, make: Make])[] = [
	["shelly", (line, n) => [new FakeShelly(line, REAL_TIME, `shelly-${n}`), "0", `shelly:shelly-${n}/0`]],
	[
		"esphome",
		(line, n) => [new FakeEsphome(line, REAL_TIME, `node-${n}`), "level/pump", `esphome:node-${n}/level/pump`],
	],
	["zigbee2mqtt", (line, n) => [new FakeZigbeePlug(line, REAL_TIME, `z/${n}`), "state", `zigbee2mqtt:z/${n}`]],
	["tasmota", (line, n) => [new FakeTasmota(line, REAL_TIME, `tasmota_${n}`), "1", `tasmota:tasmota_${n}/1`]],
];

interface House {
	readonly broker: Mosquitto;
	readonly app: ChildProcess;
	/** By kind. */
	readonly contacts: readonly (readonly [kind: string, contact: Contact])[];
	/** The network between the app and the broker: from now on nothing goes through, and no connection is closed. */
	cut(): void;
}

const opened: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of opened.splice(0).toReversed()) await close();
});

/** A broker, twenty devices of each kind, and the app, which has switched all of them on and renews them for a while. */
async function house(): Promise<House> {
	const broker = await startMosquitto({ allow_anonymous: true });
	opened.push(() => broker.stop());
	const lines: MqttLine[] = [];
	opened.push(() => Promise.all(lines.map((line) => line.close())));
	const made = KINDS.flatMap(([kind, make]) =>
		Array.from({ length: MANY }, (_, nth) => {
			const line = new MqttLine(`mqtt://127.0.0.1:${broker.port}`);
			lines.push(line);
			const [device, name, target] = make(line, nth);
			return { kind, target, contact: device.contact(name) };
		}),
	);
	await Promise.all(lines.map(({ ready }) => ready));
	const wire = await wireTo(broker.port);
	opened.push(wire.close);
	const targets = made.map(({ target }) => target);
	const script = new URL("controller.ts", import.meta.url).pathname;
	const app = spawn(process.execPath, [script, String(wire.port), String(T), ...targets], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	opened.push(() => app.kill("SIGKILL"));
	if (app.stdout === null) throw new TypeError("no output");
	const ended = once(app, "exit").then(() => Promise.reject(new Error("The controller ended.")));
	ended.catch(() => undefined);
	await Promise.race([once(app.stdout, "data"), ended]);
	// Longer than their own timers: so it is the renewals that keep them on.
	await until(() => made.every(({ contact }) => REAL_TIME.now() - (contact.history[0]?.at ?? 0) > 2 * T));
	const contacts = made.map(({ kind, contact }) => [kind, contact] as const);
	return { broker, app, contacts, cut: wire.cut };
}

async function until(holds: () => boolean): Promise<void> {
	for (let left = 60_000; !holds() && left > 0; left -= 20) await pause(20);
}

/** Each load was on without a gap until then, and when it went off: how many of each kind did in time. */
async function offInTime({ contacts }: House): Promise<Readonly<Record<string, number>>> {
	const began = REAL_TIME.now();
	expect(contacts.map(([, { history }]) => history.length)).toEqual(contacts.map(() => 1));
	await until(() => contacts.every(([, { load }]) => !load));
	const inTime = contacts.filter(([, { history }]) => {
		const last = history.at(-1);
		return last?.load === false && last.at - began <= T + LATE;
	});
	return Object.fromEntries(KINDS.map(([kind]) => [kind, inTime.filter(([of]) => of === kind).length]));
}

test.each<[string, (house: House) => unknown]>([
	["the app is killed", ({ app }) => app.kill("SIGKILL")],
	["the broker stops", ({ broker }) => broker.kill9()],
	["the network is cut", ({ cut }) => cut()],
])("twenty loads on each kind of device are off in time when %s: all of them", async (_, happens) => {
	const present = await house();
	await happens(present);
	expect(await offInTime(present)).toEqual({ shelly: MANY, esphome: MANY, zigbee2mqtt: MANY, tasmota: MANY });
});
