import type { Layout } from "./layout.ts";

const KWH = 3.6e6;

/**
 * kWh since the start, of the whole house. What came in (absorbed, fire, heater) is what went out (draw, and each loss) and
 * the growth of `stored` and `loop`. Of one field and one tank, solar + heater - draw - loss is the growth of `stored`.
 */
export interface Energies {
	/** From the coils of fields into the tanks. */
	readonly solar_kwh: number;
	readonly heater_kwh: number;
	/** Drawn off, relative to the water main's temperature. */
	readonly draw_kwh: number;
	/** By which drawn water was colder than 45 °C. */
	readonly short_kwh: number;
	/** From the tanks to what is around them. */
	readonly loss_kwh: number;
	/** In the tanks above 0 °C, now. */
	readonly stored_kwh: number;
	/** Absorbed by the collectors; lost by collectors and pipes; in them, in stoves and in the fluid above 0 °C, now. */
	readonly absorbed_kwh: number;
	readonly collector_loss_kwh: number;
	readonly pipe_loss_kwh: number;
	readonly loop_kwh: number;
	/** From the fires of stoves; lost by stoves. */
	readonly fire_kwh: number;
	readonly stove_loss_kwh: number;
}

export function energiesOf({ fields, stoves, stores, branches, solar }: Layout): Energies {
	return {
		solar_kwh: sum(solar, ({ given }) => given) / KWH,
		heater_kwh: sum(stores.values(), ({ fromHeater }) => fromHeater) / KWH,
		draw_kwh: sum(stores.values(), ({ drawn }) => drawn) / KWH,
		short_kwh: sum(stores.values(), ({ short }) => short) / KWH,
		loss_kwh: sum(stores.values(), ({ lost }) => lost) / KWH,
		stored_kwh: sum(stores.values(), ({ heat }) => heat) / KWH,
		absorbed_kwh: sum(fields.values(), ({ collector }) => collector.absorbed) / KWH,
		collector_loss_kwh: sum(fields.values(), ({ collector }) => collector.lost) / KWH,
		pipe_loss_kwh: sum(branches.values(), ({ leaked }) => leaked) / KWH,
		loop_kwh: sum(branches.values(), ({ heat }) => heat) / KWH,
		fire_kwh: sum(stoves.values(), ({ burned }) => burned) / KWH,
		stove_loss_kwh: sum(stoves.values(), ({ lost }) => lost) / KWH,
	};
}

/** By how much each has grown. */
export const grown = (before: Energies, now: Energies): Energies => ({
	solar_kwh: now.solar_kwh - before.solar_kwh,
	heater_kwh: now.heater_kwh - before.heater_kwh,
	draw_kwh: now.draw_kwh - before.draw_kwh,
	short_kwh: now.short_kwh - before.short_kwh,
	loss_kwh: now.loss_kwh - before.loss_kwh,
	stored_kwh: now.stored_kwh - before.stored_kwh,
	absorbed_kwh: now.absorbed_kwh - before.absorbed_kwh,
	collector_loss_kwh: now.collector_loss_kwh - before.collector_loss_kwh,
	pipe_loss_kwh: now.pipe_loss_kwh - before.pipe_loss_kwh,
	loop_kwh: now.loop_kwh - before.loop_kwh,
	fire_kwh: now.fire_kwh - before.fire_kwh,
	stove_loss_kwh: now.stove_loss_kwh - before.stove_loss_kwh,
});

function sum<T>(all: Iterable<T>, of: (one: T) => number): number {
	let total = 0;
	for (const one of all) total += of(one);
	return total;
}
