import type { Facts } from "#model/sentences/facts.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { inside } from "#model/sentences/sentence.ts";
import type { Action, Broker, Protocol } from "./broker.ts";
import { refusalClass } from "./classify.ts";
import type { ConfigError } from "./config-error.ts";
import { FAILURES, type FailureClass } from "./failure.ts";
import { prefixOf, type Unfit } from "./topic.ts";

/**
 * What the log hears of a session: a line when something changes, not one per attempt. It knows the broker's address
 * and the user's name, and is never given a client, an error or a packet, which carry the password.
 */
export class ConnectionLog {
	readonly #tell: Tell;
	readonly #broker: () => Broker;
	#failed: FailureClass | undefined;
	/** Codes and topics that this connection has logged already. */
	readonly #said = new Set<string>();
	readonly #denied = new Set<string>();

	constructor(tell: Tell, broker: () => Broker) {
		this.#tell = tell;
		this.#broker = broker;
	}

	connected(protocol: Protocol): void {
		this.turnPage();
		this.#tell(notice("info", "mqtt_connected", { ...this.#who(), protocol }));
	}

	failed(failure: FailureClass, detail: string): void {
		if (this.#failed === failure) return;
		this.#failed = failure;
		this.#fail(failure, detail === "" ? {} : { detail });
	}

	invalid({ field, told }: ConfigError): void {
		if (this.#failed === "config-invalid") return;
		this.#failed = "config-invalid";
		this.#fail("config-invalid", { ...inside("flaw", told), field });
	}

	refused(action: Action, topic: string, code: number): void {
		const failure = refusalClass(action, code);
		const prefix = prefixOf(topic);
		const key = `${failure} ${action} ${prefix}`;
		if (this.#denied.has(key)) return;
		this.#denied.add(key);
		this.#fail(failure, { action, topic: shown(topic), prefix: shown(prefix), reason: code });
	}

	/** A denied topic was allowed again. */
	allowed(action: Action, topic: string): void {
		this.#denied.delete(`acl-denied ${action} ${prefixOf(topic)}`);
		const { host: _, port: __, ...who } = this.#who();
		this.#tell(notice("info", "mqtt_allowed", { action, topic: shown(topic), ...who }));
	}

	/** A message that was not sent, because the broker would have closed the connection over it. */
	unfit(topic: string, flaw: Unfit): void {
		const key = `unfit ${topic}`;
		if (this.#denied.has(key)) return;
		this.#denied.add(key);
		this.#tell(notice("error", "mqtt_unfit", { topic: shown(topic), flaw }));
	}

	/** A message to us that was too large to read. With MQTT 5 the broker does not send it at all. */
	tooLarge(topic: string, bytes: number): void {
		const key = `large ${prefixOf(topic)}`;
		if (this.#said.has(key) || this.#said.size > MOST_SAID) return;
		this.#said.add(key);
		this.#tell(notice("warning", "mqtt_too_large", { topic: shown(topic), bytes }));
	}

	/** More messages arrive than are read. */
	flooded(topic: string): void {
		if (this.#said.has("flood")) return;
		this.#said.add("flood");
		this.#tell(notice("warning", "mqtt_flood", { topic: shown(topic) }));
	}

	/** Keeps a fault in one view of the connection from ending the connection, or the process. */
	guard(run: () => void): void {
		try {
			run();
		} catch (error) {
			this.#tell(notice("error", "mqtt_listener_failed", { error: shown(String(error)) }));
		}
	}

	/** Logs a failure again that was logged before. */
	turnPage(): void {
		this.#failed = undefined;
		this.#said.clear();
		this.#denied.clear();
	}

	#fail(failure: FailureClass, more: Facts): void {
		this.#tell(notice(FAILURES[failure].level, "mqtt_failed", { class: failure, ...this.#who(), ...more }));
	}

	#who() {
		const { host, port, username } = this.#broker();
		const at = { host: shown(host), port: Number(port) };
		return username === "" ? { ...at, user: ANONYMOUS, anonymous: true } : { ...at, user: shown(username) };
	}
}

/** Topics that get a log line each. A flood of topics must not fill the log. */
const MOST_SAID = 20;
/** For scripts, where other clients have a user name. The fact `anonymous` says the same for texts. */
const ANONYMOUS = "(anonymous)";
/** A name from the options may hold any character. A log entry must stay one line. */
const shown = (text: unknown): string => {
	const plain = typeof text === "string" ? text.replace(/\p{Cc}/gu, "?") : "";
	return plain.length > 100 ? `${plain.slice(0, 99)}…` : plain;
};
