import { type Fault, fault } from "#model/plant/fault.ts";
import type { Field } from "./controllers.ts";

/** What a controller sends in place of a temperature (0.1 °C): 888.8 °C of an open input, -88.8 or -888.8 °C of a shorted one. */
const OPEN = 8888;
const SHORT: ReadonlySet<number> = new Set([-888, -8888]);

/** The value of a field in its quantity's unit; a fault where the controller says that it has none, or does not send the field. */
export function sentIn(payload: Uint8Array, { offset, size, signed, quantity, factor }: Field): number | Fault {
	// An older release of a controller sends fewer fields.
	if (offset + size > payload.length) return fault("missing", { offset });
	let raw = 0;
	for (let nth = size - 1; nth >= 0; nth--) raw = raw * 256 + (payload[offset + nth] ?? 0);
	const limit = 2 ** (8 * size);
	if (signed && raw >= limit / 2) raw -= limit;
	if (quantity === "temperature" && raw === OPEN) return fault("open");
	if (quantity === "temperature" && SHORT.has(raw)) return fault("short");
	// As many decimals as the controller sends: 0.1 times 213 is 21.3.
	return Math.round(raw * factor * 1e6) / 1e6;
}
