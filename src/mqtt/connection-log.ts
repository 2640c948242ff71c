import type { Facts } from "#model/sentences/facts.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Action, Broker, Protocol } from "./broker.ts";
import { refusalClass } from "./classify.ts";
import type { ConfigError } from "./config-error.ts";
import { FAILURES, type FailureClass, failureWords } from "./failure.ts";
import { prefixOf } from "./topic.ts";

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

	/** Owners search their log for this wording. Do not change it. */
	connected(protocol: Protocol): void {
		this.turnPage();
		const { host, port, user } = this.#who();
		const text = `MQTT Connection Successful - Broker: ${host}:${port}, User: ${user}`;
		this.#tell(notice("info", "mqtt_connected", { text, host, port, user, protocol }));
	}

	failed(failure: FailureClass, detail: string): void {
		if (this.#failed === failure) return;
		this.#failed = failure;
		this.#fail(failure, "MQTT Connection Failed", failureWords(failure).cause, detail === "" ? {} : { detail });
	}

	invalid({ field, cause }: ConfigError): void {
		if (this.#failed === "config-invalid") return;
		this.#failed = "config-invalid";
		this.#fail("config-invalid", "MQTT Not Connecting", `Option ${field} ${cause}.`, { field });
	}

	refused(action: Action, topic: string, code: number): void {
		const failure = refusalClass(action, code);
		const denied = failure === "acl-denied";
		const prefix = prefixOf(topic);
		const key = `${failure} ${action} ${prefix}`;
		if (this.#denied.has(key)) return;
		this.#denied.add(key);
		const facts = { action, topic: shown(topic), prefix: shown(prefix), reason: code };
		this.#fail(
			failure,
			denied ? `MQTT May Not ${action} ${shown(topic)}` : `MQTT Message Refused ${shown(topic)}`,
			failureWords(failure).cause,
			facts,
		);
	}

	/** A denied topic was allowed again. */
	allowed(action: Action, topic: string): void {
		this.#denied.delete(`acl-denied ${action} ${prefixOf(topic)}`);
		const text = `MQTT May ${action} ${shown(topic)} Again - User: ${this.#who().user}`;
		this.#tell(notice("info", "mqtt_allowed", { action, topic: shown(topic), text }));
	}

	/** A message that was not sent, because the broker would have closed the connection over it. */
	unfit(topic: string, flaw: string): void {
		const key = `unfit ${topic}`;
		if (this.#denied.has(key)) return;
		this.#denied.add(key);
		const text = `MQTT message not sent: the topic ${JSON.stringify(shown(topic))} ${flaw}`;
		this.#tell(notice("error", "mqtt_unfit", { topic: shown(topic), text }));
	}

	/** A message to us that was too large to read. With MQTT 5 the broker does not send it at all. */
	tooLarge(topic: string, bytes: number): void {
		const key = `large ${prefixOf(topic)}`;
		if (this.#said.has(key) || this.#said.size > MOST_SAID) return;
		this.#said.add(key);
		const text = `MQTT message not read: ${bytes} bytes to ${shown(topic)} are more than anything that is meant for this app. See who publishes there.`;
		this.#tell(notice("warning", "mqtt_too_large", { topic: shown(topic), bytes, text }));
	}

	/** More messages arrive than are read. */
	flooded(topic: string): void {
		if (this.#said.has("flood")) return;
		this.#said.add("flood");
		const text = `MQTT flood: more messages come in than are read, for example to ${shown(topic)}. Of commands the newest are obeyed. See who publishes there.`;
		this.#tell(notice("warning", "mqtt_flood", { topic: shown(topic), text }));
	}

	/** Keeps a fault in one view of the connection from ending the connection, or the process. */
	guard(run: () => void): void {
		try {
			run();
		} catch (error) {
			const text = `A listener of the MQTT session failed: ${shown(String(error))}`;
			this.#tell(notice("error", "mqtt_listener_failed", { text }));
		}
	}

	/** Logs a failure again that was logged before. */
	turnPage(): void {
		this.#failed = undefined;
		this.#said.clear();
		this.#denied.clear();
	}

	#fail(failure: FailureClass, title: string, cause: string, more: Facts): void {
		const { host, port, user } = this.#who();
		const { level } = FAILURES[failure];
		const { remedy } = failureWords(failure);
		const detail = typeof more["detail"] === "string" ? ` (${more["detail"]})` : "";
		const text = `${title} - Broker: ${host}:${port}, User: ${user} - ${failure}: ${cause}${detail} ${remedy}`;
		this.#tell(notice(level, "mqtt_failed", { class: failure, host, port, user, cause, remedy, ...more, text }));
	}

	#who() {
		const { host, port, username } = this.#broker();
		return { host: shown(host), port: Number(port), user: username === "" ? NOBODY : shown(username) };
	}
}

/** Topics that get a log line each. A flood of topics must not fill the log. */
const MOST_SAID = 20;
/** The name of a client without a login in the log. */
const NOBODY = "(anonymous)";
/** A name from the options may hold any character. A log entry must stay one line. */
const shown = (text: unknown): string => {
	const plain = typeof text === "string" ? text.replace(/\p{Cc}/gu, "?") : "";
	return plain.length > 100 ? `${plain.slice(0, 99)}…` : plain;
};
