import type { Intent } from "#model/decision/intent.ts";
import { memoryAt } from "#model/decision/memory-key.ts";
import { DUE, daysSince, OVERDUE, type Proof, proofIn } from "#model/decision/silence.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Finding, finding, type Problem, problem } from "#model/findings/finding.ts";
import type { Evidence } from "#model/plant/device.ts";
import type { Output } from "#model/plant/plant.ts";
import { type Instant, seconds, since } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { mend } from "#model/sentences/sentence.ts";
import { obstacle } from "./permitted.ts";
import { type Outcome, Trial } from "./trial.ts";

interface Ports {
	/** Commands to these outputs are not renewed. By `index`. */
	silence(outputs: readonly number[]): void;
	evidence(output: Output): Evidence;
	ask(intent: Intent): void;
	readonly tell: Tell;
}

/** A person's request lasts so long. The rule `dead_man` lets a heater run for it as long. */
const ASKED_FOR = seconds(15 * 60);
/** After a test that was broken off the next one waits so long, so that a load is not cut again and again. */
const PAUSE = seconds(600);

/** What is to be known of one output. */
export type Standing = "untested" | "waiting" | "running" | "passed" | "overdue" | "failed";

/**
 * The silence test of outputs beyond a network: the app stops renewing its command, and sees whether the load goes off
 * within the device's own time. A person starts the first; after that it is made monthly, when the load runs anyway. One
 * at a time. It switches nothing on, and ends when the plant needs the load or is no longer in normal operation.
 */
export class SilenceTests {
	readonly #outputs: readonly Output[];
	readonly #ports: Ports;
	#asked = new Map<Output, Instant | undefined>();
	#trial: Trial | undefined;
	/** Whose test has ended since the last turn. */
	#ended: Output | undefined;
	/** When the last test of an output was broken off. */
	readonly #brokenOff = new Map<Output, Instant>();
	#findings: readonly Finding[] = [];

	constructor(outputs: readonly Output[], ports: Ports) {
		this.#outputs = outputs.filter(({ off_after }) => off_after !== undefined);
		this.#ports = ports;
	}

	/** A person asks for the test of every output beyond a network. */
	begin(): Problem | undefined {
		if (this.#outputs.length === 0) return problem("silence_test", "silence_test", mend("nothing_beyond"));
		this.#asked = new Map(this.#outputs.map((output) => [output, undefined]));
		this.#brokenOff.clear();
		return undefined;
	}

	findings(): readonly Finding[] {
		return this.#findings;
	}

	turned(snapshot: Snapshot): void {
		// Its result was taken in this turn.
		if (this.#ended !== undefined) this.#asked.delete(this.#ended);
		this.#ended = undefined;
		this.#expire(snapshot.now);
		if (this.#trial === undefined) this.#start(snapshot);
		else {
			const outcome = this.#trial.outcome(snapshot, this.#ports.evidence(this.#trial.output));
			if (outcome !== undefined) this.#end(this.#trial, outcome, snapshot.now);
		}
		this.#findings = this.#outputs.flatMap((output) => this.#said(output, snapshot));
	}

	/** Requests that nothing came of. */
	#expire(now: Instant): void {
		for (const [output, at] of this.#asked) {
			if (at === undefined) this.#asked.set(output, now);
			else if (since(at, now) > ASKED_FOR && this.#trial?.output !== output) this.#asked.delete(output);
		}
	}

	#start(snapshot: Snapshot): void {
		const output = this.#outputs.find((one) => this.#may(one, snapshot));
		if (output === undefined) return;
		this.#trial = new Trial(output, this.#asked.has(output), snapshot.now, this.#ports.evidence(output));
		this.#ports.silence([output.index]);
		this.#ports.tell(notice("info", "silence_test_begun", { output: output.id, off_after: output.off_after ?? 0 }));
	}

	#may(output: Output, snapshot: Snapshot): boolean {
		const asked = this.#asked.has(output);
		const broken = this.#brokenOff.get(output);
		if (!asked && !isDue(snapshot, output)) return false;
		if (broken !== undefined && since(broken, snapshot.now) < PAUSE) return false;
		const { fault, since: on = snapshot.now } = snapshot.outputs[output.index] ?? {};
		if (fault !== undefined && fault.code !== "unarmed") return false;
		// The command was renewed at least once.
		return (
			since(on, snapshot.now) > (output.off_after ?? 0) / 3 && obstacle(snapshot, output, asked, false) === undefined
		);
	}

	#end({ output }: Trial, outcome: Outcome, now: Instant): void {
		const { silence, ask, tell } = this.#ports;
		this.#trial = undefined;
		silence([]);
		if (outcome.kind === "broken_off") {
			this.#brokenOff.set(output, now);
			tell(notice("info", "silence_test_broken_off", { output: output.id, why: outcome.why }));
			return;
		}
		this.#ended = output;
		ask({ kind: "silence", output: output.id, result: outcome.kind, took: outcome.took });
		const facts = { output: output.id, took: Math.round(outcome.took) };
		if (outcome.kind === "passed") tell(notice("info", "silence_test_passed", facts));
		else tell(notice("error", "silence_test_failed", facts));
	}

	#said(output: Output, snapshot: Snapshot): readonly Finding[] {
		const proof = lastOf(snapshot, output);
		const standing = this.#standing(output, proof, snapshot);
		const facts = { output: output.id, off_after: output.off_after ?? 0 };
		const date = proof?.date ?? "";
		const shown = finding("info", "silence_test", {
			...facts,
			standing,
			last: proof?.date ?? "–",
			...(proof !== undefined && { result: proof.result, date, took: Math.round(proof.took) }),
			...(standing === "waiting" && { waits_for: obstacle(snapshot, output, true, false) ?? "time" }),
		});
		const days = proof === undefined ? 0 : (daysSince(proof, snapshot.wall) ?? 0);
		if (proof !== undefined && proof.result !== "passed")
			return [shown, finding("alarm", "silence_test_failed", { ...facts, date })];
		if (proof === undefined && standing === "untested")
			return [shown, finding("warning", "silence_test_needed", facts)];
		return days > OVERDUE && standing !== "running"
			? [shown, finding("warning", "silence_test_overdue", { ...facts, date, days })]
			: [shown];
	}

	#standing(output: Output, proof: Proof | undefined, { wall }: Snapshot): Standing {
		if (this.#trial?.output === output || this.#ended === output) return "running";
		if (this.#asked.has(output)) return "waiting";
		if (proof === undefined) return "untested";
		if (proof.result !== "passed") return "failed";
		return (daysSince(proof, wall) ?? 0) > OVERDUE ? "overdue" : "passed";
	}
}

/** The last result of this output as it is wired now. */
const lastOf = ({ memories }: Snapshot, output: Output): Proof | undefined =>
	proofIn(memoryAt(memories, "dead_man", output.id), output);

/** Monthly, once a first test has passed. */
function isDue(snapshot: Snapshot, output: Output): boolean {
	const proof = lastOf(snapshot, output);
	return proof?.result === "passed" && (daysSince(proof, snapshot.wall) ?? 0) >= DUE;
}
