import * as z from "zod";
import type { AnyDriver } from "#drivers/driver.ts";
import * as drivers from "#drivers/index.ts";
import { OUTPUT_ROLES, RESTS, SENSOR_ROLES, WIRINGS } from "#model/plant/plant.ts";
import { duration, kelvins } from "#model/quantities/fields.ts";
import { kelvin, seconds } from "#model/quantities/units.ts";
import { refusedWith } from "#model/sentences/refusal.ts";

const ID = /^[a-z][a-z0-9_]{0,39}$/;
const id = z.string().regex(ID, refusedWith("id_form"));
const ID_TEXT = {
	title: "Id",
	description:
		"A short name of your choice, part of topics and entity ids; keep it for ever. A lower-case letter (a–z), then letters, digits and _.",
};

const offering = (kind: "sensors" | "outputs"): readonly AnyDriver[] =>
	Object.values(drivers).filter((d) => d.offers[kind]);

/** What was meant where the kind of device was left out: an address that only one kind of device has, perhaps without its relay. */
function guess(kind: "sensors" | "outputs", text: string): string | undefined {
	const wholes = [text, `${text}/1`].map((address) =>
		offering(kind)
			.filter((driver) => driver.place(address, kind) !== undefined)
			.map(({ scheme }) => `${scheme}:${address}`),
	);
	return wholes.find((found) => found.length === 1)?.[0];
}
/** Whether some driver understands this `scheme:address`, and what is wrong with it if none does. */
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
				const meant = guess(kind, text);
				const schemes = offering(kind).map((d) => `${d.scheme}:`);
				return complain(
					meant === undefined
						? refusedWith("unknown_driver", { drivers: schemes.join(" ") })
						: refusedWith("meant", { meant }),
				);
			}
			if (!driver.offers[kind])
				return complain(
					kind === "sensors" ? refusedWith("no_sensors", { scheme }) : refusedWith("no_outputs", { scheme }),
				);
			if (driver.place(address, kind) === undefined) complain(refusedWith("address_form", { scheme: driver.scheme }));
		});

/** An item of `sensors`. */
export const sensor = z.strictObject({
	id: id.meta(ID_TEXT),
	role: z.enum(SENSOR_ROLES).meta({
		title: "Role",
		description:
			"What this sensor measures. collector: the collector at its hot outlet. tank: the tank where the solar coil gives its heat. tank_layer: anywhere else in the tank. return_line: the pipe back to the collector. outdoor_air, exhaust_air, supply_air, extract_air: the ventilation unit. other: is only shown.",
	}),
	source: wired("sensors").meta({
		title: "Source",
		description: "Where it hangs: the kind of device, a colon, the address. For example one_wire:28-0123456789ab.",
	}),
	height: z
		.number()
		.min(0)
		.max(500)
		.optional()
		.meta({ title: "Height", description: "For tank_layer: height above the tank's bottom.", unit: "cm" }),
	offset: kelvins(-10, 10)
		.default(kelvin(0))
		.meta({ title: "Offset", description: "Added to every reading, from a calibration." }),
});

/** An item of `outputs`. */
export const output = z.strictObject({
	id: id.meta(ID_TEXT),
	role: z.enum(OUTPUT_ROLES).meta({
		title: "Role",
		description:
			"What this output drives. pump: the pump of the collector circuit. heater: the electric heater in the tank. other: runs only when you switch it.",
	}),
	target: wired("outputs").meta({
		title: "Target",
		description:
			"Where it hangs: the kind of device, a colon, the address. For example usb_relay:/dev/serial/by-id/NAME/1, where 1 is the relay.",
	}),
	wiring: z.enum(WIRINGS).default("no").meta({
		title: "Wiring",
		description:
			"no (normally open): the load runs while the relay is energised. nc (normally closed): the load runs while the relay is at rest. A heater belongs on no.",
	}),
	rest: z.enum(RESTS).default("load_off").meta({
		title: "Rest position",
		description:
			"What the load does when nobody controls it. load_off: it is off. load_on: it runs. hold: it stays as it was.",
	}),
	least_run: duration(0, 3600).default(seconds(30)).meta({
		title: "Least run",
		description: "Once started it runs at least this long. Stops for safety are never delayed.",
	}),
	least_rest: duration(0, 3600)
		.default(seconds(30))
		.meta({ title: "Least rest", description: "Once stopped it rests at least this long." }),
	starts_per_hour: z
		.int()
		.min(0)
		.max(120)
		.default(0)
		.meta({ title: "Starts per hour", description: "At most this many starts an hour; 0 is no limit." }),
	excludes: id.optional().meta({
		title: "Gives way to",
		description:
			"The id of another output: this one stays off while that one is wanted on. Neither starts before the other's board says that it is off.",
	}),
});
