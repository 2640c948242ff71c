import type { Act, Course, Span } from "../../test/scenarios/course.ts";
import { CHAPTERS, COURSES } from "../../test/scenarios/index.ts";
import type { Scenario, Step } from "../../test/scenarios/scenario.ts";
import { table } from "./table.ts";

const HEAD = `# Control scenarios

What the controller does, as tables: temperatures over time, what becomes of the pump, and why. Written by \`npm run generate\` from
\`test/scenarios\`; the tests play every row with all rules. In the first chapters a house has a collector, a tank with a sensor
at its top, a pump and a heater, and the default options unless a scenario names others; a row is two turns, a minute apart. In
the later ones a row is a span of time: the sensors tell this for so long, and then it is so, or was so all the time. The chapters of
known controllers use their preset with the limits that their makers state. The codes of the reasons are those of
\`explain --json\`.`;

/** The published suite as a page. */
export const scenariosPage = (): string =>
	`${[
		HEAD,
		...CHAPTERS.map(({ title, scenarios }) =>
			chapter(title, table(["scenario", "inputs (°C)", "pump", "why"], scenarios.flatMap(rows))),
		),
		...COURSES.map(({ title, courses }) =>
			chapter(title, table(["scenario", "time", "inputs (°C)", "then", "why"], courses.flatMap(spans))),
		),
	].join("\n\n")}\n`;
const chapter = (title: string, of: string) => `## ${title}\n\n${of}`;

const spans = ({ says, with: chosen = {}, clock, running, spans: all }: Course): readonly (readonly string[])[] =>
	all.map((one, nth) => {
		const options = Object.entries(chosen).map(([path, value]) => `\`${path}\`: ${value}`);
		const begins = [
			...(clock === undefined ? [] : [`from ${clock}`]),
			...(running === undefined ? [] : [`the ${running} runs`]),
		];
		return [
			nth === 0 ? [says, ...options, ...begins].join("; ") : "",
			lasting(one.minutes),
			[...acts(one.act), ...Object.entries(one.told ?? {}).map(([id, value]) => `${id} ${value}`)].join(", "),
			then(one),
			`\`${one.why}\``,
		];
	});

const lasting = (minutes: number) =>
	minutes >= 1 ? `${Math.round(minutes * 10) / 10} min` : `${Math.round(minutes * 60)} s`;

function then({ is, throughout, coil, found }: Span): string {
	return [
		...Object.entries(is).map(([id, state]) => `${id} ${state}`),
		...(throughout ? ["all the time"] : []),
		...(coil === undefined ? [] : [`coil of the ${coil[0]} ${coil[1]}`]),
		...(found === undefined ? [] : [`found: \`${found}\``]),
	].join(", ");
}

function acts(act: Act | undefined): readonly string[] {
	if (act === undefined) return [];
	if ("restart" in act) return ["the app starts again"];
	if ("clock" in act) return [`the clock jumps by ${act.clock} min`];
	if ("mode" in act) return [`mode ${act.mode}`];
	if ("hold" in act) return [`a person holds the ${act.hold[0]} ${act.hold[1]}`];
	return [`\`${act.set[0]}\` is set to ${act.set[1]}${act.refused ? ": refused" : ""}`];
}

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
