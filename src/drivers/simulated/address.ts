/** What a sensor of the simulated house is, by its address. */
export type Sensed =
	| { readonly kind: "outlet" | "back" | "irradiance"; readonly part: string | undefined }
	/** Without a height beside the coil; otherwise cm above the bottom. */
	| { readonly kind: "water"; readonly part: string | undefined; readonly height?: number }
	/** The flow of a pump or a circuit. */
	| { readonly kind: "flow"; readonly of: string }
	| { readonly kind: "air"; readonly air: Air };
export const AIRS = ["outdoor_air", "exhaust_air", "supply_air", "extract_air"] as const;
export type Air = (typeof AIRS)[number];

const ID = "[a-z][a-z0-9_]{0,39}";
/** Above 140 cm, the tank of a plant without lists has no sensors. */
const LAYER = /^tank\/(0|[1-9]\d?|1[0-3]\d|140)$/;
const OF_PART = new RegExp(`^(${ID})/(outlet|return|irradiance|coil|0|[1-9]\\d?|[1-4]\\d\\d|500)$`);
const FLOW = new RegExp(`^flow/(${ID})$`);
const OUTPUT = new RegExp(`^${ID}$`);
/** The end of the name of an output that is driven at 0 to 100 %. */
const SPEED = "_speed";

/** Addresses without a part: those of the first field and the first tank. */
const SHORT: Readonly<Record<string, Sensed>> = {
	collector: { kind: "outlet", part: undefined },
	return_line: { kind: "back", part: undefined },
	irradiance: { kind: "irradiance", part: undefined },
	tank: { kind: "water", part: undefined },
};

/** Words with a meaning of their own before a slash and a number. */
const NO_HEIGHTS = ["tank", "flow", "pump", "heater"];

/** Undefined for an unknown address. */
export function sensedAt(address: string): Sensed | undefined {
	if (Object.hasOwn(SHORT, address)) return SHORT[address];
	const air = AIRS.find((one) => one === address);
	if (air !== undefined) return { kind: "air", air };
	const layer = LAYER.exec(address)?.[1];
	if (layer !== undefined) return { kind: "water", part: undefined, height: Number(layer) };
	const of = FLOW.exec(address)?.[1];
	return of === undefined ? ofPart(address) : { kind: "flow", of };
}

function ofPart(address: string): Sensed | undefined {
	const [, part, what] = OF_PART.exec(address) ?? [];
	switch (what) {
		case undefined:
			return undefined;
		case "outlet":
		case "irradiance":
			return { kind: what, part };
		case "return":
			return { kind: "back", part };
		case "coil":
			return { kind: "water", part };
		default:
			return part === undefined || NO_HEIGHTS.includes(part)
				? undefined
				: { kind: "water", part, height: Number(what) };
	}
}

/** What an output is called in the house, and whether it takes levels. Undefined for an unknown address. */
export function drivenAt(address: string): { readonly name: string; readonly level: boolean } | undefined {
	if (!OUTPUT.test(address) || sensedAt(address) !== undefined) return undefined;
	const level = address.endsWith(SPEED) && address.length > SPEED.length;
	return { name: level ? address.slice(0, -SPEED.length) : address, level };
}
