import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { main } from "#cli/program.ts";
import { CANARY, Desk } from "../desk.ts";

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());

const run = (...argv: readonly string[]) => {
	desk.out = "";
	desk.err = "";
	return main({ ...desk.machine(), argv: ["options", ...argv, "--data", desk.data] });
};
const own = () => JSON.parse(readFileSync(join(desk.data, "own-options.json"), "utf8")).options;

describe("solar-heating options", () => {
	it("shows what is set and where, and no secret", async () => {
		const file = desk.file("solar.json", {
			language: "en",
			mqtt: { username: "solar", password: CANARY },
			sensors: [],
		});
		desk.file("data/own-options.json", { version: 1, options: { tank_limit: { target: 60 } } });
		expect(await run("--options", file)).toBe(0);
		expect(desk.out).toBe(
			[
				'language = "en"  (options file)',
				'mqtt.username = "solar"  (options file)',
				'mqtt.password = "[redacted]"  (options file)',
				"sensors = []  (options file)",
				"tank_limit.target = 60  (the app's own)",
				"Everything else has its default.",
				"",
			].join("\n"),
		);
		expect(await run("--options", file, "--json")).toBe(0);
		expect(JSON.parse(desk.out)).toMatchObject({ own: { tank_limit: { target: 60 } }, place: "file", restart: false });
		expect(desk.out).not.toContain(CANARY);
	});

	it("sets a number, a text, a list, and goes back to the default", async () => {
		for (const [key, value] of [
			["tank_limit.target", "60"],
			["preset", "sorel"],
			["night_cooling.enabled", "true"],
			["tanks", '[{"id": "buffer"}]'],
		] as const)
			expect([await run("set", key, value), desk.err]).toEqual([0, ""]);
		expect(desk.out).toBe("tanks is saved, and takes effect when the app is restarted.\n");
		expect(own()).toEqual({
			...{ tank_limit: { target: 60 }, preset: "sorel", night_cooling: { enabled: true }, tanks: [{ id: "buffer" }] },
		});
		expect(await run("set", "tank_limit.target", "null")).toBe(0);
		expect(own()).not.toHaveProperty("tank_limit");
	});

	it("refuses what a start would refuse, in the language of the terminal", async () => {
		desk.env = { ...desk.env, LANG: "de_DE.UTF-8" };
		expect(await run("set", "tank_limit.hysteresis", "200")).toBe(1);
		expect(desk.err).toBe("tank_limit.hysteresis: 200. 20 K oder weniger angeben.\n");
		expect(await run("set", "no_such.thing", "1")).toBe(1);
		expect(desk.err).toContain("no_such");
	});

	it("checks what is saved", async () => {
		expect(await run("check")).toBe(0);
		expect(desk.out).toBe("The next start accepts these options.\n");
		const file = desk.file("solar.json", { tank: { volume: 1 } });
		expect(await run("check", "--options", file)).toBe(1);
		expect(desk.err).toBe("tank.volume: 1. Give 20 L or more.\n");
		expect(await run("check", "--options", file, "--json")).toBe(1);
		expect(JSON.parse(desk.out)).toMatchObject({ problems: [{ path: "tank.volume", code: "too_small" }] });
	});
});
