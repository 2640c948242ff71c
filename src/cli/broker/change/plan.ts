import type { SourceFlags } from "#app/login/source.ts";
import type { Machine } from "#app/machine.ts";
import type { At } from "#broker/files/file.ts";
import type { Word } from "#model/sentences/sentence.ts";

export interface BrokerFlags extends SourceFlags {
	/** Mosquitto's configuration. */
	readonly config?: string;
	readonly backups: string;
	/** A shell command that restarts the broker. */
	readonly restartWith?: string;
	readonly dryRun?: boolean;
	readonly json?: boolean;
	/** Called at each step that changes the disk. No flag of the command line. */
	readonly at?: At;
	/** Called at every other step. */
	readonly step?: At;
}

/** The user who asked for a change, and how to address them. */
export interface Calling {
	readonly machine: Machine;
	readonly flags: BrokerFlags;
	readonly word: Word;
}
