import { fault } from "#model/plant/fault.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import { type Expected, remoteValue } from "../bus/bridge/remote-value.ts";
import type { Measured } from "../driver.ts";
import { pointedAt, type Spot } from "./address.ts";

/** What a message says of a sensor. */
export interface Said {
	/** Undefined if it says nothing of it, as where a device reports only what changed. */
	readonly measured: Measured | undefined;
	/** Beside the value: which sensor it is, as Tasmota names those at one wire. */
	readonly id?: string;
	/** When the device itself was last heard, as Zigbee2MQTT says it in each of its messages. Only compared. */
	readonly seen?: string | number;
}

export function saidOf(payload: string, { pointer }: Spot, expected: Expected): Said {
	if (pointer === undefined) return { measured: remoteValue(payload, expected) };
	const document = parsed(payload);
	if (document === undefined) return { measured: { kind: "failed", fault: fault("no_number") } };
	const value = pointedAt(document, pointer);
	const beside = pointedAt(document, pointer.slice(0, pointer.lastIndexOf("/")));
	const id = fieldOf(beside, "Id") ?? fieldOf(beside, "Address");
	const seen = fieldOf(document, "last_seen");
	return {
		measured: value === undefined ? undefined : remoteValue(value, expected),
		...(typeof id === "string" && { id }),
		...((typeof seen === "string" || typeof seen === "number") && { seen }),
	};
}

/** When the device was last heard, by a message that the broker stored. */
export const seenIn = (payload: string): string | number | undefined => {
	const seen = fieldOf(parsed(payload), "last_seen");
	return typeof seen === "string" || typeof seen === "number" ? seen : undefined;
};

/** JSON has no `undefined`, so that is what is no JSON. */
function parsed(payload: string): unknown {
	try {
		return JSON.parse(payload);
	} catch {
		return undefined;
	}
}
