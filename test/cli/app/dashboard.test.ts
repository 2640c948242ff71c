import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { main } from "#cli/program.ts";
import { keepEntityIds } from "#store/files/entity-ids.ts";
import { cardScript } from "#web/card-script.ts";
import { Desk } from "../desk.ts";

const OWNERS = JSON.parse(readFileSync(join(import.meta.dirname, "../../../examples/options.owner.json"), "utf8"));

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());

const typed = (options: object, ...more: readonly string[]) => {
	const file = desk.file("solar.json", options);
	return main({ ...desk.machine(), argv: ["dashboard", "--options", file, "--data", desk.data, ...more] });
};

describe("`dashboard`", () => {
	it("prints YAML in the language of the house, with how to paste it, and starts nothing", async () => {
		expect(await typed(OWNERS)).toBe(0);
		expect(desk.err).toBe("");
		expect(desk.out).toMatch(/^# I Home Assistant: Inställningar > Kontrollpaneler/);
		expect(desk.out).toContain("heading: Just nu");
		expect(desk.out).toContain("name: Solfångare");
		const { views } = parse(desk.out);
		expect(views).toHaveLength(1);
		expect(views[0]).toMatchObject({ type: "sections", path: "solar-heating" });
	});

	it("prints the same as JSON", async () => {
		await typed({ ...OWNERS, language: "de" }, "--json");
		const json = JSON.parse(desk.out);
		desk.out = "";
		await typed({ ...OWNERS, language: "de" });
		expect(parse(desk.out)).toEqual(json);
		expect(desk.out).toContain("heading: Kollektoren und Kreise");
	});

	it("follows the ids that `import` found, and the release of Home Assistant", async () => {
		desk.file("data/x", "");
		keepEntityIds(desk.data, { "sensor/collector_temperature": "sensor.solfangare_t1" });
		await typed({ ...OWNERS, mqtt: { ...OWNERS.mqtt, home_assistant_version: "2026.11.0" } });
		expect(desk.out).toContain("entity: sensor.solfangare_t1");
		expect(desk.out).toContain("entity: date.solar_heating_holiday_until");
		desk.out = "";
		await typed({ ...OWNERS, mqtt: { ...OWNERS.mqtt, home_assistant_version: "2025.11.0" } });
		expect(desk.out).toContain("entity: text.solar_heating_holiday_until");
	});

	it("writes the script of the card that a build has made, uses the card, and says how to install it", async () => {
		const made = cardScript();
		const file = join(desk.folder, "card.js");
		const code = await typed({ ...OWNERS, language: "en" }, "--card", file);
		expect([code, desk.err]).toEqual(made === undefined ? [1, expect.stringContaining("npm run build")] : [0, ""]);
		expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(made);
		if (made !== undefined)
			expect(desk.out).toMatch(/\/local\/solar-heating-card\.js\?v=[\s\S]*custom:solar-heating-card/);
	});

	it("says what is wrong with the options, and prints no dashboard", async () => {
		expect(await typed({ ...OWNERS, outputs: [{ id: "pump", role: "lamp", target: "simulated:pump" }] })).toBe(2);
		expect(desk.out).toBe("");
		expect(desk.err).toContain("outputs[0].role");
	});
});
