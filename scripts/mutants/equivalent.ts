import type { Mutant } from "./mutant.ts";

/** Changes after which the program does the same. They count neither as killed nor as survived. */
export interface Equivalent extends Pick<Mutant, "file" | "text" | "was" | "by"> {
	/** Where in the line, if not everywhere. */
	readonly column?: number;
	readonly why: string;
}

/** Every way to change a number that never counts. */
const number = (at: Pick<Equivalent, "file" | "text" | "column" | "why">, was = "0"): readonly Equivalent[] =>
	["1", "(-1)"].map((by) => ({ ...at, was, by }));

export const EQUIVALENT: readonly Equivalent[] = [
	...number({
		file: "src/checks/sensor-offset.ts",
		text: "const { sum = 0, count = 0, nights, found } = before;",
		why: "`at`, `sum` and `count` are set together, and without `at` nothing is closed.",
	}),
	{
		file: "src/checks/stuck-sensor.ts",
		text: "return { ...last, ...(sum > 0 && { charged: sum }), ...(found && { found }) };",
		...{ was: "0", by: "1" },
		why: "A look adds a minute or more, or nothing.",
	},
	...[33, 62].map((column) => ({
		file: "src/checks/swapped-sensors.ts",
		text: "if (!still || mark === undefined || before.tank === undefined || before.collector === undefined)",
		...{ column, was: "||", by: "&&" },
		why: "The moment of a mark and both temperatures are set together.",
	})),
	{
		file: "src/control/arbitrate.ts",
		text: "if (claims.length === 0) return unclaimed(output, idleness(on, output, idle));",
		...{ was: "0", by: "(-1)" },
		why: "A shortcut: what follows makes the same of no claims.",
	},
	{
		file: "src/control/decide.ts",
		text: "if (networks.length === 0) return { goals, circuits, routes: NO_ROUTES };",
		...{ was: "0", by: "(-1)" },
		why: "A shortcut: no networks have no routes.",
	},
	{
		file: "src/control/step.ts",
		text: "notices: decided.notices.length === 0 ? notices : [...notices, ...decided.notices],",
		...{ was: "0", by: "(-1)" },
		why: "A shortcut: nothing is added to a list.",
	},
	{
		file: "src/control/network/route.ts",
		text: "for (const pull of pulls) sum = sum * 3 + pull;",
		...{ was: "3", by: "4" },
		why: "Numbers to the base 4 are in the same order.",
	},
	{
		file: "src/control/machinery/level.ts",
		text: "const { level, kick = seconds(0), dead_band = NONE } = output;",
		...{ was: "0", by: "(-1)" },
		why: "A kick counts from 0 on.",
	},
	...number({
		file: "src/rules/heater/legionella.ts",
		text: "const next = 1 + (minutesUntil(times, { ...wall, minute_of_day: wall.minute_of_day + 1 }) ?? 0);",
		why: "With a last time there is a next one.",
	}),
	...number({
		file: "src/rules/charging/tube-kick.ts",
		text: "const free = circuits.filter((one) => fromField(one) && (states[one.index]?.most ?? 0) > 0);",
		column: 84,
		why: "Every circuit has a state.",
	}),
];

export const isEquivalent = (mutant: Mutant, all = EQUIVALENT): boolean =>
	all.some(
		({ file, text, was, by, column = mutant.column }) =>
			file === mutant.file &&
			text === mutant.text &&
			was === mutant.was &&
			by === mutant.by &&
			column === mutant.column,
	);

/** Entries whose code is not there any more. */
export const outdated = (mutants: readonly Mutant[], all = EQUIVALENT): readonly Equivalent[] =>
	all.filter((one) => !mutants.some((mutant) => isEquivalent(mutant, [one])));
