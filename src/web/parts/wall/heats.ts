import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";

/** Heat or electricity from one source in a time. */
export interface Heat {
	readonly id: string;
	readonly kind: "sun" | "heater" | "fire";
	readonly name: string;
	/** Absent where it is not known. */
	readonly kwh?: number;
	/** Of today, in kWh by the hours of the local clock, from midnight on; as far as it is known. */
	readonly hours?: readonly number[];
}
type Period = "today_kwh" | "month_kwh" | "year_kwh";

/** The sun, each stove or boiler that is measured, each heater. */
export function heatsOf(
	{ word }: RenderContext,
	{ energy, parts, circuits, outputs }: View,
	period: Period,
): readonly Heat[] {
	if (energy === undefined) return [];
	const kwh = (value: number | undefined) => (value === undefined ? {} : { kwh: value });
	const byHour = (one: { readonly hours_kwh?: readonly number[] }) =>
		period === "today_kwh" && one.hours_kwh ? { hours: one.hours_kwh } : {};
	const sun = energy.sun;
	const fires = parts.filter(({ kind }) => kind === "source");
	return [
		...(sun === undefined
			? []
			: [{ id: "sun", kind: "sun" as const, name: word("heat_sun"), ...kwh(sun[period]), ...byHour(sun) }]),
		...fires.flatMap(({ id, name }) => {
			const its = (energy.circuits ?? []).filter((one) => circuits.some((c) => c.id === one.id && c.from === id));
			if (its.length === 0) return [];
			const all = its.map((one) => one[period]);
			const known = all.every((one) => one !== undefined);
			const sum = all.reduce<number>((total, one) => total + (one ?? 0), 0);
			return [{ id, kind: "fire" as const, name, ...(known && { kwh: sum }), ...byHour(joined(its)) }];
		}),
		...(energy.heaters ?? []).map((one) => {
			const name = outputs.find(({ id }) => id === one.id)?.name ?? one.id;
			return { id: one.id, kind: "heater" as const, name, ...kwh(one[period]), ...byHour(one) };
		}),
	];
}

/** Several circuits of one source, hour by hour. */
function joined(all: readonly { readonly hours_kwh?: readonly number[] }[]) {
	const known = all.flatMap(({ hours_kwh }) => (hours_kwh === undefined ? [] : [hours_kwh]));
	if (known.length === 0) return {};
	const length = Math.max(...known.map((hours) => hours.length));
	return {
		hours_kwh: Array.from({ length }, (_, hour) => known.reduce((sum, hours) => sum + (hours[hour] ?? 0), 0)),
	};
}
