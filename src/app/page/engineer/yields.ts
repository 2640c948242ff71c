import { yieldsOf } from "#energy/figures/yields.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { circuitName } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";
import type { YieldsView } from "#web/engineer/yield/view.ts";
import { dateWriter } from "#web/history/dates.ts";

/** What was expected of each collector field's circuit, and what it gave. */
export function yieldsView(snapshot: Snapshot, language: Language): YieldsView {
	const write = dateWriter(language);
	return {
		circuits: yieldsOf(snapshot).map(({ circuit, by, usual, days }) => ({
			id: circuit.id,
			name: circuitName(snapshot.plant, circuit, language),
			by,
			usual,
			days: days.map(({ day, kwh, ...more }) => ({
				title: write.short(day),
				label: write.day(day),
				measured: kwh,
				...more,
			})),
		})),
	};
}
