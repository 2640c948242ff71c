import * as z from "zod";

/** The hour that is being looked at. */
const present = z.object({
	hour: z.int().min(0).max(23),
	/** Looks while it ran, those of them that were known, and those with light. */
	ran: z.int(),
	known: z.int(),
	lit: z.int(),
	/** Sums over the known looks: kW, K above the air, W/m². */
	kw: z.number(),
	over: z.number(),
	light: z.number(),
});
export type PresentHour = z.output<typeof present>;

/** An hour in which it ran all the time: means. */
const full = z.object({ hour: z.int(), kw: z.number(), over: z.number(), light: z.number().optional() });
export type FullHour = z.output<typeof full>;

/** Why nothing is expected of a day: it ran too little, the light was too weak or is lost, or there is nothing to compare with yet. */
export const WHY_NOT = ["ran_little", "little_light", "light_lost", "learning"] as const;
export type WhyNot = (typeof WHY_NOT)[number];

const day = z.object({
	day: z.string(),
	kwh: z.number(),
	/** kWh. By the light that was measured, or what a clear day would have given. */
	expected: z.number().optional(),
	/** What it gave of that, or of its own best hours. */
	share: z.number().optional(),
	why: z.enum(WHY_NOT).optional(),
});
export type YieldDay = z.output<typeof day>;

const found = z.object({
	kind: z.enum(["low", "high"]),
	/** Of what is usual, in %. */
	percent: z.number(),
	days: z.int(),
});

export const memory = z.object({
	at: z.number().optional(),
	day: z.string().optional(),
	/** kWh of that day. */
	kwh: z.number().default(0),
	present: present.optional(),
	hours: z.array(full).default([]),
	days: z.array(day).default([]),
	/** What it is made of: another flow or area is another plant, and learnt anew. */
	of: z.string().optional(),
	/** kWh for each kWh of a m² on the last sunny days, the newest last. */
	ratios: z.array(z.number()).default([]),
	/** kW per m² taken up at best, by the hour of the clock; the kW that a m² is told by; days that they are learnt from. */
	best: z.array(z.number()).default([]),
	most: z.number().default(0),
	learnt: z.int().default(0),
	/** Days in a row that look wrong, and right again, with the best of them. */
	low: z.int().default(0),
	high: z.int().default(0),
	right: z.int().default(0),
	extreme: z.number().optional(),
	found: found.optional(),
});
export type YieldMemory = z.output<typeof memory>;
