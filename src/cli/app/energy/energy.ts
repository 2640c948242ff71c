import { namedIn } from "#app/answers/retold.ts";
import type { Plain } from "#app/answers/snapshot-json.ts";
import type { EnergyQuery } from "#app/control/energy-history.ts";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { complain, FINE, type Machine, notFine, print, USAGE } from "#app/machine.ts";
import { languageBy, notRunning, remarksIn, whyWord } from "#app/words.ts";
import type { EnergyPeriod } from "#energy/figures/periods.ts";
import { seconds } from "#model/quantities/units.ts";
import { remark } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import type { Language } from "#texts/say.ts";
import { figuresIn, nowTable } from "./now.ts";
import { periodCsv, periodTable } from "./periods.ts";

type Flags = SourceFlags & {
	readonly days?: number;
	readonly months?: boolean;
	readonly years?: boolean;
	readonly csv?: boolean;
	readonly json?: boolean;
};

const PATIENCE = seconds(10);
/** Before and after every day that is kept. */
const EVER = { from: "0000-00-00", to: "9999-99-99" };
/** Days of a table of which no other number is said. */
const DAYS = 31;

/** Heat and electricity by source: now, today, this month, this year and in total; or day by day, by month, by year. */
export async function energy(machine: Machine, flags: Flags): Promise<number> {
	const folder = folderOf(machine, flags);
	const language = languageBy(machine, flags);
	const { days, months, years, csv, json } = flags;
	if ([days, months, years].filter((one) => one !== undefined).length > 1) {
		complain(machine, remarksIn(language)(remark("energy_one_of")));
		return USAGE;
	}
	const ask = async (request: string, argument?: unknown) => {
		const asked = await askControl(folder, request, argument, PATIENCE);
		if (asked.kind === "answer") return { value: asked.value };
		return { why: asked.kind === "not_running" ? notRunning(language, folder) : whyWord(language, asked.why) };
	};
	const { value, why } = await ask("snapshot");
	if (why !== undefined) return notFine(machine, why);
	const snapshot = value as Plain;
	if (days === undefined && !months && !years && !csv) {
		if (json) print(machine, JSON.stringify(snapshot.energy ?? {}));
		else for (const line of figuresTold(snapshot, language)) print(machine, line);
		return FINE;
	}
	const told = await ask("energy", queryOf(flags, snapshot));
	if (told.why !== undefined) return notFine(machine, told.why);
	const periods = told.value as readonly EnergyPeriod[];
	const lines = json ? [JSON.stringify(periods)] : csv ? periodCsv(periods) : periodsTold(periods, snapshot, language);
	for (const line of lines) print(machine, line);
	return FINE;
}

function queryOf({ days = DAYS, months, years }: Flags, { wall }: Plain): EnergyQuery {
	if (years) return { ...EVER, step: "year" };
	if (months) return { ...EVER, step: "month" };
	// Without a clock nobody knows which days were the last.
	const from = wall.trusted ? daysBefore(wall.date, Math.floor(days) - 1) : EVER.from;
	return { ...EVER, from, step: "day" };
}

const DAY = 86_400_000;
const daysBefore = (date: string, days: number): string =>
	new Date(Date.parse(`${date}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);

function figuresTold(snapshot: Plain, language: Language): readonly string[] {
	const figures = figuresIn(snapshot);
	if (figures.length === 0) return [remarksIn(language)(remark("energy_none"))];
	return nowTable(figures, namedIn(snapshot), language);
}

const periodsTold = (periods: readonly EnergyPeriod[], snapshot: Plain, language: Language): readonly string[] =>
	periods.length === 0
		? [remarksIn(language)(remark("energy_nothing"))]
		: periodTable(periods, namedIn(snapshot), language);
