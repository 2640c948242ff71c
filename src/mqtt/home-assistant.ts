import { isProblem, refusal } from "#entities/command.ts";
import type { Entity } from "#entities/entity.ts";
import { discoveryOf, entitiesOf, type House, picture, topicsOf } from "#entities/house.ts";
import type { DeviceMessage } from "#ha-mqtt-discovery/assembled.ts";
import { difference, SETTLING_SECONDS } from "#ha-mqtt-discovery/difference.ts";
import { BIRTH_ONLINE, PAYLOAD_NOT_AVAILABLE, PAYLOAD_UNKNOWN } from "#ha-mqtt-discovery/payloads.ts";
import { type Published, published, underway } from "#ha-mqtt-discovery/published.ts";
import { notice, type Tell } from "#model/decision.ts";
import type { Finding, Problem } from "#model/finding.ts";
import type { Intent } from "#model/intent.ts";
import type { Plant } from "#model/plant.ts";
import { mend } from "#model/sentence.ts";
import type { Snapshot } from "#model/snapshot.ts";
import { TRIAL, TRIAL_KEY } from "#model/trial.ts";
import type { Message, NewestOf, Received } from "./broker.ts";
import { Calm } from "./calm.ts";
import { Happenings } from "./happenings.ts";
import { keptTopics, leftovers } from "./leftovers.ts";
import { type Publisher, publisher } from "./publisher.ts";
import { Refusals } from "./refusals.ts";
import type { Session, Timer } from "./session.ts";
import { Trials, type Tried } from "./trial.ts";

/** Longer than any command that means something. */
const LONGEST_COMMAND = 64;
/** After its birth Home Assistant subscribes for some seconds; and not every app should answer in the same moment (s). */
const BIRTH_WAIT = 3;
const BIRTH_JITTER = 4;
/** Seconds. */
const NOTED_AFTER = 0.1;
/** What keeps showing what a person typed or chose while the state stays the same; a switch goes back by itself. */
const AS_TYPED: ReadonlySet<Entity["platform"]> = new Set<Entity["platform"]>(["number", "select"]);
/** Seconds in which a browser has drawn the one state before the other comes. */
const REDRAWN_AFTER = 0.3;

export interface HomeAssistantPorts {
	readonly ask: (intent: Intent) => Promise<Problem | undefined>;
	readonly tell: Tell;
	/** What was announced before; plain JSON from the store. */
	readonly announced: readonly Published[];
	readonly remember: (announced: readonly Published[]) => void;
	/** The topics on which something was retained before, from the store, and how they are kept there. */
	readonly kept: readonly string[];
	readonly keep: (topics: readonly string[]) => void;
	readonly timer: Timer;
	/** Monotonic seconds. */
	readonly now: () => number;
}

/** The house as Home Assistant sees it: discovery, states, commands, and a new picture after each of its births. */
export class HomeAssistant {
	readonly #session: Session;
	readonly #house: House;
	readonly #ports: HomeAssistantPorts;
	readonly #entities: readonly Entity[];
	readonly #message: DeviceMessage;
	/** Where something is retained. */
	readonly #topics: readonly string[];
	readonly #publisher: Publisher;
	readonly #calm: Calm;
	readonly #happenings: Happenings;
	readonly #failed = new Set<string>();
	readonly #trials = new Trials();
	readonly #refusals: Refusals;
	/** Keys of the entities that are about to be told their true state. */
	readonly #redrawn = new Set<string>();
	#snapshot: Snapshot | undefined;
	#discovery: "unsaid" | "underway" | "said" = "unsaid";
	#cancelBirth: () => void = () => undefined;
	#cancelSettling: () => void = () => undefined;

	constructor(session: Session, house: House, plant: Plant, ports: HomeAssistantPorts) {
		this.#session = session;
		this.#house = house;
		this.#ports = ports;
		this.#entities = entitiesOf(plant, house.language, house);
		this.#message = discoveryOf(house, plant, this.#entities);
		this.#topics = keptTopics(house, plant, this.#entities);
		this.#publisher = publisher(session, { now: ports.now });
		this.#calm = new Calm(ports.now);
		this.#refusals = new Refusals(house.language, ports.now);
		this.#happenings = new Happenings(session, house, this.#entities, (key, bug) => this.#complain(key, bug));
		const topics = topicsOf(house);
		// A flood of commands costs control no more than the newest of each.
		session.subscribe(topics.commands, { live: true, as_published: true, newest: this.#commands() });
		// One that was kept at the broker tells nothing new: after a connection everything is said anyway.
		session.subscribe(topics.birth, { live: true, newest: { topics: new Set([topics.birth]), means: isBirth } });
		session.onMessage((received) => this.#received(received));
		session.on(({ kind }) => {
			if (kind === "connected" && this.#discovery === "unsaid") void this.#announce();
		});
		if (session.state().kind === "connected") void this.#announce();
	}

	/** Shows a finished turn. */
	show(snapshot: Snapshot): void {
		this.#snapshot = snapshot;
		if (this.#discovery !== "said") return;
		this.#publisher.want(
			this.#calm.worth(picture(this.#house, this.#entities, snapshot, (key, bug) => this.#complain(key, bug))),
		);
		this.#happenings.show(snapshot);
	}

	/** What was refused lately. */
	findings(): readonly Finding[] {
		return this.#refusals.findings();
	}

	/** How many topics the broker does not hold as they should be. */
	missing(): number {
		return this.#discovery === "said" ? this.#publisher.missing() : 1;
	}

	/** Sends ourselves a command that changes nothing, through the broker, as Home Assistant would. */
	async tryCommand(): Promise<Tried> {
		const { timer, now } = this.#ports;
		return this.#trials.try(topicsOf(this.#house).command(TRIAL_KEY), { session: this.#session, timer, now });
	}

	/** The last words: how the outputs stand now, and that nobody is here any more. */
	farewell(snapshot: Snapshot | undefined): readonly Message[] {
		this.#cancelBirth();
		this.#cancelSettling();
		this.#publisher.close();
		const topics = topicsOf(this.#house);
		const states = snapshot === undefined ? [] : picture(this.#house, this.#entities, snapshot, () => undefined);
		const outputs = new Set(snapshot?.plant.outputs.map((o) => topics.state(o.id)));
		return [
			...states.filter((s) => outputs.has(s.topic)).map(retained),
			retained({ topic: topics.availability, payload: PAYLOAD_NOT_AVAILABLE }),
		];
	}

	/** First what has gone, then everything that is there; from then on the publisher keeps the broker's picture right. */
	async #announce(): Promise<void> {
		const { announced, remember, timer } = this.#ports;
		const message = this.#message;
		this.#discovery = "underway";
		const removals = difference(announced, [message]).slice(0, -1);
		// Before anything is taken away it is written down; where nothing is, the disk may wait until all is said.
		const note = () => remember(underway(announced, [message]));
		if (removals.length > 0) note();
		else timer.after(NOTED_AFTER, note);
		for (const { topic, payload, pause } of removals) {
			const outcome = await this.#session.publish(retained({ topic, payload }));
			if (outcome === "lost") {
				this.#discovery = "unsaid";
				return;
			}
			await new Promise<void>((resolve) => timer.after(pause, resolve));
		}
		if ((await this.#swept()) === "lost") {
			this.#discovery = "unsaid";
			return;
		}
		this.#discovery = "said";
		this.#publisher.want([{ topic: message.topic, payload: JSON.stringify(message.payload) }]);
		if (this.#snapshot !== undefined) this.show(this.#snapshot);
		this.#settle();
	}

	/** Takes back what is retained of entities and boards that are no more, once Home Assistant has forgotten them. */
	async #swept(): Promise<"lost" | undefined> {
		const { announced, kept, keep, timer } = this.#ports;
		const old = leftovers(this.#house, kept, announced, this.#topics);
		// What a crash leaves behind is found again. Where nothing goes, the disk may wait until all is said.
		const note = () => keep([...this.#topics, ...old]);
		if (old.length > 0) note();
		else timer.after(NOTED_AFTER, note);
		for (const topic of old) {
			// Below another base topic we may have lost the right to it, which is no failure of today.
			if ((await this.#session.publish(retained({ topic, payload: "" }), true)) === "lost") return "lost";
		}
		return undefined;
	}

	/** Only when the broker holds all of it is what was there before forgotten. */
	#settle(): void {
		const { remember, keep, timer } = this.#ports;
		this.#cancelSettling = timer.after(SETTLING_SECONDS, () => {
			if (this.#publisher.missing() > 0) return this.#settle();
			remember([published(this.#message)]);
			keep(this.#topics);
		});
	}

	#commands(): NewestOf {
		const topics = topicsOf(this.#house);
		const commanded = new Map(
			this.#entities.filter((e) => e.command !== undefined).map((e) => [topics.command(e.key), e]),
		);
		return {
			topics: new Set(commanded.keys()),
			means: (topic, payload) => {
				const text = textOf(payload);
				if (text === undefined || this.#snapshot === undefined) return false;
				try {
					const intent = commanded.get(topic)?.command?.(text, this.#snapshot);
					return intent !== undefined && !isProblem(intent);
				} catch {
					return false;
				}
			},
		};
	}

	#received({ topic, payload, retained }: Received): void {
		const topics = topicsOf(this.#house);
		if (topic === topics.birth) this.#birth(payload);
		if (topic === topics.command(TRIAL_KEY) && this.#trials.awaits(textOf(payload)))
			this.#ports
				.ask(TRIAL)
				.then((refused) => this.#trials.answered(refused))
				.catch((bug: unknown) => this.#complain(TRIAL_KEY, bug));
		const entity = this.#entities.find((e) => e.command !== undefined && topics.command(e.key) === topic);
		if (entity === undefined) return;
		const taken = retained ? this.#refuse(entity, kept(entity)) : this.#command(entity, payload);
		taken.catch((bug: unknown) => this.#complain(entity.key, bug));
	}

	/** Everything again, when Home Assistant is ready for it; several births in a row are one. */
	#birth(payload: Uint8Array): void {
		if (!isBirth(topicsOf(this.#house).birth, payload)) return;
		this.#cancelBirth();
		const { timer } = this.#ports;
		this.#cancelBirth = timer.after(BIRTH_WAIT + BIRTH_JITTER * timer.random(), () => this.#publisher.again());
	}

	async #command(entity: Entity, payload: Uint8Array): Promise<void> {
		const refused = await this.#intended(entity, payload);
		if (refused !== undefined) await this.#refuse(entity, refused);
	}

	#refuse(entity: Entity, refused: Problem): Promise<void> {
		this.#ports.tell(refusal(refused, this.#house.language));
		this.#refusals.add(refused);
		return this.#redraw(entity);
	}

	/** Home Assistant shows what was asked for until it hears of a change, so a box or a list hears of two. */
	async #redraw(entity: Entity): Promise<void> {
		if (entity.state === undefined || this.#redrawn.has(entity.key)) return;
		if (!AS_TYPED.has(entity.platform)) return this.#restate(entity);
		this.#redrawn.add(entity.key);
		const topic = topicsOf(this.#house).state(entity.key);
		await this.#session.publish({ topic, payload: PAYLOAD_UNKNOWN, retain: false, qos: 1 });
		this.#ports.timer.after(REDRAWN_AFTER, () => {
			this.#redrawn.delete(entity.key);
			void this.#restate(entity).catch((bug: unknown) => this.#complain(entity.key, bug));
		});
	}

	async #restate(entity: Entity): Promise<void> {
		const state = this.#snapshot && entity.state?.(this.#snapshot);
		const payload = state === undefined ? PAYLOAD_UNKNOWN : String(state);
		await this.#session.publish(retained({ topic: topicsOf(this.#house).state(entity.key), payload }));
	}

	async #intended(entity: Entity, payload: Uint8Array): Promise<Problem | undefined> {
		if (this.#snapshot === undefined || entity.command === undefined)
			return { path: entity.key, value: mend("a_command"), remedy: mend("still_starting") };
		const text = textOf(payload);
		if (text === undefined)
			return {
				path: entity.key,
				value: mend("bytes", { count: payload.length }),
				remedy: mend("too_long_or_no_text"),
			};
		const intent = entity.command(text, this.#snapshot);
		return isProblem(intent) ? intent : this.#ports.ask(intent);
	}

	#complain(key: string, bug: unknown): void {
		if (this.#failed.has(key)) return;
		this.#failed.add(key);
		this.#ports.tell(
			notice("error", "view_failed", {
				text: `The entity ${key} could not be shown and is left out: ${String(bug)}`,
				key,
			}),
		);
	}
}

/** A command that the broker keeps would act again after every restart, long after it was meant. */
const kept = ({ key }: Entity): Problem => ({ path: key, value: mend("a_command"), remedy: mend("command_kept") });

const retained = ({ topic, payload }: { readonly topic: string; readonly payload: string }): Message => ({
	topic,
	payload,
	retain: true,
	qos: 1,
});

const isBirth = (_: string, payload: Uint8Array): boolean => textOf(payload) === BIRTH_ONLINE;

function textOf(payload: Uint8Array): string | undefined {
	if (payload.length > LONGEST_COMMAND) return undefined;
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(payload);
	} catch {
		return undefined;
	}
}
