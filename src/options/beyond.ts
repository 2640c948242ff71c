import { type Problem, problem } from "#model/findings/finding.ts";
import { CURVES, runsAtZero } from "#model/plant/curve.ts";
import { mend } from "#model/sentences/sentence.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import { readOptions } from "./entries/driver-options.ts";
import type { Item } from "./entries/with-ids.ts";
import { placed } from "./plant/plant-of.ts";

/** Turns within the time of a device's own timer. With fewer, a lost message would switch the load off. */
const RENEWALS = 3;

/** Whether this output's device is beyond a network. */
export const isBeyond = ({ target }: Item, raw: unknown): boolean => beyondAt(target, raw) !== undefined;

/** The driver of a device beyond a network, and the time of its timer where the options say it. */
function beyondAt(target: unknown, raw: unknown): { readonly scheme: string; readonly after?: number } | undefined {
	const place = typeof target === "string" ? placed(target, "outputs", raw) : undefined;
	if (place?.driver.offAfter === undefined) return undefined;
	const { driver, address } = place;
	const options = readOptions(driver, raw);
	// Options that are no numbers are told by the schema.
	if (options === undefined) return { scheme: driver.scheme };
	const after = driver.offAfter?.(options, address);
	return after === undefined ? undefined : { scheme: driver.scheme, after };
}

/**
 * What a device that goes off by itself cannot have: its timer opens the contact, so a normally closed one, or another state
 * at rest, would switch the load on when the network fails. Works on the raw options.
 */
export function beyondProblems(raw: unknown, outputs: readonly Item[]): readonly Problem[] {
	return outputs.flatMap((output, i) => {
		const beyond = beyondAt(output["target"], raw);
		if (beyond === undefined) return [];
		const { wiring, rest, role, curve, unverified_ok } = output;
		const unconfirmed = role === "heater" && unverified_ok !== true;
		return [
			// How it is wired, and that it starts off after a power cut, no device can be asked.
			...(unconfirmed ? [problem(`outputs[${i}].unverified_ok`, unverified_ok, mend("heater_beyond"))] : []),
			...(wiring === "nc" ? [problem(`outputs[${i}].wiring`, wiring, mend("wiring_beyond"))] : []),
			...(CURVES.some((one) => one === curve && runsAtZero(one))
				? [problem(`outputs[${i}].curve`, curve, mend("curve_beyond"))]
				: []),
			...(rest === "hold" || rest === "load_on" ? [problem(`outputs[${i}].rest`, rest, mend("rest_beyond"))] : []),
			...tooSlow(raw, beyond),
		];
	});
}

/** A turn that takes longer than a renewal. */
function tooSlow(raw: unknown, { scheme, after }: NonNullable<ReturnType<typeof beyondAt>>): readonly Problem[] {
	const turn = fieldOf(raw, "turn");
	if (typeof turn !== "number" || after === undefined || turn * RENEWALS <= after) return [];
	return [
		problem("turn", turn, mend("turn_too_slow", { most: Math.floor(after / RENEWALS), option: `${scheme}.off_after` })),
	];
}
