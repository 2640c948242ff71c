import type { Published } from "ha-mqtt-discovery";
import { HomeAssistant } from "#home-assistant/bridge.ts";
import { topicsOf } from "#home-assistant/installation.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Problem } from "#model/findings/finding.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Notice } from "#model/sentences/notice.ts";
import type { Connection, Listening, Message, Outcome, Received } from "#mqtt/broker.ts";
import { Filters } from "#mqtt/filters.ts";
import type { Session } from "#mqtt/session.ts";
import { HOUSE, ownersPlant, seen } from "../fakes/owners-plant.ts";
import { HandTime } from "../runtime/hand-time.ts";

export const TOPICS = topicsOf(HOUSE);
/** The owner's house where all is well. */
export const CALM = seen({});

/** A broker that acknowledges at once, keeps what is retained, and tells its only client what others say. */
export class FakeBroker implements Session {
	readonly sent: Message[] = [];
	outcome: (message: Message) => Outcome = () => "sent";
	readonly #filters = new Filters();
	readonly #listeners = new Set<(connection: Connection) => void>();
	readonly #readers = new Set<(received: Received) => void>();
	#kind: Connection["kind"] = "connecting";

	protocol: 4 | 5 = 5;

	state = (): Connection => ({ kind: this.#kind, since: 0, attempts: 0, protocol: this.protocol });
	rights = () => ({}) as ReturnType<Session["rights"]>;
	credentials = () => undefined;
	close = async () => undefined;
	subscribe(filter: string, listening: Listening = {}) {
		this.#filters.add(filter, listening);
	}
	unsubscribe(filter: string) {
		this.#filters.remove(filter);
	}
	on(listener: (connection: Connection) => void) {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	onMessage(reader: (received: Received) => void) {
		this.#readers.add(reader);
		return () => this.#readers.delete(reader);
	}
	async publish(message: Message): Promise<Outcome> {
		if (this.#kind !== "connected") return "lost";
		this.sent.push(message);
		return this.outcome(message);
	}

	enter(kind: Connection["kind"]) {
		this.#kind = kind;
		for (const listener of this.#listeners) listener(this.state());
	}
	/**
	 * Somebody says this. A 3.1.1 broker also sends what was retained, one of MQTT 5 (`just_said`) only what is retained from
	 * now on; the session's filters are the real ones.
	 */
	say(topic: string, payload: string | Uint8Array, retained = false, just_said = false) {
		const received: Received = {
			topic,
			payload: typeof payload === "string" ? Buffer.from(payload) : payload,
			retained,
		};
		if (this.#filters.wants(received, just_said)) for (const reader of this.#readers) reader(received);
	}
	listening(filter: string): Listening | undefined {
		return [...this.#filters.all()].find(([known]) => known === filter)?.[1];
	}
	take = () => this.sent.splice(0);
	topics = () => this.take().map(({ topic }) => topic);
}

/** The owner's house joined to a fake broker, in a time that passes by hand. */
export class Home {
	readonly plant: Plant;
	readonly time = new HandTime();
	readonly broker = new FakeBroker();
	readonly asked: Intent[] = [];
	readonly told: Notice[] = [];
	/** The topics that were written down last. */
	kept: readonly string[] = [];
	readonly remembered: (readonly Published[])[] = [];
	/** The next throw of the dice, and what control answers. */
	random = 0;
	answer: (intent: Intent) => Problem | undefined = () => undefined;
	/** What the Supervisor says of the core. */
	core: string | undefined = "2025.11.0";

	constructor(plant: Plant = ownersPlant) {
		this.plant = plant;
	}

	join(announced: readonly Published[] = [], kept: readonly string[] = []): HomeAssistant {
		return new HomeAssistant(this.broker, HOUSE, this.plant, {
			ask: async (intent) => {
				this.asked.push(intent);
				return this.answer(intent);
			},
			tell: (notice) => this.told.push(notice),
			announced,
			remember: (published) => this.remembered.push(published),
			kept,
			keep: (topics) => {
				this.kept = topics;
			},
			timer: {
				after: (wait, run) => {
					const stop = new AbortController();
					void this.time.pause(wait, stop.signal).then(() => stop.signal.aborted || run());
					return () => stop.abort();
				},
				random: () => this.random,
			},
			now: this.time.now,
			core: async () => this.core,
		});
	}

	/** Connected, with everything said. */
	async settled(snapshot: Snapshot = CALM): Promise<HomeAssistant> {
		const home = this.join();
		home.show(snapshot);
		this.broker.enter("connected");
		await this.time.pass(2);
		return home;
	}
}
