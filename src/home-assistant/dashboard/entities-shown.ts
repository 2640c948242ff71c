import type { Plant } from "#model/plant/plant.ts";
import { componentOf, entitiesOf, type Installation } from "../installation.ts";
import type { Shape } from "../shape.ts";

/** A card as Home Assistant's YAML has it. */
export type Card = Readonly<Record<string, unknown>>;

/** An entity as a dashboard names it. */
export interface ShownEntity {
	readonly key: string;
	readonly id: string;
	/** In the language of the house. */
	readonly name: string;
	readonly platform: string;
	readonly category: string | undefined;
	/** Home Assistant has it enabled from the start. */
	readonly enabled: boolean;
}

/** The entities of a plant for its dashboard, with the ids that are declared of them. */
export class EntitiesShown {
	readonly all: readonly ShownEntity[];
	readonly #byKey: ReadonlyMap<string, ShownEntity>;

	constructor(house: Installation, plant: Plant, shape: Shape) {
		this.all = entitiesOf(plant, house.language, house).map((entity) => {
			const { default_entity_id: id, platform, ...component } = componentOf(house, entity, shape);
			return {
				key: entity.key,
				id: String(id),
				name: entity.name,
				platform,
				category: "entity_category" in component ? component.entity_category : undefined,
				enabled: !("enabled_by_default" in component) || component.enabled_by_default !== false,
			};
		});
		this.#byKey = new Map(this.all.map((entity) => [entity.key, entity]));
	}

	find(key: string): ShownEntity | undefined {
		return this.#byKey.get(key);
	}

	/** A tile, where the plant has this entity. One that is disabled at first appears when a person enables it. */
	tile(key: string, more: Card = {}): readonly Card[] {
		const entity = this.find(key);
		if (entity === undefined) return [];
		const tile = { type: "tile", entity: entity.id, name: entity.name, ...more };
		const wide = tile.name.length > FITS ? { grid_options: { columns: 12 } } : {};
		return [{ ...tile, ...wide, ...more, ...unlessDisabled(entity) }];
	}

	/** The temperatures of a day in one picture. */
	history(keys: readonly (readonly [key: string, name: string])[]): readonly Card[] {
		const entities = keys.flatMap(([key, name]) => {
			const found = this.find(key);
			return found === undefined ? [] : [{ entity: found.id, name }];
		});
		return entities.length === 0 ? [] : [{ type: "history-graph", hours_to_show: 24, entities, ...FULL_WIDTH }];
	}
}

/** Letters of a name on a tile of half a section's width. */
const FITS = 16;

export const FULL_WIDTH = { grid_options: { columns: "full" } };

/** To Home Assistant, an entity that is not there is unavailable; before 2026 it is unknown. */
export const unlessDisabled = ({ enabled, id }: ShownEntity): Card =>
	enabled ? {} : { visibility: [{ condition: "state", entity: id, state_not: ["unavailable", "unknown"] }] };

/** A section, unless there is nothing in it. */
export const section = (heading: string, icon: string, cards: readonly Card[]): readonly Card[] =>
	cards.length === 0 ? [] : [{ type: "grid", cards: [{ type: "heading", heading, icon }, ...cards] }];
