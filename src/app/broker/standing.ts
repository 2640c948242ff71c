import { type Finding, finding } from "#model/findings/finding.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Connection, Denied } from "#mqtt/broker.ts";
import { FAILURES, type FailureClass } from "#mqtt/failure.ts";
import type { Session } from "#mqtt/session.ts";
import { prefixOf } from "#mqtt/topic.ts";

type Seen = Pick<Session, "state" | "rights" | "on">;

/** State of the connection to the broker for all views: state, failure, encryption, rights. */
export class BrokerStanding {
	readonly #session: Seen;
	readonly #now: () => Date;
	#word = "";
	#since: Date;

	/** @param now the time of day */
	constructor(session: Seen, now: () => Date = () => new Date()) {
		this.#session = session;
		this.#now = now;
		this.#since = now();
		session.on(() => this.#look());
		this.#look();
	}

	/** `since` is when the state began, in UTC. `failure` is its class, `family` what is shown. */
	facts(): Facts & { readonly state: string } {
		this.#look();
		const { kind, attempts, protocol, tls } = this.#session.state();
		const failure = this.#failure();
		return {
			state: kind,
			attempts,
			since: `${this.#since.toISOString().slice(0, 19)}Z`,
			...(protocol && { protocol: protocol === 5 ? "5" : "3.1.1" }),
			...(tls && { tls_version: tls.version, tls_cipher: tls.cipher }),
			...(tls?.valid_until && { certificate_until: tls.valid_until }),
			...(failure && { failure, family: FAILURES[failure].family }),
			...(kind === "connected" && { rights: this.#rights() }),
		};
	}

	findings(): readonly Finding[] {
		const { denied } = this.#session.rights();
		if (this.#session.state().kind !== "connected" || denied.length === 0) return [];
		return [finding("alarm", "mqtt_acl_denied", { topics: named(denied) })];
	}

	#rights(): string {
		const { denied, known } = this.#session.rights();
		if (denied.length > 0) return `denied: ${named(denied)}`;
		return known ? "enough" : "unknown";
	}

	#failure(): FailureClass | undefined {
		const { kind, failure } = this.#session.state();
		if (kind === "connected") return this.#session.rights().denied.length > 0 ? "acl-denied" : undefined;
		return failure?.class;
	}

	/** Repeated attempts count as one failure. */
	#look(): void {
		const word: FailureClass | Connection["kind"] = this.#failure() ?? this.#session.state().kind;
		if (word === this.#word) return;
		this.#word = word;
		this.#since = this.#now();
	}
}

/** By the part of a topic that access rules name, because a house has many entities. */
const named = (denied: readonly Denied[]): string => {
	const prefixes = denied.map(({ action, topic }) => `${action} ${prefixOf(topic).slice(0, 100)}/…`);
	const once = [...new Set(prefixes)];
	return once.length > MOST ? `${once.slice(0, MOST).join(", ")}, …` : once.join(", ");
};
const MOST = 5;
