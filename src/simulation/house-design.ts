import type { SiteDesign } from "./design.ts";
import type { Fluid } from "./flow/fluid.ts";
import type { PipeDesign } from "./flow/pipe.ts";
import type { CollectorType } from "./heat/collector.ts";
import type { DrawProfile } from "./store/draw-off.ts";
import type { RecordedYear } from "./weather/recorded.ts";

/** A collector field. */
export interface FieldDesign {
	readonly id: string;
	/** m². */
	readonly area: number;
	/** Degrees from level. Default: usual in the climate. */
	readonly slope?: number;
	/** Degrees from the equator to the west; a field that faces east has -90. */
	readonly turned?: number;
	readonly collector: CollectorType;
	/** L/h per m² at full speed. */
	readonly flow: number;
}

/** A wood stove with a water jacket. */
export interface StoveDesign {
	readonly id: string;
	/** W to the water while it burns. */
	readonly power: number;
	/** °C of a boiler that keeps itself warm: it burns below the first until it reaches the second. */
	readonly keeps?: readonly [from: number, to: number];
	/** Each fire of a day, or when a boiler may burn: the hour of solar time at which it begins, and how many hours it lasts. */
	readonly fires: readonly (readonly [hour: number, hours: number])[];
}

/** A tank, or a pool, which is one out of doors. */
export interface StoreDesign {
	readonly id: string;
	/** L. */
	readonly volume: number;
	/** m. */
	readonly height: number;
	/** W/K to what is around it. */
	readonly leak: number;
	/** It stands outdoors and not in the cellar. */
	readonly outdoors?: boolean;
	/** °C at the start. */
	readonly bottom: number;
	readonly top: number;
	/** L of hot water per day, at the tap. */
	readonly daily_draw: number;
	/** When the household draws it. Default: a family's day. */
	readonly profile?: DrawProfile;
}

export interface HeaterDesign {
	readonly id: string;
	/** The store that it heats. */
	readonly of: string;
	/** W. */
	readonly power: number;
}

/** A circuit: from a field, stove or store to a store, while its pump runs and its valves stand so. */
export interface LineDesign {
	readonly id: string;
	readonly from: string;
	readonly to: string;
	readonly pump: string;
	readonly valves: readonly { readonly valve: string; readonly position: number }[];
	/** It heats its store by a plate exchanger beside it, with a second pump that runs with the first. */
	readonly plate?: true;
}

export interface ValveDesign {
	readonly id: string;
	/** Seconds from one end to the other. */
	readonly travel: number;
}

/** A house of any parts. All ids of parts differ, and all ids of pumps, valves and heaters. */
export interface HouseDesign extends SiteDesign {
	readonly pipe: PipeDesign;
	/** Weather from a file, in place of the climate's. */
	readonly recorded?: RecordedYear;
	/** In the pipes. Default: 40 % propylene glycol as one number. */
	readonly fluid?: Fluid;
	/** Seconds from a command until the contact of a pump or heater moves. Default: 0. */
	readonly relay_lag?: number;
	readonly fields: readonly FieldDesign[];
	readonly stoves: readonly StoveDesign[];
	readonly stores: readonly StoreDesign[];
	readonly heaters: readonly HeaterDesign[];
	readonly valves: readonly ValveDesign[];
	readonly lines: readonly LineDesign[];
}
