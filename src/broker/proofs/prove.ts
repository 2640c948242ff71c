import type { Facts } from "#model/sentences/facts.ts";
import { type Sentence, says } from "#model/sentences/sentence.ts";
import { within } from "#mqtt/wire/timer.ts";
import { type Context, fail, mended, type Proof, type Result, skipped } from "./proof.ts";

export interface Step extends Result {
	readonly id: string;
}

/** Seconds. A little more than a proof's own limit, in case it exceeds that. */
const DEADLINE = 5;

/**
 * Runs proofs one after another in the order of their needs, each with a deadline. A proof whose needs did not pass is
 * skipped. Never throws: a proof that throws is a failed step.
 * @param deadline the most seconds for each proof, even if it asks for more
 */
export async function* prove(proofs: readonly Proof[], context: Context, deadline?: number): AsyncGenerator<Step> {
	const results = new Map<string, Result>();
	for (const proof of inOrder(proofs)) {
		const missing = proof.needs.find((id) => !carries(results.get(id)));
		const result =
			missing === undefined
				? await inTime(deadline ?? proof.deadline ?? DEADLINE, proof, context)
				: skipped("not-tried", says("needs_first", { step: missing }));
		results.set(proof.id, result);
		const { message, remedy, facts } = result;
		yield { ...result, id: proof.id, message: message.map(clean), remedy: remedy.map(clean), facts: plain(facts) };
	}
}

/** A feature that is switched off does not block later proofs, and neither does a broker without logins. */
const carries = (result: Result | undefined) =>
	result?.status === "ok" || result?.class === "not-configured" || result?.class === "credentials-none";

/** In the given order, but each after what it needs. */
function inOrder(proofs: readonly Proof[]): readonly Proof[] {
	const ordered = new Set<Proof>();
	const visit = (proof: Proof, path: readonly Proof[]): void => {
		if (path.includes(proof)) return;
		for (const other of proofs) if (proof.needs.includes(other.id)) visit(other, [...path, proof]);
		ordered.add(proof);
	};
	for (const proof of proofs) visit(proof, []);
	return [...ordered];
}

async function inTime(deadline: number, proof: Proof, context: Context): Promise<Result> {
	const late = fail("timeout", says("no_result", { seconds: deadline }), mended("timeout"));
	try {
		return await within(deadline, Promise.resolve(proof.run(context)), late);
	} catch (bug) {
		// Only the kind of exception: its message may contain what was sent.
		const kind = bug instanceof Error ? bug.name : typeof bug;
		return fail("check-broken", says("check_broke", { kind }), says("check_broke_mend"));
	}
}

const clean = ({ code, facts }: Sentence): Sentence => ({ code, facts: plain(facts) });

/** Names in a certificate come from strangers, and a terminal executes control characters. Line ends are kept. */
const plain = (facts: Facts): Facts =>
	Object.fromEntries(
		Object.entries(facts).map(([name, fact]) => [name, typeof fact === "string" ? shown(fact) : fact]),
	);

const shown = (text: string) =>
	text
		.split("\n")
		.map((line) => line.replace(/[\p{Cc}\p{Bidi_Control}]/gu, "?"))
		.join("\n");
