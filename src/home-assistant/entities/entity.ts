import type { Component } from "ha-mqtt-discovery";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Problem } from "#model/findings/finding.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Language } from "#texts/say.ts";

/** Undefined means unknown. A number never stands for it. */
export type EntityState = string | number | undefined;
export type Attributes = Readonly<Record<string, unknown>> | Facts;

/** What a command asks for, in this order, or why it is refused. After one that is refused none follows. */
export type Asked = Intent | readonly Intent[] | Problem;

/** A part of the plant that Home Assistant shows as a device of its own. */
export type Place = "ventilation" | "controller" | `part_${string}`;

/** Something that happened. It is sent once. */
export interface Occurrence {
	/** Unique while the app runs. */
	readonly id: string;
	readonly event_type: string;
	readonly facts: Readonly<Record<string, unknown>>;
}

/** Features that the owner turned on and that add entities. */
export interface Shows {
	/** The broker's log is watched. */
	readonly watch?: boolean;
	/** Paths of settings that are disabled in Home Assistant until a person enables them there. */
	readonly unseen?: readonly string[];
}

/** Parts of a component that follow from the entity: ids, name, availability and topics. */
type FilledIn =
	| ("platform" | "unique_id" | "default_entity_id" | "name" | "availability")
	| ("state_topic" | "json_attributes_topic" | "command_topic")
	| ("mode_state_topic" | "mode_command_topic" | "power_command_topic")
	| ("temperature_state_topic" | "temperature_command_topic" | "current_temperature_topic");
/** The remaining parts, with the classes and units that Home Assistant has for the platform. */
type OwnPart<C> = C extends Component ? Omit<C, FilledIn> : never;
type Discovered = {
	readonly [P in Component["platform"]]: {
		readonly platform: P;
		/** Home Assistant's discovery, without what follows from the entity. */
		readonly component?: OwnPart<Extract<Component, { platform: P }>>;
	};
}[Component["platform"]];

/**
 * One thing in Home Assistant, declared once. Discovery, state, commands, the table in the docs and the contract tests all
 * derive from it.
 */
export type Entity = Discovered & {
	/** Never changes: a topic level, and part of the unique id. */
	readonly key: string;
	/** In the language of the house. */
	readonly name: string;
	/** The device below the plant's on which it is shown. Absent: the plant's own. */
	readonly on?: Place;
	/** The device whose loss makes this unavailable, besides the app itself. */
	readonly bus?: string;
	/** Absent for an entity without a state, such as a button. */
	state?(snapshot: Snapshot): EntityState;
	attributes?(snapshot: Snapshot): Attributes;
	/** Instead of a state: recent events. Each is sent once and not retained. */
	occurrences?(snapshot: Snapshot): readonly Occurrence[];
	/** Seconds. The least time between two messages while only numbers change, which spares Home Assistant's recorder. */
	readonly min_interval?: number;
	/** Where it is there, state and attributes are sent only when it changes, and not when they do. */
	news?(snapshot: Snapshot): string;
	/** The dead band: a number that changes by less than this is noise. 1 where it is left out. */
	readonly noise?: number;
	command?(payload: string, snapshot: Snapshot): Asked;
	/** Of a water heater, whose state is its mode: the entities that have its temperatures. */
	readonly temperatures?: {
		/** Key of the number that is the target. */
		readonly target: string;
		/** Key of the sensor of the present temperature. */
		readonly current: string;
	};
};

export type EntityFamily = (plant: Plant, language: Language, shows?: Shows) => readonly Entity[];
