import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { PROOFS } from "../proofs/index.ts";
import type { Class, Context } from "../proofs/proof.ts";
import { prove } from "../proofs/prove.ts";
import { ROWS, type Seen } from "./checklist.ts";

/** Results by the keys of the checklist. */
export type Found = readonly (readonly [string, Seen])[];
type Redacted = (text: string) => string;

/** `check` passes these with a remark. Here they get no tick, because they failed or were not shown. */
const NO_TICK: Readonly<Partial<Record<Class, Seen["status"]>>> = {
	"acl-absent": "fail",
	"not-proven": "not_measured",
	"denial-invisible": "not_measured",
	"broker-outdated": "not_measured",
};

/**
 * The checks of `check`, run from this machine.
 * @param redacted gives a text without secrets
 */
export async function seenAtBroker(context: Context, redacted: Redacted): Promise<Found> {
	const found: (readonly [string, Seen])[] = [];
	for await (const { id, status, class: class_, message } of prove(PROOFS, context))
		found.push([
			`step:${id}`,
			{
				status: NO_TICK[class_] ?? (status === "skipped" ? "not_measured" : status),
				tried: [phrase("tried_step", { step: id })],
				seen: message.map((sentence) => fromProof(sentence, redacted)),
			},
		]);
	return found;
}

/** What a proof says, in its own words and without secrets. */
const fromProof = ({ code, facts }: Sentence, redacted: Redacted): Sentence => {
	const known = Object.entries(facts).map(([name, fact]) => [name, typeof fact === "string" ? redacted(fact) : fact]);
	return phrase("from_proof", { ...Object.fromEntries(known), proof: code });
};

/** The broker's files are on another machine. What the network does not show is not measured. */
export const elsewhere = (why: Sentence): Found =>
	[...new Set(ROWS.flatMap(([, ...from]) => from))]
		.filter((key) => /^(?:file|log|backup|change):/.test(key))
		.map((key) => [key, { status: "not_measured", tried: [phrase("tried_finding")], seen: [why] }]);
