import type { Sentence } from "#model/sentences/sentence.ts";
import type { Change, Outcome } from "../change/carry-out.ts";
import type { Trouble } from "../files/trouble.ts";

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
