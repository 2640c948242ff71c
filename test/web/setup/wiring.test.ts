import { afterEach, describe, expect, test } from "@jest/globals";
import type { Finding } from "#model/findings/finding.ts";
import type { PlantFault } from "#simulation/faults/plant-fault.ts";
import type { SetupPort, SetupView } from "#web/setup/setup-view.ts";
import { findingsIn } from "../../checks/found.ts";
import { seen } from "../../fakes/owners-plant.ts";
import { ask } from "../ask.ts";
import { onStage, type Stage, SUNNY, withFindings } from "../stage.ts";

const VIEW: SetupView = {
	...{ step: "wiring", looking: false, boards: [], announced: "never", outputs: [], plan: [], wired: [], record: [] },
	...{ simulated: false, saves: true, restarting: false },
};
const setup: SetupPort = { view: () => VIEW, act: async () => undefined };
const acts = { isAdmin: async () => true, ask: async () => undefined };

let stage: Stage | undefined;
afterEach(() => stage?.close());
/** The rows of the screen, as a person reads them: what is looked for, and what is said of it. */
async function rows(findings: readonly Finding[], language: string): Promise<readonly string[]> {
	stage = await onStage({ snapshot: withFindings(seen(SUNNY), ...findings), setup, acts });
	const { text } = await ask(stage.url, { "x-remote-user-id": "0a1b", "accept-language": language });
	const [list = ""] = /<ul class="plan-rows checks">.*?<\/ul>/s.exec(text) ?? [];
	return [...list.matchAll(/<li class="(wrong)?">(.*?)<\/li>/gs)].flatMap(([, wrong, row = ""]) =>
		wrong === undefined ? [] : [row.replace(/<[^>]*>/g, "")],
	);
}

type Fault = Omit<PlantFault, "from">;
/** What is wired wrongly, what the guided path calls it, and how it is mended. */
const WRONG: readonly (readonly [string, Fault, number, Readonly<Record<string, readonly [string, string]>>])[] = [
	[
		"the contacts NC and NO",
		{ fault: "relay_inverted", of: "pump" },
		1,
		{
			en: ["The relay switches the load the right way round", "Exchange the wire from NC to NO"],
			sv: ["Reläet kopplar åt rätt håll", "Flytta ledningen från NC till NO"],
			de: ["Das Relais schaltet richtig herum", "von NC auf NO um"],
		},
	],
	[
		"the sensors of collector and tank",
		{ fault: "sensors_swapped", of: "roof", with: "store" },
		1,
		{
			en: ["Sensors on the right places", "Exchange their sources"],
			sv: ["Givarna sitter på rätt ställen", "Byt plats på deras källor"],
			de: ["Die Fühler sitzen an den richtigen Stellen", "Ihre Quellen tauschen"],
		},
	],
	[
		"the direction of the pump",
		{ fault: "flow_return_swapped" },
		1,
		{
			en: ["The pump pushes the right way round", "Look at the arrow on the pump"],
			sv: ["Pumpen trycker åt rätt håll", "Titta på pilen på pumpen"],
			de: ["Die Pumpe drückt in die richtige Richtung", "Pfeil auf der Pumpe"],
		},
	],
	[
		"no flow at all",
		{ fault: "pump_dead" },
		1,
		{
			en: ["The fluid moves", "Look at the pump, its fuse and its valves"],
			sv: ["Vätskan rör sig", "pumpen"],
			de: ["Die Flüssigkeit bewegt sich", "Pumpe"],
		},
	],
	[
		"a check valve that does not close",
		{ fault: "check_valve_leaks" },
		2,
		{
			en: ["The check valve closes", "Look at the check valve"],
			sv: ["Backventilen stänger", "backventilen"],
			de: ["Die Schwerkraftbremse schließt", "Schwerkraftbremse"],
		},
	],
];

describe("what is wired wrongly in a simulated plant", () => {
	test.each(WRONG)(
		"%s: the guided path finds it, and says how it is mended",
		async (_, fault, days, words) => {
			const findings = findingsIn({ days, faults: [{ ...fault, from: 2 * 3600 }] });
			for (const [language, [what, mend]] of Object.entries(words)) {
				const told = await rows(findings, language);
				expect(told.filter((row) => row.includes(what)).join(" ")).toContain(mend);
				await stage?.close();
			}
		},
		120_000,
	);

	test("nothing of a healthy one is called wrong", async () => {
		expect(await rows(findingsIn({ days: 2 }), "en")).toEqual([]);
	}, 120_000);
});
