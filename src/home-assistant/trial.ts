import type { Problem } from "#model/findings/finding.ts";
import type { Session } from "#mqtt/session.ts";
import type { Timer } from "#mqtt/wire/timer.ts";

/** Result of a command that we sent to ourselves through the broker. */
export type Tried =
	| { readonly kind: "answered"; readonly topic: string; readonly seconds: number; readonly refused?: Problem }
	/** The broker does not let this login give commands. Nothing is proven, and nothing is wrong. */
	| { readonly kind: "not_allowed"; readonly topic: string }
	| { readonly kind: "unanswered"; readonly topic: string }
	/** Not connected, or another one is under way. */
	| { readonly kind: "not_tried" };

export interface TrialPorts {
	readonly session: Session;
	readonly timer: Timer;
	/** Monotonic seconds. */
	readonly now: () => number;
}

/** Seconds for a command to reach the broker, return and be taken in a turn. */
const PATIENCE = 3;

/** A command under way through the broker and back. */
export class Trials {
	#underway: { readonly payload: string; readonly answered: (refused: Problem | undefined) => void } | undefined;

	/** Sends a command to ourselves and waits until it is accepted or refused. */
	try(topic: string, { session, timer, now }: TrialPorts): Promise<Tried> {
		if (session.state().kind !== "connected" || this.#underway !== undefined)
			return Promise.resolve({ kind: "not_tried" });
		const from = now();
		const payload = String(from);
		return new Promise((resolve) => {
			const over = (tried: Tried) => {
				cancel();
				this.#underway = undefined;
				resolve(tried);
			};
			const cancel = timer.after(PATIENCE, () => over({ kind: "unanswered", topic }));
			this.#underway = {
				payload,
				answered: (refused) => over({ kind: "answered", topic, seconds: now() - from, ...(refused && { refused }) }),
			};
			// Being forbidden to command ourselves is an answer, not a failure.
			void session.publish({ topic, payload, retain: false, qos: 1 }, true).then((outcome) => {
				if (outcome === "refused") over({ kind: "not_allowed", topic });
			});
		});
	}

	/** Whether this is the command that is under way. A late one of an earlier attempt is not. */
	awaits(payload: string | undefined): boolean {
		return payload !== undefined && this.#underway?.payload === payload;
	}

	/** It was accepted or refused. */
	answered(refused: Problem | undefined): void {
		this.#underway?.answered(refused);
	}
}
