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

/** What every component has in common, filled in from the entity's key: ids, name, topics, availability. */
export interface BaseConfig {
	readonly base: {
		readonly unique_id: string;
		readonly default_entity_id: string;
		readonly name: string;
		readonly availability: readonly { readonly topic: string }[];
	};
	readonly state: { readonly state_topic: string };
	readonly attributes: { readonly json_attributes_topic: string };
	readonly command: { readonly command_topic: string };
}

/**
 * One thing in Home Assistant, declared once: discovery, state, commands, the table in the docs and the contract tests
 * all read this.
 */
export interface Entity {
	/** Stable for ever: a topic level, and part of the unique id. */
	readonly key: string;
	readonly platform: Component["platform"];
	/** In the language of the house. */
	readonly name: string;
	/** The device whose loss makes this unavailable; without it only the app's own. */
	readonly bus?: string;
	component(config: BaseConfig): Component;
	/** Absent for what has no state, like a button. */
	state?(snapshot: Snapshot): EntityState;
	attributes?(snapshot: Snapshot): Attributes;
	/** Instead of a state: what happened lately. Each is sent once and not retained. */
	occurrences?(snapshot: Snapshot): readonly Occurrence[];
	/** At most one message in so many seconds while only noise changes it; the recorder will be thankful. */
	readonly min_interval?: number;
	command?(payload: string, snapshot: Snapshot): Intent | Problem;
}

export type EntityFamily = (plant: Plant, language: Language, shows?: Shows) => readonly Entity[];
