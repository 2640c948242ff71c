import type { Found, FoundPlace, FoundSensor, Likely, PlaceKind } from "#model/plant/found.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import { type Language, say } from "#texts/say.ts";
import { isSensor } from "./finder.ts";
import { type Named, namedSensor, namesOf } from "./named.ts";

/** What is present, for scripts and the page. */
export interface HardwareView {
	readonly sensors: readonly SensorFound[];
	readonly places: readonly PlaceFound[];
}

export interface SensorFound {
	readonly source: string;
	/** Absent: temperatures. */
	readonly quantity?: Quantity;
	readonly value?: number;
	/** Code and text of why there is no value. */
	readonly fault?: string;
	readonly text?: string;
	/** The sensors in the options that are this one. */
	readonly used_by?: readonly string[];
}

export interface PlaceFound {
	readonly kind: PlaceKind;
	readonly at: string;
	readonly also?: readonly string[];
	readonly name?: string;
	readonly likely: readonly Likely[];
	/** `used` by what `used_by` names in the options; `held` by something else, and left alone. */
	readonly state: "free" | "used" | "held" | "unreachable";
	readonly used_by?: readonly string[];
	/** The program that holds it, if it is known. */
	readonly held_by?: string;
	readonly fault?: string;
	readonly text?: string;
}

export const hardwareView = (found: readonly Found[], named: Named, language: Language): HardwareView => ({
	sensors: found.filter(isSensor).map((sensor) => sensorFound(sensor, named, language)),
	places: found.flatMap((one) => (one.kind === undefined ? [] : [placeFound(one, named, language)])),
});

const sensorFound = (
	{ source, quantity, value, fault }: FoundSensor,
	named: Named,
	language: Language,
): SensorFound => ({
	source,
	...(quantity && { quantity }),
	...(value !== undefined && { value }),
	...(fault && { fault: fault.code, text: say(language, "fault", fault.code, fault.facts) }),
	...used(namedSensor(named, source)),
});

export function placeFound(place: FoundPlace, named: Named, language: Language): PlaceFound {
	const { kind, at, also, name, likely, state } = place;
	const names = namesOf(named, place);
	return {
		kind,
		at,
		...(also && { also }),
		...(name !== undefined && { name }),
		likely,
		state: state?.kind === "held" || state?.kind === "unreachable" ? state.kind : names.length > 0 ? "used" : "free",
		...used(names),
		...(state?.kind === "held" && state.by !== undefined && { held_by: state.by }),
		...(state?.kind === "unreachable" && {
			fault: state.fault.code,
			text: say(language, "fault", state.fault.code, state.fault.facts),
		}),
	};
}

const used = (names: readonly string[]) => (names.length > 0 ? { used_by: names } : {});
