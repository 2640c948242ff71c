import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { SimulateFlags } from "#cli/app/simulate/asked/asked.ts";
import { simulate } from "#cli/app/simulate/simulate.ts";
import { Desk } from "../../desk.ts";

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());

const FLAGS: SimulateFlags = { days: 2, from: 172, draws: "family", seed: 1, turn: 30 };
const run = (flags: Partial<SimulateFlags> = {}) => simulate(desk.machine(), { ...FLAGS, ...flags });
interface Result {
	readonly starts: number;
	readonly solar_kwh: number;
	readonly by_day: readonly { readonly solar_kwh: number; readonly starts: number }[];
	readonly compared?: Result;
	readonly [key: string]: unknown;
}
const result = (): Result => desk.lines().at(-1) as unknown as Result;

/** What scripts use (design of the command): these keys stay. */
const CONTRACT = ["solar_fraction", "solar_kwh", "heater_kwh", "draw_kwh", "loss_kwh", "starts", "pump_hours"];

describe("simulate", () => {
	it("prints what the plant came to, as JSON with the keys that scripts use", async () => {
		expect(await run({ json: true })).toBe(0);
		for (const key of CONTRACT) expect(typeof result()[key]).toBe("number");
		expect(result()).toMatchObject({ site: "stockholm", days: 2, from_day: 172, draws: "family" });
		expect(result().solar_kwh).toBeGreaterThan(5);
		const days = result().by_day;
		expect(days.reduce((sum, { solar_kwh }) => sum + solar_kwh, 0)).toBeCloseTo(result().solar_kwh, 9);
		expect(days.reduce((sum, { starts }) => sum + starts, 0)).toBe(result().starts);
		expect(Math.abs(Number(result()["balance_kwh"]))).toBeLessThan(1e-6);
	});

	it("is a table for people, in their language, and says that without options it is a usual plant", async () => {
		desk.env = { ...desk.env, LANG: "sv_SE.UTF-8" };
		expect(await run()).toBe(0);
		expect(desk.out).toContain("Stockholm, från 2026-06-21, antal dagar: 2; en styrcykel var 30 s.");
		expect(desk.out).toMatch(/solvärme till tanken +\d+ kWh/);
		expect(desk.err).toContain("--options FIL simulerar din");
	});

	it("takes the climate that is nearest to the options' latitude, unless a place is named", async () => {
		const options = { ...twoSensors(), site: { latitude: 47 } };
		desk.file("solar.json", options);
		expect(await run({ options: "solar.json", json: true, days: 1 })).toBe(0);
		expect(result()["site"]).toBe("davos");
		expect(await run({ options: "solar.json", json: true, days: 1, site: "athens" })).toBe(0);
		expect(result()["site"]).toBe("athens");
	});

	it("compares with changed options: those that the other file leaves out stay", async () => {
		desk.file("solar.json", { ...twoSensors(), tank_limit: { target: 40 } });
		desk.file("what.json", { tank_limit: { target: 70 } });
		expect(await run({ options: "solar.json", compare: "what.json", json: true, days: 4 })).toBe(0);
		const { solar_kwh, compared } = result();
		expect(compared?.solar_kwh).toBeGreaterThan(solar_kwh + 2);
		desk.file("same.json", {});
		expect(await run({ options: "solar.json", compare: "same.json", json: true })).toBe(0);
		expect(result().compared?.solar_kwh).toBe(result().solar_kwh);
	});

	it("writes a report that loads nothing and escapes what comes from a file", async () => {
		desk.file("faults.json", [{ fault: "pump_dead", of: "pump", from: 1, days: 1 }]);
		expect(await run({ html: "report.html", faults: "faults.json", compare: desk.file("what.json", {}) })).toBe(0);
		const html = readFileSync(`${desk.folder}/report.html`, "utf8");
		expect(html.match(/<svg /g)).toHaveLength(6);
		expect(html).not.toMatch(/<script|https?:|url\(|<link|NaN|undefined/);
		expect(html).toContain("pump_dead pump</code> from day 1 to 2<");
		expect(desk.out).toContain("Report: report.html");
	});

	it("injects faults by name and day", async () => {
		desk.file("faults.json", [{ fault: "pump_dead", from: 1, days: 1 }]);
		expect(await run({ faults: "faults.json", json: true, days: 3 })).toBe(0);
		const [first, second, third] = result().by_day.map(({ solar_kwh }) => solar_kwh);
		expect(first).toBeGreaterThan(3);
		expect(second).toBeCloseTo(0, 6);
		expect(third).toBeGreaterThan(3);
	});

	it("draws as the profile says: who draws nothing has no draw", async () => {
		expect(await run({ json: true, litres: 0 })).toBe(0);
		expect(result()["draw_kwh"]).toBe(0);
		const drawn = async (draws: SimulateFlags["draws"]) => {
			await run({ json: true, draws, days: 1 });
			return result()["draw_kwh"];
		};
		expect(await drawn("morning")).not.toBe(await drawn("evening"));
	});

	it("ends without a result when it is stopped", async () => {
		const running = run({ json: true, days: 365 });
		desk.stop();
		expect(await running).toBe(1);
		expect(desk.out).toBe("");
		expect(desk.err).toContain("interrupted");
	});

	it("shows its progress on a terminal only", async () => {
		expect(await simulate({ ...desk.machine(), terminal: true }, FLAGS)).toBe(0);
		expect(desk.err).toContain("█ 50 %".slice(-4));
		const told = desk.err;
		desk.err = "";
		await run();
		expect(desk.err).not.toContain("50 %");
		expect(told.endsWith("\u001b[K")).toBe(true);
	});
});

describe("simulate with something wrong", () => {
	test.each([
		["no JSON", "pump", "this is not JSON"],
		["no list", "{}", 'Write for example [{"fault":"pump_dead"'],
		["an unknown fault", '[{"fault": "pump_ded"}]', "entry 1: fault: Choose one of: pump_dead"],
		["an unknown field", '[{"fault": "pump_dead", "at": 3}]', "entry 1: at: "],
		["somebody else", '[{"fault": "pump_dead", "of": "x"}]', "entry 1: pump_dead cannot happen to x. There are: pump."],
		["no other sensor", '[{"fault": "sensors_swapped"}]', "needs the other sensor"],
		["an amount too many", '[{"fault": "pump_dead", "amount": 3}]', "has no amount"],
		["too large an amount", '[{"fault": "flow_low", "amount": 300}]', "is 0 to 100 %"],
	])("says of a list of faults with %s what to write", async (_, text, said) => {
		desk.file("faults.json", text);
		expect(await run({ faults: "faults.json" })).toBe(2);
		expect(desk.err).toContain("faults.json: ");
		expect(desk.err).toContain(said);
	});

	it("names the field of options that are wrong, also of those to compare with", async () => {
		desk.file("solar.json", twoSensors());
		desk.file("what.json", { solar_charging: { start_at: 400 } });
		expect(await run({ options: "solar.json", compare: "what.json" })).toBe(2);
		expect(desk.err).toContain("solar_charging.start_at");
		expect(await run({ compare: "nowhere.json" })).toBe(2);
		expect(desk.err).toContain("nowhere.json: There is no such file.");
	});

	it("needs something that moves heat", async () => {
		const { outputs: _, ...rest } = twoSensors();
		desk.file("solar.json", rest);
		expect(await run({ options: "solar.json" })).toBe(2);
		expect(desk.err).toContain("an output of role pump");
	});

	it("says where a report cannot be written", async () => {
		expect(await run({ html: "no/such/folder/r.html", days: 1 })).toBe(2);
		expect(desk.err).toContain("ENOENT");
	});
});

function twoSensors() {
	return {
		sensors: [
			{ id: "collector", role: "collector", source: "one_wire:28-0123456789a0" },
			{ id: "tank", role: "tank", source: "one_wire:28-0123456789a1" },
		],
		outputs: [{ id: "pump", role: "pump", target: "usb_relay:/dev/serial/by-id/board/1" }],
	};
}
