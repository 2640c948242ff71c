import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { homeAssistant } from "#drivers/home-assistant/home-assistant.ts";
import type { Device, HomeAssistantPlace } from "#model/plant/device.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { TemplateApi } from "../../fakes/home-assistant/template-api.ts";

const TANK = "sensor.tank";
let home: TemplateApi;
let place: HomeAssistantPlace;
let now: number;
beforeEach(async () => {
	home = new TemplateApi();
	place = { url: await home.start(), token: home.token };
	now = 5000;
});
afterEach(() => home.stop());

const opened = (own: object = {}, where: HomeAssistantPlace | undefined = place, options: object = {}): Device => {
	const sensor = { id: "tank", role: "tank", source: `ha:${TANK}`, ...own };
	const parsed = parse({ sensors: [sensor, { id: "flow", role: "flow", source: "ha:sensor.flow" }] });
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	const ports = { tell: () => undefined, now: () => instant(now), plant: plantOf(parsed.options) };
	return homeAssistant.open("", [TANK, "sensor.flow"], homeAssistant.options.parse(options), {
		...ports,
		...(where && { home_assistant: where }),
	});
};
const read = async (device: Device, channel = TANK) => {
	const measured = await device.read(channel);
	return measured.kind === "value" ? measured.value : measured.fault.code;
};
/** Time passes for both. */
const pass = (by: number) => {
	now += by;
	home.clock += by;
};

describe("a sensor of Home Assistant", () => {
	it("has the state that is reported while the app looks, with its time", async () => {
		home.report(TANK, "57.9", { unit: "°C" });
		const device = opened();
		expect(await read(device)).toBe("only_stored");
		pass(8);
		home.report(TANK, "58.1", { unit: "°C" });
		pass(2);
		expect(await device.read(TANK)).toEqual({ kind: "value", value: 58.1, at: 5008, lasts: 300 });
	});

	it("that reports the same value again and again stays fresh, and is lost when it stops", async () => {
		const device = opened({ max_age: 60 });
		await read(device);
		for (let n = 0; n < 30; n++) {
			home.report(TANK, "57.9");
			pass(10);
			expect(await read(device)).toBe(n === 0 ? "only_stored" : 57.9);
		}
		pass(40);
		expect(await read(device)).toBe(57.9);
		pass(10);
		expect(await read(device)).toBe("stale");
	});

	test.each([
		["an hour back", -3600],
		["a year ahead", 31_536_000],
	])("is lost in time though Home Assistant's clock is set %s", async (_, jump) => {
		const device = opened();
		home.report(TANK, "57.9");
		await read(device);
		home.report(TANK, "58");
		pass(1);
		home.report(TANK, "58");
		expect(await read(device)).toBe(58);
		home.clock += jump;
		now += 299;
		expect(await read(device)).toBe(58);
		now += 2;
		expect(await read(device)).toBe("stale");
		home.report(TANK, "59");
		expect(await read(device)).toBe(59);
	});

	it.each(["unavailable", "unknown"])(
		"that is %s is a fault, and what comes first after it is not believed",
		async (word) => {
			const device = opened();
			home.report(TANK, "57.9");
			await read(device);
			pass(10);
			home.report(TANK, "57.9");
			expect(await read(device)).toBe(57.9);
			home.report(TANK, word);
			pass(10);
			expect(await read(device)).toBe("unavailable");
			home.report(TANK, "57.9");
			pass(10);
			expect(await read(device)).toBe("only_stored");
			home.report(TANK, "57.9");
			pass(10);
			expect(await read(device)).toBe(57.9);
		},
	);

	// home-assistant/core 177168
	it("that says 85 °C or 0 °C out of nowhere keeps its value before for its age limit", async () => {
		const device = opened({ max_age: 60 });
		home.report(TANK, "48");
		await read(device);
		pass(1);
		const seen: unknown[] = [];
		for (const [state, wait] of [
			["48.2", 10],
			["85.0", 10],
			["85.0", 30],
			["85.0", 30],
			["48.1", 10],
			["0", 10],
			["0", 10],
		] as const) {
			home.report(TANK, state);
			// It is asked for more often than it reports.
			await read(device);
			pass(wait);
			seen.push(await read(device));
		}
		expect(seen).toEqual([48.2, 48.2, 48.2, "power_on_value", 48.1, 48.1, 48.1]);
	});

	it("is not fresh by a restart of Home Assistant, which restores states as new reports", async () => {
		const device = opened();
		home.report(TANK, "57.9");
		await read(device);
		pass(10);
		home.report(TANK, "57.9");
		expect(await read(device)).toBe(57.9);
		home.answer = (response) => response.writeHead(502).end();
		pass(30);
		expect(await read(device)).toBe(57.9);
		home.answer = undefined;
		home.report(TANK, "57.9");
		pass(10);
		expect(await read(device)).toBe("only_stored");
	});

	it("is not fresh by a retained message that Home Assistant takes in again between two looks", async () => {
		const device = opened();
		for (let n = 0; n < 3; n++) {
			home.report(TANK, "57.9");
			await read(device);
			pass(10);
		}
		const { at } = { at: 0, ...(await device.read(TANK)) };
		// Its MQTT is reloaded, or its connection to the broker breaks: for a moment it is unavailable.
		home.report(TANK, "unavailable");
		home.report(TANK, "57.9");
		pass(10);
		expect(await device.read(TANK)).toMatchObject({ value: 57.9, at });
		pass(299 - (now - Number(at)));
		expect(await read(device)).toBe(57.9);
		pass(1);
		expect(await read(device)).toBe("stale");
		home.report(TANK, "57.9");
		expect(await read(device)).toBe(57.9);
	});

	it("that wavers between two looks stays fresh", async () => {
		const device = opened({ max_age: 60 });
		for (let n = 0; n < 60; n++) {
			for (const state of ["57.9", "58", "57.9", "57.9"]) {
				home.report(TANK, state);
				pass(2.5);
			}
			expect(await read(device)).toBe(n === 0 ? "only_stored" : 57.9);
		}
	});

	it("is converted from the unit that Home Assistant names, and another quantity is a fault", async () => {
		const device = opened();
		home.report("sensor.flow", "480", { unit: "L/h" });
		home.report(TANK, "142.52", { unit: "°F" });
		await Promise.all([read(device), read(device, "sensor.flow")]);
		expect(home.asked).toBe(1);
		pass(10);
		home.report("sensor.flow", "480", { unit: "L/h" });
		home.report(TANK, "142.52", { unit: "°F" });
		expect([await read(device), await read(device, "sensor.flow")]).toEqual([61.4, 8]);
		home.report(TANK, "142.52", { unit: "kWh" });
		expect(await read(device)).toBe("wrong_unit");
	});

	it("is refused where the app itself publishes it, and named where there is none", async () => {
		home.report(TANK, "57.9", { maker: "Solar Heating" });
		const device = opened();
		expect([await read(device), await read(device, "sensor.flow")]).toEqual(["own_entity", "no_entity"]);
	});

	it("does not age while the running time is moved forward", async () => {
		const device = opened();
		home.report(TANK, "57.9");
		await read(device);
		pass(5);
		home.report(TANK, "58");
		await read(device);
		now += 1000;
		device.shift?.(seconds(1000));
		expect(await read(device)).toBe(58);
	});
});

describe("Home Assistant", () => {
	const garbage = ["", "{", "[]", "null", '[{"id":1}]', "<html>login</html>", "x".repeat(300_000)];
	it.each(garbage)("that answers with anything else gives a fault: %#", async (body) => {
		home.answer = (response) => response.end(body);
		expect(["no_answer", "no_entity"]).toContain(await read(opened()));
	});

	it("that wants another token, or is not there, is a fault without the token in it", async () => {
		const wrong = await opened({}, { ...place, token: "wrong-token-xyz" }).read(TANK);
		expect(wrong).toEqual({ kind: "failed", fault: { code: "no_access", facts: { reason: "401" } } });
		const control = await opened({}, { ...place, token: "with\nnewline" }).read(TANK);
		expect(control).toMatchObject({ fault: { code: "no_answer", facts: { reason: "address" } } });
		expect(await read(opened({}, { url: "http://127.0.0.1:1", token: "t" }))).toBe("no_answer");
		const ports = { tell: () => undefined, now: () => instant(now) };
		expect(await read(homeAssistant.open("", [TANK], {}, ports))).toBe("no_access");
	});

	it("of the options is asked in place of the Supervisor", async () => {
		const device = opened({}, { url: "http://127.0.0.1:1", token: "t" }, { url: place.url, token: home.token });
		home.report(TANK, "57.9");
		expect(await read(device)).toBe("only_stored");
	});
});

describe("options", () => {
	const problems = (raw: object) => {
		const parsed = parse(raw);
		return parsed.kind === "invalid"
			? parsed.problems.map(({ path, value, remedy }) => [path, value, remedy.code])
			: [];
	};
	it.each(["Sensor.tank", "tank", "sensor.", "sensor.a b", "sensor.a/../b", "sensor.a'}}"])(
		"%j is no entity",
		(entity) => {
			expect(problems({ sensors: [{ id: "t", role: "tank", source: `ha:${entity}` }] })).toHaveLength(1);
		},
	);
	it("never show a token, and refuse an address with a login", () => {
		const found = problems({ home_assistant: { url: "http://u:p@ha.local", token: 4711 } });
		expect(found.map(([path, , code]) => [path, code])).toEqual([
			["home_assistant.url", "home_assistant_url"],
			["home_assistant.token", expect.any(String)],
		]);
		expect(JSON.stringify(found)).not.toContain("4711");
	});
});
