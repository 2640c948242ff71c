import type { Component } from "ha-mqtt-discovery";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Problem } from "#model/findings/finding.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Language } from "#texts/say.ts";

/** Undefined means "not known". A number never stands for it. */
export type EntityState = string | number | undefined;
export type Attributes = Readonly<Record<string, unknown>> | Facts;

/** Something that happened, to be said once. */
export interface Occurrence {
	/** Never that of another one while the app runs. */
	readonly id: string;
	readonly event_type: string;
	readonly facts: Readonly<Record<string, unknown>>;
}

/** What an owner turned on, and what therefore is shown. */
export interface Shows {
	/** The broker's log is watched. */
	readonly watch?: boolean;
}

/** What of a component follows from the entity: ids, name, availability, and the topics of what the entity has. */
type FilledIn =
	| ("platform" | "unique_id" | "default_entity_id" | "name" | "availability")
	| ("state_topic" | "json_attributes_topic" | "command_topic");
/** The rest of it, by which classes and units Home Assistant has for the platform. */
type OwnPart<C> = C extends Component ? Omit<C, FilledIn> : never;
type Discovered = {
	readonly [P in Component["platform"]]: {
		readonly platform: P;
		/** Home Assistant's discovery of it, but for what follows from the entity. */
		readonly component?: OwnPart<Extract<Component, { platform: P }>>;
	};
}[Component["platform"]];

/**
 * One thing in Home Assistant, declared once: discovery, state, commands, the table in the docs and the contract tests
 * all read this.
 */
export type Entity = Discovered & {
	/** Stable for ever: a topic level, and part of the unique id. */
	readonly key: string;
	/** In the language of the house. */
	readonly name: string;
	/** The device whose loss makes this unavailable; without it only the app's own. */
	readonly bus?: string;
	/** Absent for what has no state, like a button. */
	state?(snapshot: Snapshot): EntityState;
	attributes?(snapshot: Snapshot): Attributes;
	/** Instead of a state: what happened lately. Each is sent once and not retained. */
	occurrences?(snapshot: Snapshot): readonly Occurrence[];
	/** At most one message in so many seconds while only noise changes it; the recorder will be thankful. */
	readonly min_interval?: number;
	command?(payload: string, snapshot: Snapshot): Intent | Problem;
};

export type EntityFamily = (plant: Plant, language: Language, shows?: Shows) => readonly Entity[];
