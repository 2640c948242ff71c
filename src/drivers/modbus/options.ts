import * as z from "zod";
import { duration } from "#model/quantities/fields.ts";
import { QUANTITIES, type Quantity } from "#model/quantities/quantity.ts";
import { seconds } from "#model/quantities/units.ts";
import { VALUE_TYPES } from "./maps/map.ts";

const ID = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const WORD = z.int().min(0).max(65_535);
/** A serial port, or HOST:PORT of a gateway or device. */
const AT = /^(?:(?:\/[^/\s]+)+|[A-Za-z0-9.-]+:\d{1,5}|\[[0-9A-Fa-f:.]+\]:\d{1,5})$/;
/** Numbers with commas between them. */
const NUMBERS = /^\d{1,10}(?: ?, ?\d{1,10}){0,9}$/;

/** A bus: its name in addresses, and how it is reached. */
const bus = z.strictObject({
	id: ID,
	at: z.string().regex(AT),
	speed: z.int().min(1200).max(115_200).default(9600).meta({ unit: "bit/s" }),
	parity: z.enum(["none", "even", "odd"]).default("none"),
	transport: z.enum(["auto", "rtu", "tcp"]).default("auto"),
	timeout: z.int().min(50).max(2000).default(300).meta({ unit: "ms", step: 10 }),
	gap: z.int().min(5).max(100).default(5).meta({ unit: "ms", step: 1 }),
});

/** A register or coil that no map knows. */
const point = z.strictObject({
	id: ID,
	function: z.enum(["coil", "contact", "holding", "input"]),
	register: WORD,
	type: z.enum(VALUE_TYPES).default("int16"),
	scale: z.number().min(-1e6).max(1e6).default(1),
	quantity: z.enum(QUANTITIES as [Quantity, ...Quantity[]]).default("temperature"),
	invalid: z.string().regex(NUMBERS).optional(),
	low: z.number().min(-1e9).max(1e9).optional(),
	high: z.number().min(-1e9).max(1e9).optional(),
	pace: duration(1, 3600).optional(),
	// Not `on` and `off`: YAML 1.1 reads these as true and false.
	on_value: WORD.default(1),
	off_value: WORD.default(0),
	full_value: z.int().min(1).max(65_535).optional(),
});

export const options = z.object({
	pace: duration(1, 300).default(seconds(5)),
	/** 0: relays stay on until they are switched off. */
	relay_timer: z.int().min(0).max(600).default(0).meta({ unit: "s", step: 1 }),
	/** Only of buses on the network. */
	off_after: duration(15, 600).default(seconds(60)),
	buses: z.array(bus).max(8).default([]),
	points: z.array(point).max(64).default([]),
});
export type Options = z.output<typeof options>;
export type Bus = Options["buses"][number];
export type Point = Options["points"][number];
