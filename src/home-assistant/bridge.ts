import { BIRTH_ONLINE, PAYLOAD_NOT_AVAILABLE, type Published, published, written } from "ha-mqtt-discovery";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { TRIAL, TRIAL_KEY } from "#model/decision/trial.ts";
import type { Finding, Problem } from "#model/findings/finding.ts";
import type { Plant } from "#model/plant/plant.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Message, Received } from "#mqtt/broker.ts";
import type { Session } from "#mqtt/session.ts";
import type { Timer } from "#mqtt/wire/timer.ts";
import { type AnnouncedBefore, Announcement } from "./announcement.ts";
import { textOf } from "./commands/command-text.ts";
import { Commands } from "./commands/commands.ts";
import { discoveryOf } from "./devices.ts";
import type { Entity } from "./entities/entity.ts";
import { EventPublisher } from "./event-publisher.ts";
import { entitiesOf, type Installation, picture, topicsOf } from "./installation.ts";
import { keptTopics } from "./leftovers.ts";
import { type Publisher, publisher } from "./publisher.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { retained } from "./retained.ts";
import { OLDEST_SHAPE, type Shape, sameShape, shapeAnnounced, shapeFor } from "./shape.ts";
import { Trials, type Tried } from "./trial.ts";

/** Seconds. After its birth message Home Assistant subscribes for some seconds, and not all apps should answer at once. */
const BIRTH_WAIT = 3;
const BIRTH_JITTER = 4;
export interface HomeAssistantPorts extends AnnouncedBefore {
	readonly ask: (intent: Intent) => Promise<Problem | undefined>;
	readonly tell: Tell;
	readonly timer: Timer;
	/** Monotonic seconds. */
	readonly now: () => number;
	/** The version of Home Assistant's core; undefined if nobody says it now. Without this port it is an old one. */
	readonly core?: () => Promise<string | undefined>;
	/** Where Home Assistant shows the app's page; undefined if nobody says it now. */
	readonly page?: () => Promise<string | undefined>;
}

/** Connects the plant to Home Assistant: discovery, states, commands, and everything again after each birth message. */
export class HomeAssistant {
	readonly #session: Session;
	readonly #house: Installation;
	readonly #ports: HomeAssistantPorts;
	readonly #entities: readonly Entity[];
	readonly #publisher: Publisher;
	readonly #limiter: RateLimiter;
	readonly #events: EventPublisher;
	readonly #failed = new Set<string>();
	readonly #trials = new Trials();
	readonly #commands: Commands;
	readonly #plant: Plant;
	#announcement: Announcement;
	#shape: Shape;
	#announced: readonly Published[];
	#snapshot: Snapshot | undefined;
	#cancelBirth: () => void = () => undefined;

	constructor(session: Session, house: Installation, plant: Plant, ports: HomeAssistantPorts) {
		this.#session = session;
		this.#house = house;
		this.#ports = ports;
		this.#entities = entitiesOf(plant, house.language, house);
		this.#publisher = publisher(session, { now: ports.now });
		this.#limiter = new RateLimiter(ports.now);
		const complain = (key: string, bug: unknown) => this.#complain(key, bug);
		this.#events = new EventPublisher(session, house, this.#entities, complain);
		const [entities, snapshot] = [this.#entities, () => this.#snapshot];
		this.#commands = new Commands({ ...ports, session, house, entities, snapshot, complain });
		this.#plant = plant;
		this.#announced = ports.announced;
		this.#shape = shapeAnnounced(ports.announced);
		this.#announcement = this.#announcing();
		const topics = topicsOf(house);
		// In a flood only the newest command per topic costs anything.
		session.subscribe(topics.commands, { live: true, as_published: true, newest: this.#commands.newest() });
		// A retained birth message is no news, because everything is published after a connection anyway.
		session.subscribe(topics.birth, { live: true, newest: { topics: new Set([topics.birth]), means: isBirth } });
		session.onMessage((received) => this.#received(received));
		session.on(({ kind }) => {
			if (kind === "connected") this.#announcement.connected();
		});
		if (session.state().kind === "connected") this.#announcement.connected();
	}

	/** Publishes a finished turn. */
	show(snapshot: Snapshot): void {
		this.#snapshot = snapshot;
		if (!this.#announcement.said) return;
		this.#publisher.want(
			this.#limiter.worth(picture(this.#house, this.#entities, snapshot, (key, bug) => this.#complain(key, bug))),
		);
		this.#events.show(snapshot);
	}

	/** Commands refused lately. */
	findings(): readonly Finding[] {
		return this.#commands.findings();
	}

	/** How many topics the broker does not hold as it should. */
	missing(): number {
		return this.#announcement.said ? this.#publisher.missing() : 1;
	}

	/** Sends a command that changes nothing through the broker to ourselves, as Home Assistant would. */
	async tryCommand(): Promise<Tried> {
		const { timer, now } = this.#ports;
		return this.#trials.try(topicsOf(this.#house).command(TRIAL_KEY), { session: this.#session, timer, now });
	}

	/** The last messages: the state of the outputs, and `offline`. */
	farewell(snapshot: Snapshot | undefined): readonly Message[] {
		this.#cancelBirth();
		this.#publisher.close();
		const topics = topicsOf(this.#house);
		const states = snapshot === undefined ? [] : picture(this.#house, this.#entities, snapshot, () => undefined);
		const outputs = new Set(snapshot?.plant.outputs.map((o) => topics.state(o.id)));
		return [
			...states.filter((s) => outputs.has(s.topic)).map(retained),
			retained({ topic: topics.availability, payload: PAYLOAD_NOT_AVAILABLE }),
		];
	}

	/** Writes down what is retained, for the next start. Comes after the farewell, which must not wait for a slow disk. */
	close(): void {
		this.#announcement.close();
	}

	/** Removes what is gone, then announces what there is. From then on the publisher keeps the broker up to date. */
	#announcing(then: () => void = () => undefined): Announcement {
		const topics = keptTopics(this.#house, this.#plant, this.#entities);
		// What is announced otherwise must not be said again meanwhile.
		this.#publisher.forget(this.#announced.map(({ topic }) => topic));
		return new Announcement({
			...this.#ports,
			announced: this.#announced,
			...{ session: this.#session, house: this.#house, topics },
			messages: async () => {
				this.#shape = await this.#shapeNow();
				const page_url = this.#house.page_url ?? (await this.#ports.page?.());
				const house = { ...this.#house, ...(page_url !== undefined && { page_url }) };
				return discoveryOf(house, this.#plant, this.#entities, this.#shape);
			},
			said: (messages) => {
				this.#announced = messages.map(published);
				this.#publisher.want(messages.map(({ topic, payload }) => ({ topic, payload: written(payload) })));
				then();
				if (this.#snapshot !== undefined) this.show(this.#snapshot);
			},
			missing: () => this.#publisher.missing(),
		});
	}

	#received(received: Received): void {
		const { topic, payload } = received;
		const topics = topicsOf(this.#house);
		if (topic === topics.birth) this.#birth(payload);
		if (topic === topics.command(TRIAL_KEY) && this.#trials.awaits(textOf(payload)))
			this.#ports
				.ask(TRIAL)
				.then((refused) => this.#trials.answered(refused))
				.catch((bug: unknown) => this.#complain(TRIAL_KEY, bug));
		this.#commands.received(received);
	}

	/** Publishes everything again once Home Assistant is ready. Several birth messages in a row count as one. */
	#birth(payload: Uint8Array): void {
		if (!isBirth(topicsOf(this.#house).birth, payload)) return;
		this.#cancelBirth();
		const { timer } = this.#ports;
		this.#cancelBirth = timer.after(BIRTH_WAIT + BIRTH_JITTER * timer.random(), () => {
			void this.#reshaped().then((anew) => anew || this.#publisher.again());
		});
	}

	/** What the core that there is now takes. While nobody says its version, it is taken for the one of before. */
	async #shapeNow(): Promise<Shape> {
		const { core } = this.#ports;
		if (core === undefined) return OLDEST_SHAPE;
		const version = await core();
		const shape = version === undefined ? this.#shape : shapeFor(version);
		// Where this broker does not speak MQTT 5, Home Assistant does not either, and would refuse every command.
		return { ...shape, expiry: shape.expiry && this.#session.state().protocol === 5 };
	}

	/** Home Assistant may have come back as another release: then everything is announced anew, in its shape. */
	async #reshaped(): Promise<boolean> {
		if (!this.#announcement.said || sameShape(this.#shape, await this.#shapeNow())) return false;
		this.#announcement.close();
		this.#announcement = this.#announcing(() => this.#publisher.again());
		this.#announcement.connected();
		return true;
	}

	#complain(key: string, bug: unknown): void {
		if (this.#failed.has(key)) return;
		this.#failed.add(key);
		this.#ports.tell(
			notice("error", "view_failed", {
				what: "entity",
				key,
				error: String(bug),
			}),
		);
	}
}

const isBirth = (_: string, payload: Uint8Array): boolean => textOf(payload) === BIRTH_ONLINE;
