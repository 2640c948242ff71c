import type { SourceFlags } from "#app/login/source.ts";
import type { Machine } from "#app/machine.ts";
import type { Change, Outcome } from "#broker/change/carry-out.ts";
import type { At } from "#broker/files/file.ts";
import type { Trouble } from "#broker/files/trouble.ts";
import type { Sentence, Word } from "#model/sentences/sentence.ts";

export interface BrokerFlags extends SourceFlags {
	/** Mosquitto's configuration. */
	readonly config?: string;
	readonly backups: string;
	/** A command that starts the broker anew, for a shell. */
	readonly restartWith?: string;
	readonly dryRun?: boolean;
	readonly json?: boolean;
	/** Called at each step that changes the disk; no flag of the command line. */
	readonly at?: At;
	/** And this one at every other step. */
	readonly step?: At;
}

/** The change that a command makes, and how the broker takes it over. */
export interface Plan extends Change {
	/** `reload` is enough for users, rights and certificates; it disconnects no client. */
	readonly activate: "reload" | "restart";
	/** Whether the broker is now what the command promised. */
	prove(): Promise<Trouble | undefined>;
	/** `prove` tries the broker's doors, so their certificates have to bear that. */
	readonly doors?: "tried";
	/** Listeners at which it cannot try them. */
	readonly untried?: readonly string[];
	/** Prepares the app before the broker is changed. If that fails, nothing is changed. */
	begin?(): Promise<Trouble | undefined>;
	/** Gives away what only this command knows, such as a new password; where that fails, the change is taken back. */
	hand?(): Promise<Trouble | undefined>;
	/** Finishes in the app after the change, in success and failure. */
	end?(outcome: Outcome): Promise<Trouble | undefined>;
	/** It was asked to take settings away: else that is a mistake, and nothing is changed. */
	readonly takes_away?: boolean;
	/** The message where no file had to be changed. Without it, the promise is proven all the same. */
	readonly nothing?: Sentence;
	/** What to say when it is done, and in a dry run. */
	readonly said: readonly Sentence[];
	/** A new password, to be shown this once; it stands in no sentence. */
	readonly password?: string;
	/** For `--json`. */
	readonly facts?: Readonly<Record<string, unknown>>;
}

/** Something that is wrong with how the command was called. */
export interface Refusal {
	readonly remedy: readonly Sentence[];
}

/** The user who asked for a change, and how to address them. */
export interface Calling {
	readonly machine: Machine;
	readonly flags: BrokerFlags;
	readonly word: Word;
}
