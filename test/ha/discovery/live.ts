import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Treatment } from "ha-mqtt-discovery/home-assistant";
import mqtt from "mqtt";
import { HomeAssistant } from "../../fakes/home-assistant/process.ts";
import { type Entry, Resident } from "../../fakes/home-assistant/resident.ts";
import { startMosquitto } from "../../fakes/mosquitto.ts";
import { NUMBER, ONLINE } from "./components.ts";
import type { Probe } from "./schemas.ts";

/** What is seen of a message: its entities, and the words of the log. */
export interface Seen {
	readonly treatment: Treatment;
	readonly said: readonly string[];
}

const BATCH = 100;
/** ms. For a batch, and of quiet after the last. */
const PATIENCE = 15_000;
const QUIET = 2_000;
const LOGIN = { username: "ha", password: "of-the-house" };

/** Publishes all to a real Home Assistant at a real Mosquitto, and looks what becomes of each. */
export async function seenLive(probes: readonly Probe[]): Promise<ReadonlyMap<string, Seen>> {
	const folder = mkdtempSync(join(tmpdir(), "probes-"));
	const [broker, home] = await Promise.all([
		startMosquitto({ users: { ha: LOGIN.password } }),
		HomeAssistant.start({ folder }),
	]);
	const client = mqtt.connect({ host: broker.host, port: broker.port, ...LOGIN });
	try {
		const person = { name: "Owner", username: "owner", password: "a-long-password", language: "en" as const };
		const resident = await Resident.movesIn(home, person);
		await resident.connectsTo({ port: broker.port, ...LOGIN });
		await client.publishAsync(ONLINE, "online", { qos: 1, retain: true });
		await client.publishAsync(NUMBER, "1", { qos: 1, retain: true });
		const house = new Lookout(resident);
		for (let at = 0; at < probes.length; at += BATCH) {
			const batch = probes.slice(at, at + BATCH);
			await Promise.all(
				batch.map(({ topic, payload }) => client.publishAsync(topic, payload, { qos: 1, retain: true })),
			);
			await house.settled(batch);
		}
		await house.quiet();
		const seen = await house.look(probes);
		resident.leaves();
		return seen;
	} finally {
		await client.endAsync(true);
		await home.kill9();
		await broker.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

class Lookout {
	readonly #resident: Resident;
	constructor(resident: Resident) {
		this.#resident = resident;
	}

	/** Until there is something to be seen of each; what stays unseen is left to the judge. */
	async settled(probes: readonly Probe[]): Promise<void> {
		for (const from = performance.now(); performance.now() - from < PATIENCE; await pause(250)) {
			const seen = await this.look(probes);
			if (probes.every(({ mark, entities }) => entities === 0 || this.#known(seen.get(mark)))) return;
		}
	}

	/** Until the log has had no new line for a while. */
	async quiet(): Promise<void> {
		for (let before = ""; before !== this.#resident.home.log(); await pause(QUIET)) before = this.#resident.home.log();
	}

	async look(probes: readonly Probe[]): Promise<ReadonlyMap<string, Seen>> {
		const [entries, devices, states] = await Promise.all([
			this.#resident.entries(),
			this.#resident.devices(),
			this.#resident.states(),
		]);
		const shown = new Set(states.map(({ entity_id }) => entity_id));
		const names = new Map(devices.map(({ id, name }) => [id, name]));
		const lines = this.#resident.home.log().split(/^(?=\d{4}-\d\d-\d\d \d\d:)/m);
		const one = (probe: Probe): Seen => {
			const its = entries.filter(
				(entry) => entry.unique_id.includes(probe.mark) || names.get(entry.device_id ?? "") === probe.mark,
			);
			const there = its.filter((entry) => entry.disabled_by !== null || shown.has(entry.entity_id));
			const said = lines.filter((line) => line.includes(probe.mark));
			return { treatment: judged(probe, there, said), said };
		};
		return new Map(probes.map((probe) => [probe.mark, one(probe)]));
	}

	#known(seen: Seen | undefined) {
		return seen !== undefined && (seen.treatment !== "refused" || seen.said.length > 0);
	}
}

const judged = ({ entities, proposed }: Probe, there: readonly Entry[], said: readonly string[]): Treatment => {
	if (entities === 0 || there.length < entities) return "refused";
	if (proposed !== undefined && there.every(({ entity_id }) => entity_id !== proposed)) return "altered";
	return said.length > 0 ? "complained" : "taken";
};
