import { randomBytes } from "node:crypto";
import { matches } from "#mqtt/topic.ts";
import type { Target } from "../../proof.ts";

/** Topics at a broker that are not ours: unused ones, and those of other clients. */
export interface ForeignTopics {
	/** Of another installation of this app. */
	readonly neighbour: string;
	/** Among Home Assistant's own topics, where it does not listen. */
	readonly home: string;
	/** A discovery topic of another device. What is published there announces nothing. */
	readonly device: string;
	/** Of any client. */
	readonly anywhere: string;
}

/** Random, so that no client uses them. New ones at each call. */
export function foreignTopics(topics: Target["topics"]): ForeignTopics {
	const unknown = `authcheck_${randomBytes(4).toString("hex")}`;
	return {
		neighbour: `${baseOf(topics)}/${unknown}/authcheck`,
		home: `${prefixOf(topics)}/${unknown}/x`,
		device: `${prefixOf(topics)}/device/${unknown}/x/config`,
		anywhere: `${unknown}/x`,
	};
}

/** The part that all installations share: `solar` of `solar/1f3a`. */
export const baseOf = ({ root }: Target["topics"]): string => root.replace(/\/[^/]+$/, "");
/** Home Assistant's own: `homeassistant` of `homeassistant/status`. */
export const prefixOf = ({ birth }: Target["topics"]): string => birth.replace(/\/[^/]+$/, "");

/** Whether the app neither writes nor reads this topic, and no device of it does. */
export const isForeign = (topic: string, { root, discovery, birth, devices }: Target["topics"]): boolean =>
	!topic.startsWith(`${root}/`) &&
	!topic.startsWith(discovery.replace(/[^/]+\/config$/, "")) &&
	topic !== birth &&
	!devices?.read.some((filter) => matches(filter, topic)) &&
	!topic.startsWith("$SYS/");
