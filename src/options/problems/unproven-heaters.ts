import { type Problem, problem } from "#model/findings/finding.ts";
import type { Proof } from "#model/plant/device.ts";
import { mend } from "#model/sentences/sentence.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { itemsOf } from "../entries/with-ids.ts";
import { placed } from "../plant/plant-of.ts";

/** Whether an earlier release took a heater at this target without a confirmation. */
export type Accepted = (target: string) => boolean;
export const NONE_ACCEPTED: Accepted = () => false;
export const ALL_ACCEPTED: Accepted = () => true;

/** A heater burns dry where a command to stop is lost. So it needs a board that is read back, or its owner's word. */
const isProof = (proof: Proof): boolean => proof === "readback" || proof === "asked";

/** What proves a switch at this target, as far as that is known before its board is asked; undefined for a wrong target. */
export function proofOf(target: string, raw: unknown): Proof | undefined {
	const place = placed(target, "outputs", raw);
	if (place === undefined) return undefined;
	const { driver, address } = place;
	const kinds = new Set((driver.conduct ?? []).map(({ proof }) => proof));
	const [proof = "none"] = kinds;
	const usual = kinds.size > 1 ? "asked" : proof;
	if (driver.proof === undefined) return usual;
	const group = driver.options.safeParse((isRecord(raw) ? raw[driver.scheme] : undefined) ?? {});
	// What is wrong with the group is told by its schema.
	return group.success ? driver.proof(address, group.data) : usual;
}

/**
 * Heaters on boards of which it is known that they prove nothing, without their owner's word for it. Works on raw and on parsed
 * options.
 */
function unproven(raw: unknown) {
	return itemsOf(raw, "outputs").flatMap(({ role, target, unverified_ok }, index) => {
		if (role !== "heater" || typeof target !== "string" || unverified_ok === true) return [];
		const proof = proofOf(target, raw);
		return proof === undefined || isProof(proof)
			? []
			: [{ path: `outputs[${index}].unverified_ok`, target, unverified_ok }];
	});
}

/** Those that are refused. */
export const heaterProblems = (raw: unknown, accepted: Accepted): readonly Problem[] =>
	unproven(raw)
		.filter(({ target }) => !accepted(target))
		.map(({ path, target, unverified_ok }) => problem(path, unverified_ok, mend("heater_unproven", { target })));

/** Those that go on working, because an earlier release took them. */
export const heaterNotes = (options: unknown): readonly Problem[] =>
	unproven(options).map(({ path, target, unverified_ok }) =>
		problem(path, unverified_ok, mend("heater_unproven_before", { target })),
	);
