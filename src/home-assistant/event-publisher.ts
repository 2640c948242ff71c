import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Session } from "#mqtt/session.ts";
import type { Entity } from "./entities/entity.ts";
import { type Installation, topicsOf } from "./installation.ts";

/** Publishes each event once, never retained: a retained event would happen again at every restart. */
export class EventPublisher {
	readonly #session: Session;
	readonly #entities: readonly Entity[];
	readonly #topic: (key: string) => string;
	readonly #failed: (key: string, bug: unknown) => void;
	#said = new Set<string>();

	constructor(
		session: Session,
		house: Installation,
		entities: readonly Entity[],
		failed: (key: string, bug: unknown) => void,
	) {
		this.#session = session;
		this.#entities = entities.filter((entity) => entity.occurrences !== undefined);
		this.#topic = topicsOf(house).state;
		this.#failed = failed;
	}

	/** Without a connection an event is sent with a later snapshot, while that still contains it. */
	show(snapshot: Snapshot): void {
		if (this.#session.state().kind !== "connected") return;
		const lately = new Set<string>();
		for (const entity of this.#entities) {
			for (const one of this.#of(entity, snapshot)) {
				const id = `${entity.key} ${one.id}`;
				lately.add(id);
				if (!this.#said.has(id)) void this.#say(id, entity.key, { event_type: one.event_type, ...one.facts });
			}
		}
		this.#said = new Set([...this.#said].filter((id) => lately.has(id)));
	}

	#of(entity: Entity, snapshot: Snapshot) {
		try {
			return entity.occurrences?.(snapshot) ?? [];
		} catch (bug) {
			this.#failed(entity.key, bug);
			return [];
		}
	}

	async #say(id: string, key: string, payload: Readonly<Record<string, unknown>>): Promise<void> {
		this.#said.add(id);
		const message = { topic: this.#topic(key), payload: JSON.stringify(payload), retain: false, qos: 1 } as const;
		if ((await this.#session.publish(message)) === "lost") this.#said.delete(id);
	}
}
