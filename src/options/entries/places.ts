import * as z from "zod";
import { SINK_USES } from "#model/plant/plant.ts";
import { volume } from "#model/quantities/fields.ts";
import { refusedWith } from "#model/sentences/refusal.ts";
import { ownShape } from "./own-fields.ts";

const ID = /^[a-z][a-z0-9_]{0,39}$/;
export const id = z.string().regex(ID, refusedWith("id_form"));
/** May be left out where it can be made: `withIds` runs before. */
export const ownId = id.meta({ made: true });

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** As its owner calls it, in any language. */
export const name = z
	.string()
	.max(60)
	.refine((text) => !CONTROL.test(text), refusedWith("one_line"))
	// Home Assistant's JSON parser refuses the whole message of a device with half a character in it.
	.refine((text) => text.isWellFormed(), refusedWith("broken_text"))
	.refine((text) => text.trim() !== "", refusedWith("name_without_id"))
	.optional();
/** The id or the name of another entry. */
export const reference = z.string().min(1).max(60);

const named = { id: ownId, name };
const degrees = (max: number) => z.number().min(0).max(max).meta({ unit: "°" }).optional();

/** An item of `collectors`: a field of collectors. */
export const collector = z.strictObject({
	...named,
	area: z.number().min(0.1).max(1000).meta({ unit: "m²" }).optional(),
	slope: degrees(90),
	azimuth: degrees(360),
	...ownShape("collectors"),
});

/** An item of `tanks`. */
export const tank = z.strictObject({
	...named,
	volume: volume(20, 20000).optional(),
	height: z.number().min(10).max(1000).meta({ unit: "cm" }).optional(),
	...ownShape("tanks"),
});

/** An item of `sources`, such as a stove. */
export const source = z.strictObject({ ...named });
/** An item of `sinks`, such as a heat dump. */
export const sink = z.strictObject({ ...named, use: z.enum(SINK_USES).optional() });

export const CIRCUITS = 32;

/** 0 or 100: what the valve's relay is at. */
const position = z
	.int()
	.min(0)
	.max(100)
	.refine((p) => p === 0 || p === 100, refusedWith("valve_position"))
	.meta({ unit: "%" })
	.optional();

/** An item of `circuits`: what moves heat from a part to a part. */
export const circuit = z.strictObject({
	...named,
	from: reference,
	to: reference,
	pump: reference,
	valve: reference.optional(),
	position,
	valve_2: reference.optional(),
	position_2: position,
	priority: z.int().min(1).max(CIRCUITS).optional(),
	from_sensor: reference.optional(),
	to_sensor: reference.optional(),
	...ownShape("circuits"),
});
