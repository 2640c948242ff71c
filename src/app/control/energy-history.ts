import { countsOf } from "#energy/figures/counts.ts";
import { daysNow, type EnergyPeriod, periodsOf, STEPS, type Step } from "#energy/figures/periods.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import type { Store } from "#store/store-contract.ts";

export interface EnergyQuery {
	/** ISO dates in the house's time zone, `to` excluded. */
	readonly from: string;
	readonly to: string;
	readonly step: Step;
}

/** A question from outside. What is missing or unknown in it asks for every day. */
export function energyQuery(asked: unknown): EnergyQuery {
	const date = (key: string, otherwise: string) => {
		const said = fieldOf(asked, key);
		return typeof said === "string" ? said : otherwise;
	};
	const said = fieldOf(asked, "step");
	const step = STEPS.find((one) => one === said) ?? "day";
	return { from: date("from", "0000-00-00"), to: date("to", "9999-99-99"), step };
}

/**
 * kWh by source and by day, month or year: the days that ended, from the history, and today from the counters. Days, months and years
 * in which nothing was counted are missing. It reads a row for each day and counter, which is about 5,000 a year.
 */
export function energyHistory(
	history: Pick<Store["history"], "energyDays">,
	snapshot: Snapshot,
	{ from, to, step }: EnergyQuery,
): readonly EnergyPeriod[] {
	const now = daysNow(countsOf(snapshot)).filter(({ day }) => day >= from && day < to);
	return periodsOf([...history.energyDays(from, to), ...now], step);
}
