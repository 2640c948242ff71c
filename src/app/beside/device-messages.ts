import { type Fault, fault } from "#model/plant/fault.ts";
import type { Heard, Messages, Sending } from "#model/plant/messages.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Broker, NewestOf, Received } from "#mqtt/broker.ts";
import type { Session } from "#mqtt/session-contract.ts";
import { matches, overlap } from "#mqtt/topic.ts";

type Line = Pick<Session, "state" | "rights" | "publish" | "subscribe" | "unsubscribe" | "onMessage">;
type Expiring = NonNullable<Parameters<Messages["publish"]>[2]>;
type Reader = (message: Heard) => void;

/** Filters of the app itself, which devices may neither read nor write. */
export interface OwnTopics {
	readonly filters: readonly string[];
	/** Home Assistant's prefix, where devices may read and nothing of ours may be published for them. */
	readonly discovery_prefix: string;
}

/**
 * The broker as the devices see it. They are opened long before there is a connection, and another broker gets another one.
 * They never meet the app's own topics: a value of ours would confirm itself, and a command of ours is for the app.
 */
export class DeviceMessages implements Messages {
	readonly #tell: Tell;
	readonly #readers = new Map<string, Set<Reader>>();
	/** Filters with wildcards, except those that are refused. */
	#wild: readonly string[] = [];
	#line: Line | undefined;
	#own: OwnTopics = { filters: [], discovery_prefix: "" };
	#failed = new Set<string>();
	/** The broker of the present connection, and the last one that control knows to be joined. */
	#attached: string | undefined;
	#joined: string | undefined;

	constructor(tell: Tell) {
		this.#tell = tell;
	}

	/**
	 * The broker that was joined last, as `host:port`. What was proven of a device behind another one does not count here. An
	 * address at which none answers changes nothing.
	 */
	get broker(): string | undefined {
		if (this.#line?.state().kind === "connected") this.#joined = this.#attached;
		return this.#joined;
	}

	/** From now on this is the connection. */
	attach(line: Line, own: OwnTopics, { host, port }: Pick<Broker, "host" | "port">): void {
		this.#line = line;
		this.#attached = `${host.toLowerCase()}:${port}`;
		this.#own = own;
		line.onMessage((received) => this.#received(received));
		for (const filter of this.#readers.keys()) this.#ask(filter);
	}

	subscribe(filter: string, reader: Reader): () => void {
		const readers = this.#readers.get(filter) ?? new Set();
		this.#readers.set(filter, readers.add(reader));
		this.#ask(filter);
		return () => {
			readers.delete(reader);
			if (readers.size > 0 || this.#readers.get(filter) !== readers) return;
			this.#readers.delete(filter);
			if (!this.#isOwn(filter)) this.#line?.unsubscribe(filter);
		};
	}

	async publish(topic: string, payload: string, { expires }: Expiring = {}): Promise<Sending> {
		// Nothing is switched through a broker before control has seen which one it is: a proof may not count behind it.
		if (this.#line === undefined || this.#joined !== this.#attached) return "lost";
		if (this.#isOwn(topic) || topic.startsWith(`${this.#own.discovery_prefix}/`)) return "refused";
		return this.#line.publish({ topic, payload, retain: false, qos: 1, ...(expires !== undefined && { expires }) });
	}

	fault(filter: string): Fault | undefined {
		if (this.#isOwn(filter)) return fault("own_topic", { topic: filter });
		if (this.#line?.state().kind !== "connected") return fault("no_connection");
		const denied = this.#line.rights().denied.some(({ action, topic }) => action === "subscribe" && topic === filter);
		return denied ? fault("no_right", { right: "read", topic: filter }) : undefined;
	}

	/** A filter that was asked for before is asked for again: a new reader needs what is stored. */
	#ask(filter: string): void {
		this.#wild = [...this.#readers.keys()].filter((one) => WILD.test(one) && !this.#isOwn(one));
		if (this.#line === undefined || this.#isOwn(filter)) return;
		this.#line.subscribe(filter, WILD.test(filter) ? {} : { newest: newestOf(filter) });
	}

	#isOwn(filter: string): boolean {
		return filter.startsWith("$") || this.#own.filters.some((own) => overlap(own, filter));
	}

	#received({ topic, payload, retained }: Received): void {
		const readers = [...this.#readersOf(topic)];
		if (readers.length === 0 || this.#isOwn(topic)) return;
		const heard = { topic, payload: Buffer.from(payload).toString(), retained };
		for (const reader of readers) this.#read(reader, heard);
	}

	*#readersOf(topic: string): Iterable<Reader> {
		yield* this.#readers.get(topic) ?? [];
		for (const filter of this.#wild) if (matches(filter, topic)) yield* this.#readers.get(filter) ?? [];
	}

	/** A bug in one device must not keep the message from another. */
	#read(reader: Reader, heard: Heard): void {
		try {
			reader(heard);
		} catch (bug) {
			const error = String(bug);
			if (this.#failed.has(error) || this.#failed.size > MOST_TOLD) return;
			this.#failed.add(error);
			this.#tell(notice("error", "mqtt_listener_failed", { error }));
		}
	}
}

const WILD = /[+#]/;
const MOST_TOLD = 100;

/** Whatever a device says, its newest message is what it says now. */
const newestOf = (topic: string): NewestOf => ({ topics: new Set([topic]), means: () => true, from: "devices" });
