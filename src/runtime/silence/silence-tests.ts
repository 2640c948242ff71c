import type { Intent } from "#model/decision/intent.ts";
import { memoryAt } from "#model/decision/memory-key.ts";
import {
	bannedFor,
	DUE,
	daysSince,
	isAsked,
	isProven,
	OVERDUE,
	type Proof,
	proofIn,
	type Request,
	requestIn,
} from "#model/decision/silence.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Finding, finding, type Problem, problem } from "#model/findings/finding.ts";
import type { Evidence } from "#model/plant/device.ts";
import type { Output } from "#model/plant/plant.ts";
import { type Instant, seconds, since } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { mend } from "#model/sentences/sentence.ts";
import { hindrance, obstacle } from "./permitted.ts";
import { isMendable, type Outcome, Trial } from "./trial.ts";

interface Ports {
	/** Commands to these outputs are not renewed. By `index`. */
	silence(outputs: readonly number[]): void;
	evidence(output: Output): Evidence;
	ask(intent: Intent): void;
	readonly tell: Tell;
}

/** After a test that was broken off the next one waits so long, so that a load is not cut again and again. */
const PAUSE = seconds(600);

/** What is to be known of one output. */
export type Standing = "untested" | "waiting" | "running" | "passed" | "overdue" | "failed";

/**
 * The silence test of outputs beyond a network: the app stops renewing its command, and sees whether the load goes off
 * within the device's own time. A person starts the first; after that it is made monthly, when the load runs anyway. One
 * at a time. It switches nothing on, and ends when the plant needs the load or is no longer in normal operation.
 *
 * What a person asked for is remembered by the rule `dead_man`, so that a restart loses neither the test nor the permission.
 */
export class SilenceTests {
	readonly #outputs: readonly Output[];
	readonly #ports: Ports;
	#snapshot: Snapshot | undefined;
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

	/** A person asked for the test of every output beyond a network, in the last turn. */
	begin(): Problem | undefined {
		if (this.#outputs.length === 0) return problem("silence_test", "silence_test", mend("nothing_beyond"));
		this.#brokenOff.clear();
		const snapshot = this.#snapshot;
		if (snapshot === undefined) return undefined;
		const refused = this.#outputs.flatMap((output) => {
			const minutes = bannedFor(requestOf(snapshot, output), output, snapshot.now);
			return minutes === undefined ? [] : [{ output: output.id, minutes }];
		});
		const [first] = refused;
		if (first !== undefined && !this.#outputs.some((output) => isAsked(requestOf(snapshot, output), snapshot.now)))
			return problem("silence_test", "silence_test", mend("tested_lately", first));
		for (const facts of refused) this.#ports.tell(notice("warning", "silence_test_refused", facts));
		return undefined;
	}

	findings(): readonly Finding[] {
		return this.#findings;
	}

	turned(snapshot: Snapshot): void {
		this.#tellDropped(this.#snapshot, snapshot);
		this.#snapshot = snapshot;
		this.#ended = undefined;
		if (this.#trial === undefined) this.#start(snapshot);
		else {
			const outcome = this.#trial.outcome(snapshot, this.#ports.evidence(this.#trial.output));
			if (outcome !== undefined) this.#end(this.#trial, outcome, snapshot.now);
		}
		this.#permit(snapshot);
		this.#findings = this.#outputs.flatMap((output) => this.#said(output, snapshot));
	}

	#start(snapshot: Snapshot): void {
		const output = this.#outputs.find((one) => this.#may(one, snapshot));
		if (output === undefined) return;
		const asked = isAsked(requestOf(snapshot, output), snapshot.now);
		this.#trial = new Trial(output, asked, snapshot.now, this.#ports.evidence(output));
		this.#ports.silence([output.index]);
		this.#ports.tell(notice("info", "silence_test_begun", { output: output.id, off_after: output.off_after ?? 0 }));
	}

	#may(output: Output, snapshot: Snapshot): boolean {
		const asked = isAsked(requestOf(snapshot, output), snapshot.now);
		const broken = this.#brokenOff.get(output);
		if (!asked && !isDue(snapshot, output)) return false;
		if (broken !== undefined && since(broken, snapshot.now) < PAUSE) return false;
		if (isFaulty(snapshot, output)) return false;
		const { since: on = snapshot.now } = snapshot.outputs[output.index] ?? {};
		// The command was renewed at least once.
		return (
			since(on, snapshot.now) > (output.off_after ?? 0) / 3 && obstacle(snapshot, output, asked, false) === undefined
		);
	}

	/** Lets one heater without a proof run, while its test can be made, and no other. */
	#permit(snapshot: Snapshot): void {
		const waiting = this.#outputs.filter((output) => needsPermit(snapshot, output));
		const isNext = (output: Output) =>
			this.#trial === undefined ? !isHindered(snapshot, output) : this.#trial.output === output;
		const permitted = waiting.filter((output) => requestOf(snapshot, output).permit !== undefined);
		for (const output of permitted) {
			if (isNext(output)) continue;
			const why = this.#trial === undefined ? hindrance(snapshot, output, true) : undefined;
			const mendable = why === undefined || isMendable(why);
			this.#ports.ask({ kind: "permission", output: output.id, given: false, mendable });
		}
		const next = waiting.find(isNext);
		if (permitted.length === 0 && this.#trial === undefined && next !== undefined)
			this.#ports.ask({ kind: "permission", output: next.id, given: true });
	}

	#end({ output, broker }: Trial, outcome: Outcome, now: Instant): void {
		const { silence, ask, tell } = this.#ports;
		this.#trial = undefined;
		silence([]);
		if (outcome.kind === "broken_off") {
			const { why } = outcome;
			this.#brokenOff.set(output, now);
			const permitted = this.#snapshot !== undefined && requestOf(this.#snapshot, output).permit !== undefined;
			if (permitted) ask({ kind: "permission", output: output.id, given: false, mendable: isMendable(why) });
			const code = permitted ? "silence_test_given_up" : "silence_test_broken_off";
			tell(notice(permitted ? "warning" : "info", code, { output: output.id, why }));
			return;
		}
		this.#ended = output;
		const { kind, took } = outcome;
		ask({ kind: "silence", output: output.id, result: kind, took, ...(broker !== undefined && { broker }) });
		const facts = { output: output.id, took: Math.round(took) };
		if (kind === "passed") tell(notice("info", "silence_test_passed", facts));
		else tell(notice("error", "silence_test_failed", facts));
	}

	/** The proofs that count no more since the last turn. */
	#tellDropped(before: Snapshot | undefined, now: Snapshot): void {
		if (before === undefined || before.memories === now.memories) return;
		for (const output of this.#outputs) {
			const was = lastOf(before, output);
			const { result, date = "", broker = "" } = lastOf(now, output) ?? {};
			if (result === "elsewhere" && was?.result !== "elsewhere")
				this.#ports.tell(notice("warning", "silence_test_elsewhere", { output: output.id, date, broker }));
		}
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
			...(standing === "waiting" && { waits_for: waitsFor(snapshot, output) }),
		});
		const days = proof === undefined ? 0 : (daysSince(proof, snapshot.wall) ?? 0);
		if (proof?.result === "elsewhere")
			return standing === "untested"
				? [shown, finding("warning", "silence_test_elsewhere", { ...facts, date, broker: proof.broker ?? "" })]
				: [shown];
		if (proof !== undefined && proof.result !== "passed")
			return [shown, finding("alarm", "silence_test_failed", { ...facts, date })];
		if (proof === undefined && standing === "untested")
			return [shown, finding("warning", "silence_test_needed", facts)];
		return days > OVERDUE && standing !== "running"
			? [shown, finding("warning", "silence_test_overdue", { ...facts, date, days })]
			: [shown];
	}

	#standing(output: Output, proof: Proof | undefined, snapshot: Snapshot): Standing {
		if (this.#trial?.output === output || this.#ended === output) return "running";
		if (isAsked(requestOf(snapshot, output), snapshot.now)) return "waiting";
		if (proof === undefined || proof.result === "elsewhere") return "untested";
		if (proof.result !== "passed") return "failed";
		return (daysSince(proof, snapshot.wall) ?? 0) > OVERDUE ? "overdue" : "passed";
	}
}

/** What a device says of itself, and the broker that it says it through. */
export const behindBroker = ({ by_broker }: Output, evidence: Evidence, broker: string | undefined): Evidence =>
	by_broker === true && broker !== undefined ? { ...evidence, broker } : evidence;

const memoryOf = ({ memories }: Snapshot, output: Output) => memoryAt(memories, "dead_man", output.id);
const requestOf = (snapshot: Snapshot, output: Output): Request => requestIn(memoryOf(snapshot, output));

/** The last result of this output as it is wired now. */
const lastOf = (snapshot: Snapshot, output: Output): Proof | undefined => proofIn(memoryOf(snapshot, output), output);

/** A heater that a person asked the test for, and that may not run otherwise. */
const needsPermit = (snapshot: Snapshot, output: Output): boolean =>
	output.role === "heater" &&
	isAsked(requestOf(snapshot, output), snapshot.now) &&
	!isProven(lastOf(snapshot, output), output, snapshot.wall);

/** One that switched on without its timer is tested all the same: for a pump that is how it is found. */
function isFaulty(snapshot: Snapshot, output: Output): boolean {
	const { fault } = snapshot.outputs[output.index] ?? {};
	return fault !== undefined && fault.code !== "unarmed";
}
const isHindered = (snapshot: Snapshot, output: Output): boolean =>
	isFaulty(snapshot, output) || hindrance(snapshot, output, true) !== undefined;

function waitsFor(snapshot: Snapshot, output: Output): string {
	// A heater that may not run yet is off because of what hinders its test.
	if (needsPermit(snapshot, output))
		return (
			(isFaulty(snapshot, output) ? "fault" : hindrance(snapshot, output, true)) ??
			obstacle(snapshot, output, true, false) ??
			"time"
		);
	return obstacle(snapshot, output, true, false) ?? "time";
}

/** Monthly, once a first test has passed. */
function isDue(snapshot: Snapshot, output: Output): boolean {
	const proof = lastOf(snapshot, output);
	return proof?.result === "passed" && (daysSince(proof, snapshot.wall) ?? 0) >= DUE;
}
