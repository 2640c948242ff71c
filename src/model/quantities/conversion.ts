import type { Quantity } from "./quantity.ts";

/** A unit of others: what it measures, and its values in the unit of that quantity. */
export interface Unit {
	readonly quantity: Quantity;
	readonly toOurs: (n: number) => number;
}

const times = (quantity: Quantity, factor: number): Unit => ({ quantity, toOurs: (n) => n * factor });

/** As Home Assistant writes them. Factors are exact by definition (SI brochure; US gallon 3.785411784 L, psi 6894.757 Pa). */
const UNITS = {
	"°C": times("temperature", 1),
	"°F": { quantity: "temperature", toOurs: (n) => ((n - 32) * 5) / 9 },
	K: { quantity: "temperature", toOurs: (n) => n - 273.15 },
	"L/min": times("flow", 1),
	"L/h": times("flow", 1 / 60),
	"L/s": times("flow", 60),
	"m³/h": times("flow", 1000 / 60),
	"gal/min": times("flow", 3.785411784),
	L: times("volume", 1),
	"m³": times("volume", 1000),
	gal: times("volume", 3.785411784),
	bar: times("pressure", 1),
	mbar: times("pressure", 1e-3),
	hPa: times("pressure", 1e-3),
	kPa: times("pressure", 1e-2),
	Pa: times("pressure", 1e-5),
	psi: times("pressure", 0.06894757293168),
	"W/m²": times("irradiance", 1),
	"kW/m²": times("irradiance", 1000),
	W: times("power", 1),
	kW: times("power", 1000),
	MW: times("power", 1e6),
	Wh: times("energy", 1e-3),
	kWh: times("energy", 1),
	MWh: times("energy", 1000),
	MJ: times("energy", 1 / 3.6),
	GJ: times("energy", 1000 / 3.6),
	"%": times("humidity", 1),
} as const satisfies Readonly<Record<string, Unit>>;

export type UnitName = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as readonly UnitName[];

/** Other ways of writing them, without regard to upper and lower case. */
const ALIASES: Readonly<Record<string, UnitName>> = {
	c: "°C",
	"℃": "°C",
	degc: "°C",
	celsius: "°C",
	f: "°F",
	"℉": "°F",
	degf: "°F",
	fahrenheit: "°F",
	kelvin: "K",
	lpm: "L/min",
	gpm: "gal/min",
	"m3/h": "m³/h",
	"m^3/h": "m³/h",
	m3: "m³",
	"m^3": "m³",
	"w/m2": "W/m²",
	"w/m^2": "W/m²",
	"kw/m2": "kW/m²",
	"kw/m^2": "kW/m²",
};

const WRITTEN: ReadonlyMap<string, UnitName> = new Map([
	...UNIT_NAMES.map((name) => [name.toLowerCase(), name] as const),
	...Object.entries(ALIASES),
]);

/** Their first letter is a prefix, of which the small one means something else: mW is no MW, Mbar no mbar. */
const PREFIXED: readonly UnitName[] = ["mbar", "MW", "MWh", "MJ"];

/** As we write it; undefined for one that is not known. Upper and lower case count only where they make another unit of it. */
export function unitNameOf(written: string): UnitName | undefined {
	const text = written.trim();
	const name = WRITTEN.get(text.toLowerCase().replace(/^° ?/, "°"));
	return name !== undefined && PREFIXED.includes(name) && name[0] !== text[0] ? undefined : name;
}

/** Undefined for one that is not known. */
export function unitOf(written: string): Unit | undefined {
	const name = unitNameOf(written);
	return name && UNITS[name];
}
