import { type Finding, finding } from "#model/findings/finding.ts";
import type { Device } from "#model/plant/device.ts";
import type { Output } from "#model/plant/plant.ts";

/** Whether an earlier release drove this heater although its board proves nothing. */
export type AcceptedBefore = (output: Output) => boolean;

/** Whether what this output does is proven by its board. A board that was not asked yet has proven nothing. */
const isProven = (device: Device, { channel }: Output): boolean =>
	device.proven?.(channel) ?? device.verify === "readback";

/** `may`: it runs. `refused`: it stays off. `before`: it runs as it did in an earlier release, which its owner has to confirm. */
export type Permission = "may" | "refused" | "before";

/** A heater runs if its board proves what it does, or if its owner knows that it does not. */
export function permission(output: Output, device: Device, before: AcceptedBefore): Permission {
	if (output.role !== "heater" || output.unverified_ok === true || isProven(device, output)) return "may";
	return before(output) ? "before" : "refused";
}

/** What its owner has to know of a heater. */
export function heaterFinding({ id, target }: Output, permission: Permission): readonly Finding[] {
	switch (permission) {
		case "may":
			return [];
		case "before":
			return [finding("warning", "heater_unproven", { output: id, target })];
		case "refused":
			return [finding("alarm", "heater_refused", { output: id, target })];
	}
}
