import { type Fault, fault } from "#model/plant/fault.ts";
import { unitOf } from "#model/quantities/conversion.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import type { Measured } from "../../driver.ts";

/** A number in decimal notation; a comma is a decimal comma. */
const NUMBER = /^[+-]?(?:\d{1,15}(?:[.,]\d{0,15})?|[.,]\d{1,15})(?:[eE][+-]?\d{1,2})?$/;
/** How devices and Home Assistant say that they have no value. */
const NOTHING = new Set([
	"",
	"unavailable",
	"unknown",
	"none",
	"null",
	"nan",
	"undefined",
	"offline",
	"n/a",
	"-",
	"--",
]);

/** What a sensor beyond a network is expected to measure, and the unit in which it says so; without one, our own. */
export interface Expected {
	readonly quantity: Quantity;
	readonly unit?: string;
}

/** What another program says of a sensor, in our unit. No value, and what is no number, is a fault. */
export function remoteValue(said: unknown, { quantity, unit }: Expected): Measured {
	const number = numberOf(said);
	if (typeof number !== "number") return { kind: "failed", fault: number };
	if (unit === undefined) return { kind: "value", value: number };
	const known = unitOf(unit);
	if (known?.quantity !== quantity) return { kind: "failed", fault: fault("wrong_unit", { unit: unit.slice(0, 20) }) };
	// Sums and products of doubles have digits that were not measured.
	return { kind: "value", value: Number(known.toOurs(number).toPrecision(12)) };
}

function numberOf(said: unknown): number | Fault {
	if (typeof said === "number") return Number.isFinite(said) ? said : fault("no_number");
	if (said === null) return fault("unavailable");
	if (typeof said !== "string") return fault("no_number");
	const text = said.trim();
	if (NOTHING.has(text.toLowerCase())) return fault("unavailable");
	return NUMBER.test(text) ? Number(text.replace(",", ".")) : fault("no_number");
}
