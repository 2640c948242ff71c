import type { Intent, Job } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding, Problem } from "#model/findings/finding.ts";
import type { Origin } from "#model/findings/trail.ts";
import type { Messages } from "#model/plant/messages.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import type { Notice } from "#model/sentences/notice.ts";
import type { Options } from "#options/root.ts";
import type { Clock } from "#runtime/clock.ts";
import type { Store } from "#store/store-contract.ts";
import type { DeviceMessages } from "./device-messages.ts";

/** The running controller, for everything beside control. */
export interface App {
	readonly plant: Plant;
	/** Absent while the options are invalid. */
	readonly options: Options | undefined;
	/**
	 * Options for everything beside control. If the options are invalid, these are the valid parts, provided they name a
	 * broker.
	 */
	readonly beside: Options | undefined;
	/**
	 * The plant that Home Assistant knows. While the options are invalid, that of the last valid ones; absent if those are
	 * lost.
	 */
	readonly shown: Plant | undefined;
	readonly store: Store;
	readonly clock: Clock;
	/** Where devices beyond the broker wait for a connection to it. */
	readonly messages: Pick<DeviceMessages, "attach"> & Messages;
	snapshot(): Snapshot | undefined;
	/** The newest readings, in the order of `plant.sensors`. */
	samples(): readonly (Sample | undefined)[];
	/** `origin` is recorded with the command. */
	ask(intent: Intent, origin?: Origin): Promise<Problem | undefined>;
	alive(): boolean;
	/** Adds an observer. Returns a function that removes it. */
	observe(part: string, observer: Observer): () => void;
	/** Registers how a job is started that a person may ask for. `begin` gives the reason if it cannot start. */
	onJob(name: Job, begin: () => Problem | undefined): void;
	/** Resolves after the first turn. */
	readonly started: Promise<void>;
	/** Resolves when the loop has ended and every output was driven to rest. */
	readonly ended: Promise<Ended>;
	stop(): void;
}

export interface Ended {
	/** 0 if the loop was asked to end. */
	readonly code: number;
	/** True if no board reported a fault. */
	readonly rested: boolean;
}

/** Watches the controller while it runs. All methods are optional. */
export interface Observer {
	/** The controller is open; its first turn is still to come. */
	opened?(app: App): void;
	/** Something was logged. */
	heard?(notice: Notice): void;
	/** A finished turn. */
	turned?(snapshot: Snapshot): void;
	/** A command was answered. */
	asked?(command: Command): void;
	/** Findings of this part, called in every turn. */
	findings?(): readonly Finding[];
	/** Control has ended. `left` has the final state of the outputs. */
	ended?(left: Snapshot | undefined): void;
	close?(): void | Promise<void>;
}

export interface Command {
	readonly intent: Intent;
	readonly origin?: Origin | undefined;
	/** The turn before the command. */
	readonly before: Snapshot | undefined;
	/** Absent if it was accepted. */
	readonly refused: Problem | undefined;
}
