import type { Sentence } from "#model/sentences/sentence.ts";
import type { Change, Outcome } from "../change/carry-out.ts";
import type { Trouble } from "../files/trouble.ts";

/** The change that a command makes, and how it takes effect. */
export interface Plan extends Change {
	/** `reload` is enough for users, rights and certificates, and disconnects no client. */
	readonly activate: "reload" | "restart";
	/** Checks that the broker does what the command promised. */
	prove(): Promise<Trouble | undefined>;
	/** `prove` tries the broker's listeners, so their certificates must allow that. */
	readonly doors?: "tried";
	/** Listeners at which this cannot be tried. */
	readonly untried?: readonly string[];
	/** Prepares the app before the broker is changed. If that fails, nothing is changed. */
	begin?(): Promise<Trouble | undefined>;
	/** Hands over what only this command knows, such as a new password. If that fails, the change is undone. */
	hand?(): Promise<Trouble | undefined>;
	/** Completes the change in the app, after success and failure. */
	end?(outcome: Outcome): Promise<Trouble | undefined>;
	/** The command was asked to remove settings. Otherwise removed settings are a mistake, and nothing is changed. */
	readonly takes_away?: boolean;
	/** The message if no file had to be changed. Even then the promise is proven. */
	readonly nothing?: Sentence;
	/** What to print when it is done, and in a dry run. */
	readonly said: readonly Sentence[];
	/** A new password that is shown only once. It is in no sentence. */
	readonly password?: string;
	/** Facts for `--json`. */
	readonly facts?: Readonly<Record<string, unknown>>;
}

/** A mistake in how the command was called. */
export interface Refusal {
	readonly remedy: readonly Sentence[];
}
