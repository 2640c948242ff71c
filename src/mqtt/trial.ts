import { isProblem } from "#entities/command.ts";
import type { Entity } from "#entities/entity.ts";
import type { Problem } from "#model/finding.ts";
import type { Snapshot } from "#model/snapshot.ts";
import type { Session, Timer } from "./session.ts";

/** How a command fared that we sent ourselves through the broker. */
export type Tried =
	| { readonly kind: "answered"; readonly topic: string; readonly seconds: number; readonly refused?: Problem }
	/** The broker does not let this login give commands: so nothing was proven, and nothing is wrong. */
	| { readonly kind: "not_allowed"; readonly topic: string }
	| { readonly kind: "unanswered"; readonly topic: string }
	/** Not connected, or no setting to try it on. */
	| { readonly kind: "not_tried" };

/** A command that changes nothing: a setting is told the value that it has. */
export interface Harmless {
	readonly key: string;
	readonly payload: string;
}

/** The first entity whose own state, given back as a command, is a setting's present value to the last digit. */
export function harmless(entities: readonly Entity[], snapshot: Snapshot): Harmless | undefined {
	for (const { key, state, command } of entities) {
		const payload = state?.(snapshot);
		if (payload === undefined || command === undefined) continue;
		const intent = command(String(payload), snapshot);
		if (isProblem(intent) || intent.kind !== "setting") continue;
		if (snapshot.settings[intent.rule]?.[intent.field] === intent.value) return { key, payload: String(payload) };
	}
	return undefined;
}

export interface TrialPorts {
	readonly session: Session;
	readonly timer: Timer;
	/** Monotonic seconds. */
	readonly now: () => number;
}

/** Seconds for a command to go to the broker, come back and be taken in a turn. */
const PATIENCE = 3;

/** Commands on their way through the broker and back, by topic. */
export class Trials {
	readonly #underway = new Map<string, (refused: Problem | undefined) => void>();

	/** Sends a command to ourselves and waits until it was taken or refused. */
	try(topic: string, payload: string, { session, timer, now }: TrialPorts): Promise<Tried> {
		if (session.state().kind !== "connected" || this.#underway.has(topic))
			return Promise.resolve({ kind: "not_tried" });
		const from = now();
		return new Promise((resolve) => {
			const over = (tried: Tried) => {
				cancel();
				this.#underway.delete(topic);
				resolve(tried);
			};
			const cancel = timer.after(PATIENCE, () => over({ kind: "unanswered", topic }));
			this.#underway.set(topic, (refused) =>
				over({ kind: "answered", topic, seconds: now() - from, ...(refused && { refused }) }),
			);
			// We may well be forbidden to command ourselves: that is an answer, and no failure.
			void session.publish({ topic, payload, retain: false, qos: 1 }, true).then((outcome) => {
				if (outcome === "refused") over({ kind: "not_allowed", topic });
			});
		});
	}

	/** A command on this topic was taken or refused. */
	answered(topic: string, refused: Problem | undefined): void {
		this.#underway.get(topic)?.(refused);
	}
}
