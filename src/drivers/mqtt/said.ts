import { fault } from "#model/plant/fault.ts";
import { type Expected, remoteValue } from "../bus/bridge/remote-value.ts";
import type { Measured } from "../driver.ts";
import { pointedAt, type Spot } from "./address.ts";

/** What a message says of a sensor; undefined if it says nothing of it, as where a device reports only what changed. */
export function saidOf(payload: string, { pointer }: Spot, expected: Expected): Measured | undefined {
	if (pointer === undefined) return remoteValue(payload, expected);
	const document = parsed(payload);
	if (document === undefined) return { kind: "failed", fault: fault("no_number") };
	const said = pointedAt(document, pointer);
	return said === undefined ? undefined : remoteValue(said, expected);
}

/** JSON has no `undefined`, so that is what is no JSON. */
function parsed(payload: string): unknown {
	try {
		return JSON.parse(payload);
	} catch {
		return undefined;
	}
}
