import type { DeviceMessage } from "../src/message/assembled.ts";
import type { JsonObject } from "../src/message/compact.ts";
import type { Step } from "../src/message/difference.ts";

/** `topic key platform unique_id` of each entity, in order. */
export type Entities = readonly string[];

/**
 * The little of Home Assistant that removal depends on (core 2026.11.0, `mqtt/discovery.py` and `mqtt/entity.py`):
 * - an entity is known by topic, key and platform, and keeps the unique id it came with;
 * - a component with its platform alone removes that entity; one that is left out stays;
 * - a second entity of one platform with the same unique id is ignored;
 * - an empty payload removes all that the topic brought;
 * - a message for a topic on which it is still busy is lost; an id is not free at once after its removal.
 */
export class HomeAssistant {
	#now = 0;
	readonly #ids = new Map<string, string>();
	readonly #busy = new Map<string, number>();
	readonly #freed = new Map<string, number>();
	static readonly SETTLES = 1.5;

	take(steps: readonly Step[]) {
		for (const step of steps) {
			this.#receive(step);
			this.#now += step.pause;
		}
	}

	get entities(): Entities {
		return [...this.#ids].map(([hash, id]) => `${hash} ${id}`).sort();
	}

	#receive({ topic, payload }: Step) {
		if (this.#soon(this.#busy.get(topic))) return;
		this.#busy.set(topic, this.#now);
		if (payload === "") {
			for (const hash of [...this.#ids.keys()]) if (hash.startsWith(`${topic} `)) this.#remove(hash);
			return;
		}
		const { components }: { components: Readonly<Record<string, JsonObject>> } = JSON.parse(payload);
		for (const [key, { platform, unique_id, ...rest }] of Object.entries(components)) {
			const hash = `${topic} ${key} ${platform}`;
			if (unique_id === undefined && Object.keys(rest).length === 0) this.#remove(hash);
			else this.#add(hash, String(platform), String(unique_id));
		}
	}

	#add(hash: string, platform: string, id: string) {
		if (this.#ids.has(hash)) return;
		const taken = [...this.#ids].some(([other, its]) => its === id && other.endsWith(` ${platform}`));
		if (taken || this.#soon(this.#freed.get(`${platform} ${id}`))) return;
		this.#ids.set(hash, id);
	}

	#remove(hash: string) {
		this.#freed.set(`${hash.split(" ").at(-1)} ${this.#ids.get(hash)}`, this.#now);
		this.#ids.delete(hash);
	}

	#soon(moment: number | undefined) {
		return moment !== undefined && this.#now - moment < HomeAssistant.SETTLES;
	}
}

/** What it should know when it has taken these messages and nothing else. */
export const entitiesOf = (messages: readonly DeviceMessage[]): Entities =>
	messages
		.flatMap(({ topic, payload }) =>
			Object.entries(payload.components).map(
				([key, { platform, unique_id }]) => `${topic} ${key} ${platform} ${unique_id}`,
			),
		)
		.sort();
