import { describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { type AnyRule, rule, silent } from "#control/rule.ts";
import { isTank } from "#model/plant/circuit.ts";
import { emptyPlant } from "#model/plant/plant.ts";
import { timeWindows } from "#model/quantities/fields.ts";
import * as registry from "#rules/index.ts";
import { settingFields, settingFieldsIn, unseenIn } from "#rules/settings.ts";
import { fakePlant } from "../fakes/plant.ts";

const options = z.object({
	enabled: z.boolean().default(false),
	when: timeWindows().default("always"),
	kind: z.enum(["one", "two"]).default("one"),
});
const made = (id: string, more: Partial<AnyRule>): AnyRule => ({
	...rule({ id, per: "plant", needs: {}, options, memory: z.object({}), propose: (_, __, memory) => silent(memory) }),
	...more,
});
const wired = made("wired", { per: "part", where: (at) => isTank(at as never), needs: { tank: (at: never) => at } });
const unwired = made("unwired", { needs: { flow: () => undefined } });
const nowhere = made("nowhere", { per: "output", where: ({ id }: never) => id === "gone" });
const rules = [wired, unwired, nowhere];
const pathsOf = (fields: ReturnType<typeof settingFields>) => fields.map(({ path }) => path);

describe("the settings of a rule", () => {
	it("are shown where all that it needs is wired, at one of its places at least", () => {
		const own = ["wired.enabled", "wired.when", "wired.kind"];
		expect(pathsOf(settingFieldsIn(fakePlant(), rules))).toEqual(own);
		expect(settingFieldsIn(emptyPlant(), rules)).toEqual([]);
		expect(settingFields(rules)).toHaveLength(9);
	});

	it("are shown in every plant where they were before, because their ids stay", () => {
		const before = ["boil_stop", "collector_cooling", "flow_control", "manual", "night_cooling"];
		const shown = new Set(settingFieldsIn(emptyPlant()).map(({ rule: id }) => id));
		expect([...shown]).toEqual([...before, "solar_charging", "tank_limit"]);
	});

	it("need not be seen while the function is off, except what switches it on", () => {
		const off = { wired: { enabled: false }, unwired: { enabled: true }, nowhere: { mode: "off" } };
		const moded = made("nowhere", { options: z.object({ mode: z.enum(["off", "on"]), when: timeWindows() }) });
		expect(unseenIn(off, [wired, unwired, moded])).toEqual(["wired.when", "wired.kind", "nowhere.when"]);
	});

	it("of functions that were there before stay enabled, also while they are off", () => {
		const settings = Object.fromEntries(Object.values(registry).map((r) => [r.id, r.options.parse({})]));
		const before = unseenIn(settings).filter((path) => path.startsWith("night_cooling."));
		expect([settings["night_cooling"], before]).toEqual([expect.objectContaining({ enabled: false }), []]);
	});

	it("that are texts and choices have their length and their choices", () => {
		const told = { example: "mo-fr 06:00-08:00, sa 08:00-10:00", fits: expect.any(Function) };
		expect(settingFields([wired]).slice(1)).toEqual([
			{ rule: "wired", field: "when", path: "wired.when", kind: "text", longest: 255, ...told },
			{ rule: "wired", field: "kind", path: "wired.kind", kind: "choice", choices: ["one", "two"] },
		]);
	});
});
