import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import { placed } from "./plant-of.ts";
import type { Item } from "./with-ids.ts";

/** Turns within the time of a device's own timer. With fewer, a lost message would switch the load off. */
const RENEWALS = 3;

/** Whether this output's device is beyond a network. */
export const isBeyond = ({ target }: Item, raw: unknown): boolean => driverOf(target, raw)?.offAfter !== undefined;

const driverOf = (target: unknown, raw: unknown) =>
	typeof target === "string" ? placed(target, "outputs", raw)?.driver : undefined;

/**
 * What a device that goes off by itself cannot have: its timer opens the contact, so a normally closed one, or another state
 * at rest, would switch the load on when the network fails. Works on the raw options.
 */
export function beyondProblems(raw: unknown, outputs: readonly Item[]): readonly Problem[] {
	return outputs.flatMap((output, i) => {
		const driver = driverOf(output["target"], raw);
		if (driver?.offAfter === undefined) return [];
		const { wiring, rest, role, unverified_ok } = output;
		const unconfirmed = role === "heater" && unverified_ok !== true;
		return [
			// How it is wired, and that it starts off after a power cut, no device can be asked.
			...(unconfirmed ? [problem(`outputs[${i}].unverified_ok`, unverified_ok, mend("heater_beyond"))] : []),
			...(wiring === "nc" ? [problem(`outputs[${i}].wiring`, wiring, mend("wiring_beyond"))] : []),
			...(rest === "hold" || rest === "load_on" ? [problem(`outputs[${i}].rest`, rest, mend("rest_beyond"))] : []),
			...tooSlow(raw, driver),
		];
	});
}

/** A turn that takes longer than a renewal. Options that are no numbers are told by the schema. */
function tooSlow(raw: unknown, driver: NonNullable<ReturnType<typeof driverOf>>): readonly Problem[] {
	const turn = fieldOf(raw, "turn");
	const options = driver.options.safeParse(fieldOf(raw, driver.scheme) ?? {});
	const after = options.success ? driver.offAfter?.(options.data) : undefined;
	if (typeof turn !== "number" || after === undefined || turn * RENEWALS <= after) return [];
	return [
		problem(
			"turn",
			turn,
			mend("turn_too_slow", { most: Math.floor(after / RENEWALS), option: `${driver.scheme}.off_after` }),
		),
	];
}
