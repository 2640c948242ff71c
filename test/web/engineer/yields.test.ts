import { afterEach, describe, expect, it } from "@jest/globals";
import type { YieldsView } from "#web/engineer/yield/view.ts";
import { yieldsView } from "../../../src/app/page/engineer/yields.ts";
import { meteredPlant } from "../../fakes/heat-today.ts";
import { ownersPlant, turns } from "../../fakes/owners-plant.ts";
import { YIELDS } from "../../fakes/yields.ts";
import { ask } from "../ask.ts";
import { onStage, type Stage, SUNNY } from "../stage.ts";
import { stubOf } from "./stub.ts";

let stage: Stage;
afterEach(() => stage.close());
async function shown(view: YieldsView, language = "en"): Promise<string> {
	stage = await onStage({ engineer: stubOf({ yields: () => view }) });
	const { text } = await ask(`${stage.url}yield`, { "accept-language": language });
	return text.replaceAll("\u00a0", " ");
}
const cells = (html: string, title: string) =>
	[
		...(html.match(new RegExp(`<tr><th scope="row">${title}</th>(.*?)</tr>`))?.[1] ?? "").matchAll(/<td[^>]*>(.*?)</g),
	].map(([, text]) => text);

describe("expected and measured", () => {
	it("has each day as a bar with what was expected, and as a row", async () => {
		const html = await shown({ circuits: YIELDS.circuits.slice(0, 1) });
		expect(cells(html, "16 Sep")).toEqual(["5.2 kWh", "10.0 kWh", "52 %"]);
		const [wide = ""] = html.match(/<svg class="day wide.*?<\/svg>/s) ?? [];
		expect([wide.match(/class="bar sun"/g)?.length, wide.match(/class="expected/g)?.length]).toEqual([14, 12]);
		expect(wide.match(/class="usual"/g)).toHaveLength(12);
		expect(wide).toMatch(/aria-label="South roof: heat of the last 14 days\. On the 12 that can be compared, /);
	});

	it("says why nothing was expected, and never a number for it", async () => {
		const html = await shown({ circuits: YIELDS.circuits.slice(0, 1) });
		expect(cells(html, "8 Sep")).toEqual(["0.4 kWh", "It ran too little."]);
		expect(cells(html, "13 Sep")).toEqual(["2.2 kWh", "The light sensor gave no value."]);
	});

	it("has no band where nothing measures the light, and says what the line is", async () => {
		const html = await shown({ circuits: YIELDS.circuits.slice(1, 2) });
		expect(html).not.toContain('class="usual"');
		expect(html).toContain("There is no light sensor");
	});

	it("says what is missing: a meter, a day, a field", async () => {
		const none = await shown({ circuits: YIELDS.circuits.slice(2) }, "de");
		expect(none).toContain("noch kein Tag zu Ende gegangen");
		expect(none).toContain("full_flow angeben");
		await stage.close();
		expect(await shown({ circuits: [] }, "sv")).toContain("inget solfångarfält");
	});

	it("is made from what the check remembers, and nothing is told while that cannot be read", async () => {
		const plant = meteredPlant(ownersPlant);
		const [last] = turns([SUNNY], plant);
		const id = plant.circuits[0]?.id ?? "";
		if (last === undefined) throw new Error("no turn");
		const days = [
			{ day: "2026-09-05", kwh: 5, expected: 10, share: 0.5 },
			{ day: "2026-09-06", kwh: 0.2, why: "ran_little" },
		];
		const kept = { ...last, memories: { ...last.memories, [`yield_check@${id}`]: { days } } };
		const [view] = yieldsView(kept, "en").circuits;
		expect(view).toMatchObject({
			by: "own",
			days: [{ title: "Sat 5 Sept", label: "5", measured: 5, share: 0.5 }, { why: "ran_little" }],
		});
		const unread = { ...kept, findings: [{ code: "store_unread", severity: "warning", facts: {} } as const] };
		expect(yieldsView(unread, "en").circuits[0]?.days).toEqual([]);
		expect(yieldsView({ ...last, plant: ownersPlant }, "en").circuits[0]?.by).toBeUndefined();
		stage = await onStage();
	});
});
