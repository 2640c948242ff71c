import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Counted } from "../counting/count.ts";
import { energyOf } from "./figures.ts";
import type { Loss } from "./tanks.ts";

/** What is told of energy, as plain data. What is not known is left out; a plant that tells nothing has no `energy`. */
export function energyJson(snapshot: Snapshot) {
	const { sun, circuits, heaters, tanks, gains, rates, recovery } = energyOf(snapshot);
	return {
		...(sun && {
			sun: { boundary: sun.boundary, ...metered(sun), ...(sun.heat && kwh(sun.heat)) },
		}),
		...(circuits.length > 0 && {
			circuits: circuits.map(({ id, boundary, flow, back, offset, heat, ...one }) => ({
				id,
				boundary,
				flow,
				...metered(one),
				...(heat && kwh(heat)),
				back_kwh: rounded(back, 3),
				...known("sensor_offset_k", offset, 2),
				...known("gain_k", gains[id], 1),
			})),
		}),
		...(heaters.length > 0 && {
			heaters: heaters.map(({ id, by, power, energy, uncertainty, unmeasured }) => ({
				...{ id, by },
				...known("power_w", power, 0),
				...known("uncertainty", uncertainty, 3),
				...(energy && kwh(energy)),
				unmeasured_s: unmeasured,
			})),
		}),
		...(tanks.length > 0 && {
			tanks: tanks.map(({ id, kwh: stored, usable, usable_at_least, stratification, lost, rose, ...more }) => ({
				id,
				...known("stored_kwh", stored, 2),
				...known("usable_l", usable, 0),
				usable_at_least_l: rounded(usable_at_least, 0),
				...known("stratification_k", stratification, 1),
				lost,
				...(rose && { rose: Object.fromEntries(Object.entries(rose).map(([source, one]) => [source, kwh(one)])) }),
				...(more.drawn_or_lost && { drawn_or_lost: kwh(more.drawn_or_lost) }),
				...(more.drawn && { drawn: { ...known("uncertainty", more.drawn_uncertainty, 3), ...kwh(more.drawn) } }),
				...(more.loss && { standing_loss: standingLoss(more.loss) }),
			})),
		}),
		...(Object.keys(rates).length > 0 && { rates_k_per_h: rates }),
		...(recovery && {
			heat_recovery: { ...known("supply", recovery.supply, 3), ...known("exhaust", recovery.exhaust, 3) },
		}),
	};
}
export type EnergyJson = ReturnType<typeof energyJson>;

const standingLoss = ({ w_per_k, heat, ...loss }: Loss) => ({
	boundary: "lost" as const,
	...metered(loss),
	...known("w_per_k", w_per_k, 2),
	...kwh(heat),
});

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
const known = <K extends string>(key: K, value: number | undefined, digits: number): { readonly [k in K]?: number } =>
	value === undefined ? {} : ({ [key]: rounded(value, digits) } as { readonly [k in K]?: number });

const metered = (one: {
	readonly power: number | undefined;
	readonly uncertainty: number | undefined;
	readonly unmeasured: number;
}) => ({
	...known("power_w", one.power, 0),
	...known("uncertainty", one.uncertainty, 3),
	unmeasured_s: one.unmeasured,
});

const kwh = ({ total, today, month, year, hours }: Counted) => ({
	...(hours && { hours_kwh: hours.map((one) => rounded(one, 3)) }),
	total_kwh: rounded(total, 3),
	...known("today_kwh", today, 3),
	...known("month_kwh", month, 3),
	...known("year_kwh", year, 3),
});

/** Nothing where nothing is told. */
export function energyIn(snapshot: Snapshot): { readonly energy?: EnergyJson } {
	const energy = energyJson(snapshot);
	return Object.keys(energy).length === 0 ? {} : { energy };
}
