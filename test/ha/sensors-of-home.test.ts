import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { homeAssistant } from "#drivers/home-assistant/home-assistant.ts";
import { instant } from "#model/quantities/units.ts";
import { NEWEST, OLDEST } from "../../scripts/home-assistant/place.ts";
import { HomeAssistant } from "../fakes/home-assistant/process.ts";
import { Resident } from "../fakes/home-assistant/resident.ts";

describe.each([OLDEST, NEWEST])("sensors of Home Assistant $version", (release) => {
	const folder = mkdtempSync(join(tmpdir(), "solar-ha-sensors-"));
	let home: HomeAssistant;
	let resident: Resident;
	beforeAll(async () => {
		home = await HomeAssistant.start({ folder, language: "en", release });
		resident = await Resident.movesIn(home, { name: "O", username: "o", password: "a-long-password", language: "en" });
	});
	afterAll(async () => {
		await home.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	// #same-value-is-fresh
	it("are fresh while they are reported, also without a change", async () => {
		const started = performance.now();
		const ports = { tell: () => undefined, now: () => instant((performance.now() - started) / 1000) };
		const options = { url: home.url, token: resident.tokens.access_token };
		const device = homeAssistant.open("", ["sensor.tank", "sensor.none"], options, ports);
		const report = async () => {
			const headers = { authorization: `Bearer ${options.token}`, "content-type": "application/json" };
			const body = JSON.stringify({ state: "57.9", attributes: { unit_of_measurement: "°C" } });
			const answer = await fetch(`${home.url}/api/states/sensor.tank`, { method: "POST", headers, body });
			expect(answer.ok).toBe(true);
		};
		await report();
		expect(await device.read("sensor.tank")).toMatchObject({ fault: { code: "only_stored" } });
		const times: number[] = [];
		for (let n = 0; n < 3; n++) {
			await report();
			const measured = await device.read("sensor.tank");
			expect(measured).toMatchObject({ kind: "value", value: 57.9 });
			times.push(measured.kind === "value" ? Number(measured.at) : 0);
		}
		expect(times.toSorted((a, b) => a - b)).toEqual(times);
		expect(new Set(times).size).toBe(3);
		expect(await device.read("sensor.none")).toMatchObject({ fault: { code: "no_entity" } });
	});
});
