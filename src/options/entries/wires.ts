import * as z from "zod";
import type { AnyDriver } from "#drivers/driver.ts";
import * as drivers from "#drivers/index.ts";
import { OUTPUT_ROLES, RESTS, WIRINGS } from "#model/plant/plant.ts";
import { SENSOR_ROLES } from "#model/plant/sensor-role.ts";
import { UNIT_NAMES } from "#model/quantities/conversion.ts";
import { duration, flowRate, kelvins } from "#model/quantities/fields.ts";
import { kelvin, seconds } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";
import { levelFields } from "./levels.ts";
import { name, ownId, reference } from "./places.ts";

const offering = (kind: "sensors" | "outputs"): readonly AnyDriver[] =>
	Object.values(drivers).filter((d) => d.offers[kind]);

/** Kinds of devices that have this address, perhaps without its relay, where the kind of device was left out. */
function likely(kind: "sensors" | "outputs", text: string): readonly { scheme: string; address: string }[] {
	const wholes = [text, `${text}/1`].map((address) =>
		offering(kind)
			.filter((driver) => !driver.vague && driver.place(address, kind) !== undefined)
			.map(({ scheme }) => ({ scheme, address })),
	);
	return wholes.find((found) => found.length > 0) ?? [];
}
/** Checks that a driver accepts this `scheme:address`, and gives the reason if none does. */
const wired = (kind: "sensors" | "outputs") =>
	z
		.string()
		.max(300)
		.superRefine((text, issues) => {
			const [scheme = "", address = ""] = text.split(/:(.*)/s);
			const driver = Object.values(drivers).find((d) => d.scheme === scheme);
			const complain = ({ error, params }: ReturnType<typeof refusedWith>) =>
				issues.addIssue({ code: "custom", message: error, params });
			if (driver === undefined) {
				const meant = likely(kind, text);
				const [first, ...others] = meant;
				if (first !== undefined && others.length === 0)
					return complain(refusedWith("meant", { meant: `${first.scheme}:${first.address}` }));
				const schemes = (first === undefined ? offering(kind) : meant).map(({ scheme }) => `${scheme}:`);
				return complain(refusedWith("unknown_driver", { drivers: schemes.join(" ") }));
			}
			if (!driver.offers[kind])
				return complain(
					kind === "sensors" ? refusedWith("no_sensors", { scheme }) : refusedWith("no_outputs", { scheme }),
				);
			if (driver.place(address, kind) === undefined) complain(refusedWith("address_form", { scheme: driver.scheme }));
		});

/** An item of `sensors`. */
export const sensor = z.strictObject({
	id: ownId,
	name,
	role: z.enum(SENSOR_ROLES),
	of: reference.optional(),
	source: wired("sensors"),
	height: z.number().min(0).max(500).optional().meta({ unit: "cm" }),
	offset: kelvins(-10, 10).default(kelvin(0)),
	unit: z.enum(UNIT_NAMES).optional(),
	max_age: duration(10, 3600).optional(),
});

/** An item of `outputs`. */
export const output = z.strictObject({
	id: ownId,
	name,
	role: z.enum(OUTPUT_ROLES),
	of: reference.optional(),
	target: wired("outputs"),
	wiring: z.enum(WIRINGS).default("no"),
	rest: z.enum(RESTS).default("load_off"),
	...levelFields,
	full_flow: flowRate(0.1, 500).optional(),
	least_run: duration(0, 3600).default(seconds(30)),
	least_rest: duration(0, 3600).default(seconds(30)),
	starts_per_hour: z.int().min(0).max(120).default(0),
	excludes: reference.optional(),
	unverified_ok: z.boolean().optional(),
});
