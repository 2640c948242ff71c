import { PAYLOAD_UNKNOWN } from "ha-mqtt-discovery";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding, Problem } from "#model/findings/finding.ts";
import type { Tell } from "#model/sentences/notice.ts";
import { mend } from "#model/sentences/sentence.ts";
import type { NewestOf, Received } from "#mqtt/broker.ts";
import type { Session } from "#mqtt/session.ts";
import type { Timer } from "#mqtt/wire/timer.ts";
import { isProblem, refusal } from "../entities/command.ts";
import type { Asked, Entity } from "../entities/entity.ts";
import { type Installation, topicsOf } from "../installation.ts";
import { retained } from "../retained.ts";
import { textOf } from "./command-text.ts";
import { Refusals } from "./refusals.ts";

/** Entities that Home Assistant shows as entered until the state changes. A switch goes back by itself. */
const AS_TYPED: ReadonlySet<Entity["platform"]> = new Set<Entity["platform"]>([
	"number",
	"select",
	"text",
	"date",
	"time",
	"water_heater",
	"valve",
]);
/** Seconds for a browser to draw one state before the next. */
const REDRAWN_AFTER = 0.3;

export interface CommandsPorts {
	readonly session: Session;
	readonly house: Installation;
	readonly entities: readonly Entity[];
	readonly ask: (intent: Intent) => Promise<Problem | undefined>;
	readonly tell: Tell;
	readonly timer: Timer;
	/** Monotonic seconds. */
	readonly now: () => number;
	/** The newest turn; undefined before the first one. */
	readonly snapshot: () => Snapshot | undefined;
	/** Reports a bug in one entity. */
	readonly complain: (key: string, bug: unknown) => void;
}

/** Carries out commands from Home Assistant, or refuses them with a reason and shows the true state again. */
export class Commands {
	readonly #ports: CommandsPorts;
	/** Entities with commands, by command topic. */
	readonly #commanded: ReadonlyMap<string, Entity>;
	readonly #refusals: Refusals;
	/** Keys of entities whose true state is about to be published. */
	readonly #redrawn = new Set<string>();

	constructor(ports: CommandsPorts) {
		this.#ports = ports;
		const topics = topicsOf(ports.house);
		this.#commanded = new Map(
			ports.entities.filter((e) => e.command !== undefined).map((e) => [topics.command(e.key), e]),
		);
		this.#refusals = new Refusals(ports.now);
	}

	/** Of several commands on one topic, the newest valid one counts. */
	newest(): NewestOf {
		return {
			topics: new Set(this.#commanded.keys()),
			means: (topic, payload) => {
				const text = textOf(payload);
				const snapshot = this.#ports.snapshot();
				if (text === undefined || snapshot === undefined) return false;
				try {
					const asked = this.#commanded.get(topic)?.command?.(text, snapshot);
					return asked !== undefined && !isProblem(asked);
				} catch {
					return false;
				}
			},
		};
	}

	/** Handles a message if it is a command. */
	received({ topic, payload, retained: kept }: Received): void {
		const entity = this.#commanded.get(topic);
		if (entity === undefined) return;
		const taken = kept ? this.#refuse(entity, keptAtBroker(entity)) : this.#command(entity, payload);
		taken.catch((bug: unknown) => this.#ports.complain(entity.key, bug));
	}

	/** Commands refused within the last minute. */
	findings(): readonly Finding[] {
		return this.#refusals.findings();
	}

	async #command(entity: Entity, payload: Uint8Array): Promise<void> {
		const before = this.#shown(entity);
		const asked = this.#intended(entity, payload);
		const intents = isProblem(asked) ? [] : [asked].flat();
		let refused = isProblem(asked) ? asked : undefined;
		for (const intent of intents) refused ??= await this.#ports.ask(intent);
		if (refused !== undefined) return this.#refuse(entity, refused);
		const text = textOf(payload);
		if (intents.some((intent) => isRoundedTo(before, intent, text) || this.#isElsewhere(entity, before, intent)))
			await this.#redraw(entity);
	}

	/** The level was taken, and safety or a least time keeps the output where it was. */
	#isElsewhere(entity: Entity, before: string, intent: Intent): boolean {
		if (intent.kind !== "hold" || !AS_TYPED.has(entity.platform)) return false;
		const after = this.#shown(entity);
		return after === before && Number(after) !== intent.want;
	}

	#refuse(entity: Entity, refused: Problem): Promise<void> {
		this.#ports.tell(refusal(refused));
		this.#refusals.add(refused);
		return this.#redraw(entity);
	}

	/**
	 * Home Assistant shows an entered value until the state changes. So a number, a select or a text gets another state in between.
	 */
	async #redraw(entity: Entity): Promise<void> {
		if (entity.state === undefined || this.#redrawn.has(entity.key)) return;
		if (!AS_TYPED.has(entity.platform)) return this.#restate(entity);
		const { session, house, timer, complain } = this.#ports;
		this.#redrawn.add(entity.key);
		const topic = topicsOf(house).state(entity.key);
		await session.publish({ topic, payload: PAYLOAD_UNKNOWN, retain: false, qos: 1 });
		timer.after(REDRAWN_AFTER, () => {
			this.#redrawn.delete(entity.key);
			void this.#restate(entity).catch((bug: unknown) => complain(entity.key, bug));
		});
	}

	async #restate(entity: Entity): Promise<void> {
		const { session, house } = this.#ports;
		await session.publish(retained({ topic: topicsOf(house).state(entity.key), payload: this.#shown(entity) }));
	}

	/** The state in the newest turn, as published. */
	#shown(entity: Entity): string {
		const snapshot = this.#ports.snapshot();
		const state = snapshot && entity.state?.(snapshot);
		return state === undefined ? PAYLOAD_UNKNOWN : String(state);
	}

	#intended(entity: Entity, payload: Uint8Array): Asked {
		const snapshot = this.#ports.snapshot();
		if (snapshot === undefined || entity.command === undefined)
			return { path: entity.key, value: mend("a_command"), remedy: mend("still_starting") };
		const text = textOf(payload);
		if (text === undefined)
			return {
				path: entity.key,
				value: mend("bytes", { count: payload.length }),
				remedy: mend("too_long_or_no_text"),
			};
		return entity.command(text, snapshot);
	}
}

/** The entered number rounds to the one in force. No state would change, and the box would keep showing it. */
const isRoundedTo = (state: string, intent: Intent, text: string | undefined): boolean =>
	"value" in intent &&
	String(intent.value) === state &&
	typeof intent.value === "number" &&
	Number(text) !== intent.value;

/** A retained command would act again after every restart, long after it was meant. */
const keptAtBroker = ({ key }: Entity): Problem => ({
	path: key,
	value: mend("a_command"),
	remedy: mend("command_kept"),
});
