import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Evidence } from "#model/plant/device.ts";
import type { Output } from "#model/plant/plant.ts";
import { type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";
import { Load } from "./load.ts";
import { hindrance, type Obstacle, obstacle } from "./permitted.ts";

/** The load must be off so long after the device's own time. */
export const TOLERANCE = seconds(10);
/** Seconds by which a device's timer and ours may differ. What goes off earlier went off for another reason. */
const JITTER = seconds(5);

/** Why a test was broken off; each is a text in the section `silence`. */
export type BrokenOff =
	| Obstacle
	| "unwanted"
	| "lost"
	| "restarted"
	| "elsewhere"
	| "early"
	| "other_hand"
	| "no_load"
	| "meter_silent"
	| "meter_old";
/** Those that a person can put right. */
const MENDABLE: ReadonlySet<BrokenOff> = new Set<BrokenOff>([
	...(["mode", "held", "not_own", "fault", "lost", "restarted", "elsewhere"] as const),
	...(["early", "other_hand", "no_load", "meter_silent", "meter_old"] as const),
]);
export const isMendable = (why: BrokenOff): boolean => MENDABLE.has(why);

export type Outcome =
	| { readonly kind: "passed" | "failed"; readonly took: Seconds }
	/** It says nothing about the device. */
	| { readonly kind: "broken_off"; readonly why: BrokenOff };
const brokenOff = (why: BrokenOff): Outcome => ({ kind: "broken_off", why });

/** One silence test, while it runs. */
export class Trial {
	readonly output: Output;
	readonly asked: boolean;
	readonly began: Instant;
	/** The broker that it is made through, if it is behind one. */
	readonly broker: string | undefined;
	readonly #returns: number | undefined;
	readonly #load = new Load();
	/** When the device's timer ends, as it stood at the beginning and as it was last read. */
	readonly #ended: Instant | undefined;
	#ends: Instant | undefined;
	/** When the device reported it off. */
	#off: Instant | undefined;

	constructor(output: Output, asked: boolean, began: Instant, evidence: Evidence) {
		this.output = output;
		this.asked = asked;
		this.began = began;
		this.broker = evidence.broker;
		this.#returns = evidence.returns;
		this.#ended = evidence.ends;
		this.#ends = evidence.ends;
		this.#load.seen(evidence, began);
	}

	/** How it ended; undefined while it goes on. */
	outcome(snapshot: Snapshot, evidence: Evidence): Outcome | undefined {
		if (evidence.broker !== this.broker) return brokenOff("elsewhere");
		if (evidence.returns !== this.#returns) return brokenOff("restarted");
		const { index, off_after = seconds(0) } = this.output;
		const { now } = snapshot;
		const state = snapshot.outputs[index];
		const took = since(this.began, now);
		const wanted = (snapshot.verdicts[index]?.want ?? 0) > 0;
		if (state?.actual === 0 && wanted) this.#off ??= now;
		// From now on control may want it off too, because a load that has just stopped rests for a while.
		if (this.#off !== undefined) return this.#wentOff(this.#off, snapshot, evidence);
		if (!wanted) return brokenOff("unwanted");
		const why = obstacle(snapshot, this.output, this.asked, true);
		if (why !== undefined) return brokenOff(why);
		if (state?.actual === undefined) return brokenOff("lost");
		this.#load.seen(evidence, now);
		this.#ends = evidence.ends ?? this.#ends;
		if (this.#load.isMissing(now, TOLERANCE)) return brokenOff("no_load");
		if (this.#wasRenewed()) return brokenOff("other_hand");
		return took >= off_after + TOLERANCE ? { kind: "failed", took } : undefined;
	}

	/** Somebody else started the device's timer anew. */
	#wasRenewed(): boolean {
		return this.#ended !== undefined && this.#ends !== undefined && since(this.#ended, this.#ends) > JITTER;
	}

	/** The device reports off. A welded contact lets the current flow on, which its meter shows, perhaps a little late. */
	#wentOff(off: Instant, snapshot: Snapshot, evidence: Evidence): Outcome | undefined {
		const { off_after = seconds(0) } = this.output;
		const took = since(this.began, off);
		if (evidence.off_by === "other") return brokenOff("other_hand");
		// A timer that is not read was started anew a third of its time ago at most.
		const early = this.#ends === undefined ? took < (off_after * 2) / 3 - JITTER : since(off, this.#ends) > JITTER;
		if (early) return brokenOff("early");
		if (this.#load.isMissing(off, JITTER)) return brokenOff("no_load");
		const ago = since(off, snapshot.now);
		switch (this.#load.after(evidence, ago)) {
			case "gone":
				return { kind: "passed", took };
			case "flows":
				return { kind: "failed", took: seconds(took + ago) };
			case "silent":
				return brokenOff("meter_silent");
			case "old":
				return brokenOff("meter_old");
			case "awaited": {
				// A meter may take longer than the plant can do without its load.
				const why = ago < TOLERANCE ? undefined : hindrance(snapshot, this.output, this.asked);
				return why === undefined ? undefined : brokenOff(why);
			}
		}
	}
}
