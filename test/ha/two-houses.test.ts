import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Life, launcher } from "../e2e/launcher.ts";
import * as announced from "./announced.ts";
import { eventually } from "./eventually.ts";
import { House, INSTALLATION } from "./house.ts";
import { ownersOptions } from "./owners-options.ts";

const CABIN = "cabin234";
const PARTS = ["Collector", "Tank", "Ventilation", "Controller"];

/** A second app at the same broker, with the login of Home Assistant, which may say everything. */
class Cabin {
	readonly #folder = mkdtempSync(join(tmpdir(), "solar-cabin-"));
	#app: Life | undefined;

	start(port: number): void {
		const folder = join(this.#folder, "app");
		mkdirSync(folder);
		writeFileSync(join(folder, "installation-id"), CABIN);
		const login = { host: "127.0.0.1", port, username: "ha", password: "of-the-house" };
		const mqtt = { ...login, home_assistant_version: "2026.11", device_name: "Cabin", page_url: "http://cabin:8099" };
		const options = { ...ownersOptions(), mqtt, language: "en" };
		writeFileSync(join(folder, "options.json"), JSON.stringify(options), { mode: 0o600 });
		this.#app = launcher.start({ folder });
	}

	async end(): Promise<void> {
		const app = this.#app;
		if (app !== undefined && app.child.exitCode === null) {
			const ended = new Promise((resolve) => app.child.once("exit", resolve));
			app.signal("SIGTERM");
			await ended;
		}
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

let house: House;
const cabin = new Cabin();
const of = async (installation: string) =>
	(await house.entries()).filter(({ unique_id }) => unique_id.startsWith(`solar_heating_${installation}_`));

beforeAll(async () => {
	house = await House.open();
	house.core = "2026.11.0";
	house.start();
	await eventually(() => announced.expectAsDeclared(house), 60_000);
	cabin.start(house.broker.port);
	const { size } = announced.entities(house);
	await eventually(async () => expect(await of(CABIN)).toHaveLength(size), 60_000);
	await eventually(
		async () => expect((await house.states()).get("switch.solar_heating_pump_2")?.state).toBe("off"),
		30_000,
	);
});
afterAll(async () => {
	await cabin.end();
	await house?.close();
});

describe("two houses at one broker, in one Home Assistant", () => {
	it("are two devices with parts of their own, told apart by the name that the owner gave", async () => {
		const all = await house.resident.devices();
		const plants = all.filter(({ name }) => name === "Cabin" || name === "Solar Heating");
		expect(plants.map(({ name, serial_number }) => [name, serial_number]).sort()).toEqual([
			["Cabin", CABIN],
			["Solar Heating", INSTALLATION],
		]);
		for (const { id } of plants)
			expect(
				all
					.filter((one) => one.parent_device_id === id)
					.map(({ name }) => name)
					.sort(),
			).toEqual([...PARTS].sort());
		expect(plants.find(({ name }) => name === "Cabin")?.configuration_url).toBe("http://cabin:8099");
	});

	it("share no entity id, and the first keeps those that it had", async () => {
		const [ours, others] = [await of(INSTALLATION), await of(CABIN)].map((its) =>
			its.map(({ entity_id }) => entity_id),
		);
		expect(new Set([...(ours ?? []), ...(others ?? [])]).size).toBe((ours?.length ?? 0) + (others?.length ?? 0));
		expect(ours).toContain("switch.solar_heating_pump");
		expect(others).toContain("switch.solar_heating_pump_2");
	});

	it("obey one at a time", async () => {
		await house.resident.calls("switch.turn_on", { entity_id: "switch.solar_heating_pump_2" });
		const state = async (entity_id: string) => (await house.states()).get(entity_id)?.state;
		await eventually(async () => expect(await state("switch.solar_heating_pump_2")).toBe("on"), 30_000);
		const { outputs } = await house.plant();
		expect(outputs.find(({ id }) => id === "pump")?.because).not.toBe("held_on");
	});

	it("leave no line in the log, and nothing to repair", async () => {
		expect(await announced.complaints(house)).toEqual([]);
		expect(await announced.repairs(house)).toEqual([]);
	});
});
