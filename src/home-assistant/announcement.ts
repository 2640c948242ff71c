import {
	type DeviceMessage,
	difference,
	type Published,
	published,
	SETTLING_SECONDS,
	underway,
} from "ha-mqtt-discovery";
import type { Session } from "#mqtt/session.ts";
import type { Timer } from "#mqtt/wire/timer.ts";
import type { Installation } from "./installation.ts";
import { leftovers } from "./leftovers.ts";
import { retained } from "./retained.ts";

/** Seconds. */
const NOTED_AFTER = 0.1;

/** What the store remembers of earlier announcements. */
export interface AnnouncedBefore {
	/** Earlier announcements, as plain JSON from the store. */
	readonly announced: readonly Published[];
	readonly remember: (announced: readonly Published[]) => void;
	/** Topics that had something retained before, and the function that saves them. */
	readonly kept: readonly string[];
	readonly keep: (topics: readonly string[]) => void;
}

interface AnnouncementPorts extends AnnouncedBefore {
	readonly session: Session;
	readonly house: Installation;
	/** The messages for the core that there is now: the plant's device first. Home Assistant makes one that others name before it came. */
	readonly messages: () => Promise<readonly DeviceMessage[]>;
	/** Topics with something retained now. */
	readonly topics: readonly string[];
	readonly timer: Timer;
	/** Called when former entities are gone and the announcement and states may be published. */
	readonly said: (messages: readonly DeviceMessage[]) => void;
	/** How many topics the broker does not hold as it should. */
	readonly missing: () => number;
}

/** Announces the device to Home Assistant once per start of the app. Former entities are removed first. */
export class Announcement {
	readonly #ports: AnnouncementPorts;
	#state: "unsaid" | "underway" | "said" = "unsaid";
	#closed = false;
	#cancelSettling: () => void = () => undefined;
	/** Notes to be saved at a quieter moment. */
	readonly #notes = new Set<() => void>();

	constructor(ports: AnnouncementPorts) {
		this.#ports = ports;
	}

	/** Whether the announcement was published. States follow it. */
	get said(): boolean {
		return this.#state === "said";
	}

	/** Starts at every connection until it has been published. */
	connected(): void {
		if (this.#state === "unsaid") void this.#announce();
	}

	/** Saves pending notes now, because the next start must know what is retained. */
	close(): void {
		this.#closed = true;
		this.#cancelSettling();
		for (const note of this.#notes) note();
		this.#notes.clear();
	}

	async #announce(): Promise<void> {
		const { announced, remember, timer } = this.#ports;
		this.#state = "underway";
		const messages = await this.#ports.messages();
		if (this.#closed) return;
		const removals = difference(announced, messages).slice(0, -messages.length);
		// Saved before anything is removed. If nothing is removed, saving may wait until all is published.
		const note = () => remember(underway(announced, messages));
		if (removals.length > 0) note();
		else this.#soon(note);
		for (const { topic, payload, pause } of removals) {
			const outcome = await this.#ports.session.publish(retained({ topic, payload }));
			if (outcome === "lost") {
				this.#state = "unsaid";
				return;
			}
			await new Promise<void>((resolve) => timer.after(pause, resolve));
		}
		if ((await this.#swept()) === "lost") {
			this.#state = "unsaid";
			return;
		}
		this.#state = "said";
		this.#ports.said(messages);
		this.#settle(messages);
	}

	/** Clears retained messages of entities and boards that are gone, once Home Assistant has forgotten them. */
	async #swept(): Promise<"lost" | undefined> {
		const { announced, kept, keep } = this.#ports;
		const old = leftovers(this.#ports.house, kept, announced, this.#ports.topics);
		// After a crash the next start finds them by this note. If there are none, saving may wait until all is published.
		const note = () => keep([...this.#ports.topics, ...old]);
		if (old.length > 0) note();
		else this.#soon(note);
		for (const topic of old) {
			// We may have lost the right to another base topic. That is no failure.
			if ((await this.#ports.session.publish(retained({ topic, payload: "" }), true)) === "lost") return "lost";
		}
		return undefined;
	}

	#soon(note: () => void): void {
		this.#notes.add(note);
		this.#ports.timer.after(NOTED_AFTER, () => {
			if (this.#notes.delete(note)) note();
		});
	}

	/** Forgets the former announcement only when the broker holds all of the new one. */
	#settle(messages: readonly DeviceMessage[]): void {
		const { remember, keep, timer, missing } = this.#ports;
		this.#cancelSettling = timer.after(SETTLING_SECONDS, () => {
			if (missing() > 0) return this.#settle(messages);
			remember(messages.map(published));
			keep(this.#ports.topics);
		});
	}
}
