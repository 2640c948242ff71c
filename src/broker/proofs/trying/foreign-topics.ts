import { randomBytes } from "node:crypto";
import type { Target } from "../proof.ts";

/** What is not ours at a broker: topics that are not in use, and topics of other clients. */
export interface ForeignTopics {
	/** Of another installation of this app. */
	readonly neighbour: string;
	/** Among Home Assistant's own, where it does not listen. */
	readonly home: string;
	/** Discovery of another device; what is published there announces nothing. */
	readonly device: string;
	/** Of any client. */
	readonly anybody: string;
}

/** New ones at each call: random, so that no client uses them. */
export function foreignTopics(topics: Target["topics"]): ForeignTopics {
	const nobody = `authcheck_${randomBytes(4).toString("hex")}`;
	return {
		neighbour: `${baseOf(topics)}/${nobody}/authcheck`,
		home: `${prefixOf(topics)}/${nobody}/x`,
		device: `${prefixOf(topics)}/device/${nobody}/x/config`,
		anybody: `${nobody}/x`,
	};
}

/** What all installations have in common: `solar` of `solar/1f3a`. */
export const baseOf = ({ root }: Target["topics"]): string => root.replace(/\/[^/]+$/, "");
/** Home Assistant's own: `homeassistant` of `homeassistant/status`. */
export const prefixOf = ({ birth }: Target["topics"]): string => birth.replace(/\/[^/]+$/, "");

/** Whether the app has no business with this topic, neither writing nor reading. */
export const isForeign = (topic: string, { root, discovery, birth }: Target["topics"]): boolean =>
	!topic.startsWith(`${root}/`) &&
	!topic.startsWith(discovery.replace(/[^/]+\/config$/, "")) &&
	topic !== birth &&
	!topic.startsWith("$SYS/");
