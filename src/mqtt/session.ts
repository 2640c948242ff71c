import { Access } from "./access.ts";
import { Backoff } from "./backoff.ts";
import type {
	Broker,
	Connection,
	Credentials,
	Listening,
	Message,
	Outcome,
	Protocol,
	Received,
	Rights,
} from "./broker.ts";
import { detailOf, type Evidence } from "./classify.ts";
import { configErrorOf } from "./config-error.ts";
import { ConnectionLog } from "./connection-log.ts";
import type { FailureClass } from "./failure.ts";
import { Filters } from "./filters.ts";
import type { Session, SessionPorts } from "./session-contract.ts";
import { Suspicion } from "./suspicion.ts";
import { messageFlaw } from "./topic.ts";
import { LOST } from "./wire/in-flight-queue.ts";
import type { IntakePorts } from "./wire/intake.ts";
import { Link } from "./wire/link.ts";
import { clock, type Timer, within } from "./wire/timer.ts";

export type { Session, SessionPorts } from "./session-contract.ts";

/** Starts to connect and returns at once. Without a usable login it waits and sends nothing. */
export const openSession = (broker: Broker, ports: SessionPorts): Session => new BrokerSession(broker, ports);

class BrokerSession implements Session {
	#broker: Broker;
	readonly #now: () => number;
	readonly #timer: Timer;
	readonly #log: ConnectionLog;
	readonly #backoff: Backoff;
	readonly #access: Access;
	readonly #suspicion: Suspicion;
	readonly #filters = new Filters();
	readonly #listeners = new Set<(connection: Connection) => void>();
	readonly #readers = new Set<(received: Received) => void>();
	#connection: Connection;
	#failure: FailureClass | undefined;
	#link: Link | undefined;
	#cancelWait: () => void = nothing;
	#closing: Promise<void> | undefined;
	readonly #first: Protocol;
	readonly #intake: IntakePorts | undefined;
	/** The protocol that the broker is known to speak. */
	#protocol: Protocol;

	constructor(
		broker: Broker,
		{ tell, now = seconds, timer = clock, trials = [], first = 5, bounded = false, audited = never }: SessionPorts,
	) {
		this.#broker = broker;
		this.#now = now;
		this.#timer = timer;
		this.#log = new ConnectionLog(tell, () => this.#broker);
		this.#suspicion = new Suspicion(() => this.#broker, audited);
		this.#backoff = new Backoff(() => timer.random());
		this.#access = new Access({ broker: () => this.#broker, trials, timer, log: this.#log });
		this.#first = first;
		this.#intake = bounded ? this.#bounds() : undefined;
		this.#protocol = first;
		this.#connection = { kind: "connecting", since: now(), attempts: 0 };
		this.#attempt();
	}

	state(): Connection {
		return this.#connection;
	}

	rights(): Rights {
		return this.#access.rights();
	}

	async publish(message: Message, trial = false): Promise<Outcome> {
		const flaw = messageFlaw(message);
		if (flaw !== undefined) {
			this.#log.unfit(message.topic, flaw);
			return "refused";
		}
		const delivery =
			this.#connection.kind === "connected" && this.#link !== undefined ? await this.#link.publish(message) : LOST;
		if (!trial) this.#access.answered("publish", message.topic, delivery);
		return delivery.kind;
	}

	subscribe(filter: string, listening: Listening = {}): void {
		this.#filters.add(filter, listening);
		if (this.#connection.kind === "connected") this.#listen(filter, listening);
	}

	unsubscribe(filter: string): void {
		this.#filters.remove(filter);
		this.#access.forget(filter);
		if (this.#connection.kind === "connected") this.#link?.unsubscribe(filter);
	}

	on(listener: (connection: Connection) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	onMessage(listener: (received: Received) => void): () => void {
		this.#readers.add(listener);
		return () => this.#readers.delete(listener);
	}

	credentials({ username, password }: Credentials): void {
		this.#broker = { ...this.#broker, username, password };
		this.#backoff.forget();
		// A broker closes the connection when its password changes.
		this.#suspicion.forget();
		this.#log.turnPage();
		if (this.#closing !== undefined || this.#connection.kind === "connected") return;
		this.#link?.drop();
		this.#attempt();
	}

	close(last: readonly Message[]): Promise<void> {
		this.#closing ??= Promise.resolve().then(() => this.#leave(last));
		return this.#closing;
	}

	#attempt(): void {
		this.#cancelWait();
		this.#cancelWait = nothing;
		this.#link = undefined;
		const configError = configErrorOf(this.#broker);
		if (configError !== undefined) {
			this.#log.invalid(configError);
			this.#wait("config-invalid");
			return;
		}
		const attempts = this.#connection.kind === "connected" ? 1 : this.#connection.attempts + 1;
		this.#enter("connecting", attempts);
		const link = new Link(this.#broker, this.#protocol, {
			up: () => this.#up(),
			down: (evidence) => this.#down(evidence),
			message: (received) => this.#received(received),
			...(this.#intake && { intake: this.#intake }),
		});
		this.#link = link;
	}

	#up(): void {
		this.#failure = undefined;
		const [protocol, tls] = [this.#protocol, this.#link?.secured()];
		this.#connection = { kind: "connected", since: this.#now(), attempts: 0, protocol, ...(tls && { tls }) };
		this.#log.connected(protocol);
		this.#access.connected(protocol);
		for (const [filter, listening] of this.#filters.all()) this.#listen(filter, listening);
		this.#announce();
	}

	#down(evidence: Evidence): void {
		this.#access.ended();
		// The end of the connection is expected during the last messages.
		if (this.#closing !== undefined) return;
		this.#link = undefined;
		const lasted = this.#now() - this.#connection.since;
		if (evidence.phase === "connected" && lasted >= LASTING) this.#backoff.forget();
		const late = (failure: FailureClass) => this.#failed(failure, evidence);
		const failure = this.#suspicion.judge(evidence, this.#now(), lasted, late);
		if (failure !== undefined) {
			late(failure);
			return;
		}
		this.#failure = "dropped";
		this.#enter("waiting", this.#connection.attempts);
	}

	#failed(failure: FailureClass, evidence: Evidence): void {
		if (failure === "protocol-unsupported" && this.#otherProtocol()) {
			this.#attempt();
			return;
		}
		this.#log.failed(failure, detailOf(evidence.error ?? reasonOf(evidence)));
		this.#wait(failure);
	}

	/**
	 * Tries MQTT 3.1.1 after a broker refused 5. Tries 5 again next time if both were refused, as the broker may have been
	 * updated.
	 */
	#otherProtocol(): boolean {
		this.#protocol = this.#protocol === 5 ? 4 : 5;
		return this.#protocol !== this.#first;
	}

	#wait(failure: FailureClass): void {
		this.#failure = failure;
		this.#enter("waiting", this.#connection.attempts);
		const wait = this.#backoff.next(failure);
		if (wait !== undefined && this.#closing === undefined)
			this.#cancelWait = this.#timer.after(wait, () => this.#attempt());
	}

	#enter(kind: Connection["kind"], attempts: number): void {
		const failure = this.#failure && { failure: { class: this.#failure } };
		this.#connection = { kind, since: this.#now(), attempts, ...failure };
		this.#announce();
	}

	async #listen(filter: string, listening: Listening): Promise<void> {
		const delivery = (await this.#link?.subscribe(filter, listening)) ?? LOST;
		this.#access.answered("subscribe", filter, delivery);
	}

	#received(received: Received): void {
		if (!this.#filters.wants(received, this.#protocol === 5)) return;
		for (const reader of this.#readers) this.#log.guard(() => reader(received));
	}

	#bounds(): IntakePorts {
		return {
			newest: (topic) => this.#filters.newest(topic),
			tooLarge: (topic, bytes) => this.#log.tooLarge(topic, bytes),
			flooded: (topic) => this.#log.flooded(topic),
		};
	}

	#announce(): void {
		for (const listener of this.#listeners) this.#log.guard(() => listener(this.#connection));
	}

	async #leave(last: readonly Message[]): Promise<void> {
		this.#cancelWait();
		this.#suspicion.forget();
		this.#access.ended();
		const link = this.#link;
		this.#link = undefined;
		this.#failure = undefined;
		this.#enter("closed", 0);
		this.#listeners.clear();
		this.#readers.clear();
		if (link?.connected) {
			await within(LAST_WORDS, Promise.all(last.map((message) => link.publish(message))), undefined);
			await link.leave(GOODBYE);
		}
		link?.drop();
	}
}

/** Seconds that a connection must last before earlier failures are forgotten. */
const LASTING = 10;
/** Seconds; together less than 0.7. */
const LAST_WORDS = 0.5;
const GOODBYE = 0.1;

const nothing = () => undefined;
const never = () => false;
const seconds = () => performance.now() / 1000;

const reasonOf = ({ disconnect_reason }: Evidence) =>
	disconnect_reason === undefined ? undefined : { code: disconnect_reason };
