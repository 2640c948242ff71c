import type {
	Bar,
	Celsius,
	KilowattHours,
	Litres,
	LitresPerMinute,
	Percent,
	RelativeHumidity,
	Watts,
	WattsPerSquareMetre,
} from "./units.ts";

/** What sensors measure, and the type of its values. */
export interface Values {
	readonly temperature: Celsius;
	readonly flow: LitresPerMinute;
	readonly volume: Litres;
	readonly pressure: Bar;
	readonly irradiance: WattsPerSquareMetre;
	readonly power: Watts;
	readonly energy: KilowattHours;
	readonly humidity: RelativeHumidity;
	/** How far another controller drives a pump or valve. */
	readonly speed: Percent;
	/** 1 is closed, 0 is open. */
	readonly contact: number;
	/** Counted since the counter was made, or since it last began again at 0. */
	readonly pulses: number;
	/** Per kWh, in the currency of the house. */
	readonly price: number;
}
export type Quantity = keyof Values;

/** Possible values, in the unit of the quantity. A value outside means that the sensor is broken. */
export interface Range {
	readonly low: number;
	readonly high: number;
}
/** Written so that NaN is outside. */
export const isIn = ({ low, high }: Range, value: number): boolean => value >= low && value <= high;

/** What is said about each quantity, and from when on a change is worth a notice. */
export interface Kind {
	/** As people read it. Empty where there is none. */
	readonly unit: string;
	/** Decimals that people read. */
	readonly digits: number;
	/** The widest range that any sensor of this quantity may report. */
	readonly range: Range;
	/**
	 * A change by more than `jump`, at more than `rate` per second, is worth a notice. Absent where quick changes are normal:
	 * flow, pressure and power change in a moment when a pump starts, irradiance does behind a cloud.
	 */
	readonly fast?: { readonly jump: number; readonly rate: number };
}

/** Ranges of roles are narrower where a role says more: `plant/sensor-role.ts`. */
export const KINDS: Readonly<Record<Quantity, Kind>> = {
	// A stagnating collector gains about 5 K a minute.
	temperature: { unit: "°C", digits: 1, range: { low: -60, high: 300 }, fast: { jump: 10, rate: 5 } },
	// Meters that measure both ways report the reverse flow of a leaking check valve. The highest is what solar controllers
	// accept for large plants (RESOL: 1 to 500 l/min).
	flow: { unit: "L/min", digits: 1, range: { low: -100, high: 500 } },
	volume: { unit: "L", digits: 0, range: { low: 0, high: 1e9 } },
	// Gauge pressure cannot be below a vacuum. Fittings of houses are made for PN 16 at most.
	pressure: { unit: "bar", digits: 2, range: { low: -1, high: 16 } },
	// At night a pyranometer may read a little below zero: up to 30 W/m² by ISO 9060, class C. Clouds at their edges raise
	// the sun's 1,361 W/m² to almost 1,900 for seconds, and ISO 9060 has instruments measure up to 2,000.
	irradiance: { unit: "W/m²", digits: 0, range: { low: -30, high: 2000 } },
	// Negative where a house feeds into the grid. 100 kW is twice the largest heater that the options accept.
	power: { unit: "W", digits: 0, range: { low: -100_000, high: 100_000 } },
	// Meters have up to eight digits (EN 1434 asks for 3,000 h at full power without an overflow).
	energy: { unit: "kWh", digits: 1, range: { low: 0, high: 1e8 } },
	humidity: { unit: "%", digits: 0, range: { low: 0, high: 100 } },
	speed: { unit: "%", digits: 0, range: { low: 0, high: 100 } },
	contact: { unit: "", digits: 0, range: { low: 0, high: 1 } },
	// A counter of 32 bits.
	pulses: { unit: "", digits: 0, range: { low: 0, high: 2 ** 32 - 1 } },
	// Power exchanges set limits of about -0.5 and 4 per kWh in euro; other currencies have larger numbers.
	price: { unit: "", digits: 2, range: { low: -1000, high: 10_000 } },
};
export const QUANTITIES = Object.keys(KINDS) as readonly Quantity[];
