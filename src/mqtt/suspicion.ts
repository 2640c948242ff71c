import type { Broker } from "./broker.ts";
import { classify, type Evidence, fellSilent } from "./classify.ts";
import type { FailureClass } from "./failure.ts";
import { look } from "./look.ts";
import { TakeoverWatch } from "./takeover.ts";

/**
 * Classifies the end of a connection, using the history of the session. A broker that restarts again and again closes
 * connections just as a takeover does. But it also closes its port, so the port is checked after each quick loss.
 */
export class Suspicion {
	readonly #broker: () => Broker;
	readonly #audited: () => boolean;
	readonly #takeovers = new TakeoverWatch();
	#cancel: () => void = () => undefined;

	/** @param audited whether our own audit may have caused it */
	constructor(broker: () => Broker, audited: () => boolean) {
		this.#broker = broker;
		this.#audited = audited;
	}

	/**
	 * Gives the failure. Gives undefined where it may be a takeover; `late` is then called within seconds with the class,
	 * unless `forget` is called first.
	 * @param now monotonic seconds
	 * @param lasted seconds that the connection lasted
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

	/** The login changed, or the session ends. */
	forget(): void {
		this.#cancel();
		this.#takeovers.clear();
	}
}

const CLOSED: ReadonlySet<FailureClass> = new Set(["dropped", "taken-over"]);
