import type { Output, Plant } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import { outputName, reasonText } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";
import { known } from "#texts/say.ts";
import { stateText } from "#texts/states.ts";
import type { Band, Lane } from "#web/engineer/decisions-view.ts";
import { type Gap, withoutGaps } from "./gaps.ts";
import type { Tables } from "./recorded.ts";

/** Outputs for which there is room. */
const MOST = 12;
/** Bands of an output on a day; beyond that the last ones. */
const MOST_BANDS = 400;

/** What each output was to do over a time, and why, as it was recorded. */
export function lanesOf(
	plant: Plant,
	tables: Pick<Tables, "reasons" | "switched">,
	[from, until]: readonly [number, number],
	language: Language,
	gaps: readonly Gap[] = [],
): readonly Lane[] {
	const reasons = tables.reasons(from, until);
	const switched = tables.switched(from, until);
	return plant.outputs.slice(0, MOST).map((output) => {
		const own = reasons.filter((one) => one.output === output.id);
		const state = (want: number) => stateText(plant, output, percent(want), language);
		const told = own.map(
			({ at, want, code, rank, facts }): Begun => ({
				at,
				runs: want > 0,
				state: state(want),
				code,
				facts,
				text: known("reason", code) ? reasonText(plant, { code, facts }, language) : code,
				...(rank && { rank }),
			}),
		);
		// What an older release recorded says only whether it ran.
		const first = own[0]?.at ?? Number.POSITIVE_INFINITY;
		const bare = switched
			.filter((one) => one.output === output.id && one.at < first)
			.map(({ at, percent: did }): Begun => ({ at, runs: did > 0, state: state(did) }));
		return {
			...laneOf(output, plant, language),
			bands: withoutGaps(bandsOf([...bare, ...told], from, until), gaps).slice(-MOST_BANDS),
		};
	});
}

const laneOf = (output: Output, plant: Plant, language: Language) => ({
	id: output.id,
	name: outputName(plant, output, language),
	role: output.role,
});

type Begun = Omit<Band, "from" | "to"> & { readonly at: number };

/** From each beginning to the next one. */
function bandsOf(begun: readonly Begun[], from: number, until: number): readonly Band[] {
	const bands = begun.map(
		({ at, ...band }, n): Band => ({
			...band,
			from: Math.max(from, at),
			to: Math.min(until, begun[n + 1]?.at ?? until),
		}),
	);
	return bands.filter((band) => band.to > band.from);
}
