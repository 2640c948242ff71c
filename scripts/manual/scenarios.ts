import { CHAPTERS } from "../../test/scenarios/index.ts";
import type { Scenario, Step } from "../../test/scenarios/scenario.ts";
import { table } from "./table.ts";

const HEAD = `# Control scenarios

What the controller does, as tables: temperatures over time, what becomes of the pump, and why. Written by \`npm run generate\` from
\`test/scenarios\`; the tests play every row with all rules. A row is a minute. A house has a collector, a tank with a sensor at its top,
a pump and a heater, and the default options unless a scenario names others. The chapters of known controllers use their
preset with the limits that their makers state. The codes of the reasons are those of \`explain --json\`.`;

/** The published suite as a page. */
export const scenariosPage = (): string =>
	`${[HEAD, ...CHAPTERS.map(({ title, scenarios }) => [`## ${title}`, table(["scenario", "inputs (°C)", "pump", "why"], scenarios.flatMap(rows))].join("\n\n"))].join("\n\n")}\n`;

const rows = ({ says, options = {}, steps }: Scenario): readonly (readonly string[])[] =>
	steps.map((one, nth) => [
		nth === 0 ? [says, ...Object.entries(options).map(([path, value]) => `\`${path}\`: ${value}`)].join("; ") : "",
		inputs(one),
		one.heater === undefined ? one.pump : `${one.pump}, heater ${one.heater}`,
		`\`${one.why}\``,
	]);

function inputs({ collector, tank, top, hold, mode }: Step): string {
	return [
		`collector ${collector}`,
		`tank ${tank}`,
		...(top === undefined ? [] : [`top ${top}`]),
		...(mode === undefined ? [] : [`mode ${mode}`]),
		...(hold === undefined ? [] : [`a person holds the ${hold[0]} ${hold[1]}`]),
	].join(", ");
}
