import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Evidence } from "#model/plant/device.ts";
import type { Output } from "#model/plant/plant.ts";
import { type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";
import { type Obstacle, obstacle } from "./permitted.ts";

/** The load must be off so long after the device's own time. */
export const TOLERANCE = seconds(10);
/** Seconds. Renewals come a third of the time apart; what goes off much earlier went off for another reason. */
const JITTER = 5;
/** A switched-off load takes no more than this part of what it took, or so many watts. */
const STILL = 0.1;
const STANDBY = 3;

export type Outcome =
	| { readonly kind: "passed" | "failed"; readonly took: Seconds }
	/** It says nothing about the device. */
	| { readonly kind: "broken_off"; readonly why: Obstacle | "unwanted" | "lost" | "restarted" | "early" };

/** One silence test, while it runs. */
export class Trial {
	readonly output: Output;
	readonly asked: boolean;
	readonly began: Instant;
	readonly #watts: number | undefined;
	readonly #returns: number | undefined;
	/** When the device reported it off. */
	#off: Instant | undefined;

	constructor(output: Output, asked: boolean, began: Instant, { watts, returns }: Evidence) {
		this.output = output;
		this.asked = asked;
		this.began = began;
		this.#watts = watts;
		this.#returns = returns;
	}

	/** How it ended; undefined while it goes on. */
	outcome(snapshot: Snapshot, evidence: Evidence): Outcome | undefined {
		if (evidence.returns !== this.#returns) return { kind: "broken_off", why: "restarted" };
		const { index, off_after = seconds(0) } = this.output;
		const state = snapshot.outputs[index];
		const took = since(this.began, snapshot.now);
		const wanted = (snapshot.verdicts[index]?.want ?? 0) > 0;
		if (state?.actual === 0 && wanted) this.#off ??= snapshot.now;
		// From now on control may want it off too, because a load that has just stopped rests for a while.
		if (this.#off !== undefined)
			return this.#wentOff(since(this.began, this.#off), since(this.#off, snapshot.now), evidence);
		if (!wanted) return { kind: "broken_off", why: "unwanted" };
		const why = obstacle(snapshot, this.output, this.asked, true);
		if (why !== undefined) return { kind: "broken_off", why };
		if (state?.actual === undefined) return { kind: "broken_off", why: "lost" };
		return took >= off_after + TOLERANCE ? { kind: "failed", took } : undefined;
	}

	/** The device reports off. A welded contact lets the current flow on, which its meter shows, perhaps a little late. */
	#wentOff(took: Seconds, ago: Seconds, evidence: Evidence): Outcome | undefined {
		const { off_after = seconds(0) } = this.output;
		if (took < (off_after * 2) / 3 - JITTER) return { kind: "broken_off", why: "early" };
		if (this.#watts !== undefined && evidence.watts === undefined)
			return ago < TOLERANCE ? undefined : { kind: "broken_off", why: "lost" };
		if (!this.#flows(evidence)) return { kind: "passed", took };
		return ago < TOLERANCE ? undefined : { kind: "failed", took: seconds(took + ago) };
	}

	#flows({ watts }: Evidence): boolean {
		if (watts === undefined) return false;
		return watts > Math.max(STANDBY, (this.#watts ?? 0) * STILL);
	}
}
