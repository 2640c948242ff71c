import type { Broker } from "./broker.ts";
import { classify, type Evidence, fellSilent } from "./classify.ts";
import type { FailureClass } from "./failure.ts";
import { look } from "./look.ts";
import { TakeoverWatch } from "./takeover.ts";

/**
 * What the end of a connection says, and beyond it what only the history of a session can tell. A broker that is restarted
 * again and again closes connections as a takeover does, but it closes its port too: so after each quick loss we look.
 */
export class Suspicion {
	readonly #broker: () => Broker;
	readonly #audited: () => boolean;
	readonly #takeovers = new TakeoverWatch();
	#cancel: () => void = () => undefined;

	/** @param audited whether we may have thrown ourselves out */
	constructor(broker: () => Broker, audited: () => boolean) {
		this.#broker = broker;
		this.#audited = audited;
	}

	/**
	 * The failure. Undefined where it may be a takeover: `late` is called within seconds with what it was, unless it is forgotten.
	 * @param now monotonic seconds
	 * @param lasted seconds that the connection did
	 */
	judge(
		evidence: Evidence,
		now: number,
		lasted: number,
		late: (failure: FailureClass) => void,
	): FailureClass | undefined {
		this.#cancel();
		const failure = classify(evidence);
		if (evidence.phase === "connected" && CLOSED.has(failure) && this.#audited()) {
			this.#takeovers.clear();
			return "dropped";
		}
		if (failure !== "dropped" || evidence.phase !== "connected" || fellSilent(evidence)) {
			this.#takeovers.clear();
			return failure;
		}
		const suspected = this.#takeovers.broke(now, lasted);
		if (!this.#takeovers.counting) return failure;
		this.#cancel = look(this.#broker(), (serves) => {
			if (!serves) this.#takeovers.clear();
			if (suspected) late(serves ? "taken-over-suspected" : failure);
		});
		return suspected ? undefined : failure;
	}

	/** The login is another one, or the session ends. */
	forget(): void {
		this.#cancel();
		this.#takeovers.clear();
	}
}

const CLOSED: ReadonlySet<FailureClass> = new Set(["dropped", "taken-over"]);
