import type { Problem } from "#model/findings/finding.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { type Sentence, says } from "#model/sentences/sentence.ts";
import type { Broker, Credentials, WebSocketPlace } from "#mqtt/broker.ts";
import type { FailureClass } from "#mqtt/failure.ts";
import { USUAL_PATH } from "#mqtt/wire/websocket.ts";
import type { ProbeClientIds } from "./trying/probe-client-id.ts";

/** One thing that can be shown to be so, or not. A new one is a file and a line in index.ts. */
export interface Proof {
	readonly id: string;
	/** The proofs that must be ok before this one means anything. */
	readonly needs: readonly string[];
	/** Points of 100 that the security score loses when it fails, and half of them when it is not proven. 0 by default. */
	readonly costs?: number;
	/** Never tried without a person asking. */
	readonly by_hand?: true;
	/** Seconds after which it has no result, where it asks more often than others. */
	readonly deadline?: number;
	/** Bounds its own waiting by `PATIENCE`. Only a bug throws. */
	run(context: Context): Result | Promise<Result>;
}

/** All that proofs may know. */
export interface Context {
	readonly options: {
		/** Where the options came from and what they describe. */
		readonly summary: Words;
		/** Everything that is wrong with them, no secrets. */
		readonly problems: readonly Problem[];
		/** What is valid and cannot work as it is meant. */
		readonly notes?: readonly Problem[];
	};
	/** Absent where the options are not readable enough to tell. `none` is: the options allow to come without one. */
	readonly login?:
		| { readonly kind: "complete"; readonly username: string }
		| { readonly kind: "required"; readonly text: string }
		| { readonly kind: "none" };
	/** Files with a secret in them that every user of this machine can read. */
	readonly exposed?: readonly string[];
	/** Absent unless options and login are complete: then no connection is made. */
	readonly target?: Target;
	/** Other ports of the same broker, where strangers have to be turned away as well. */
	readonly listeners?: readonly Listener[];
	/** The login of another user, for what only two users can show. */
	readonly second?: Credentials;
}

/** A port of a broker. */
export interface Listener {
	readonly host: string;
	readonly port: number;
	readonly tls: boolean;
	/** It is spoken to inside a websocket. */
	readonly websocket?: WebSocketPlace;
}

export interface Target {
	readonly broker: Broker;
	/** The names under which we come where we mean to be turned away. */
	readonly clientIds: ProbeClientIds;
	/** What the app publishes and listens to there. */
	readonly topics: {
		/** All of our own topics begin with it, for example `solar/1f3a`. */
		readonly root: string;
		/** A filter. */
		readonly commands: string;
		/** Ends in `<device>/config`. */
		readonly discovery: string;
		readonly birth: string;
	};
	/**
	 * Strangers come in every way; else in the few that matter most, as a firewall may shut out the machine that is refused
	 * often (`broker fail2ban`: ten times in five minutes).
	 */
	readonly thorough?: boolean;
	/** Other users of this broker, where their names are known. */
	readonly others?: readonly string[];
}

export type Class =
	| FailureClass
	| "ok"
	/** Something that it needs is not ok. */
	| "not-tried"
	/** Switched off in the options. */
	| "not-configured"
	| "options-invalid"
	/** The options are valid, and something in them cannot work as it is meant. */
	| "options-note"
	| "credentials-required"
	/** The options allow to come without a login, and there is none. */
	| "credentials-none"
	/** Every user of this machine can read a file with a secret in it. */
	| "secret-readable"
	/** The broker gives each user one connection: who logs in anew throws out the app. */
	| "one-per-user"
	| "tls-expires-soon"
	| "anonymous-allowed"
	| "wrong-password-accepted"
	| "random-user-accepted"
	/** Our name opens with an empty password, or with none. */
	| "empty-password-accepted"
	/** Our password opens under a name that is not ours. */
	| "other-name-accepted"
	| "plaintext-accepted"
	| "old-tls-accepted"
	| "client-id-theft"
	/** This user may do more than the app needs. */
	| "acl-too-wide"
	/** This user may do everything, as where there are no rules at all. */
	| "acl-absent"
	| "sys-readable"
	| "broker-outdated"
	/** The broker does not show it. */
	| "not-visible"
	/** Neither shown to be so nor not to be so. */
	| "not-proven"
	/** The protocol has no way to say that a message was denied. */
	| "denial-invisible"
	/** A bug of ours. */
	| "check-broken";

/** What is said to people, sentence by sentence. */
export type Words = Sentence | readonly Sentence[];

export interface Result {
	readonly status: "ok" | "fail" | "skipped";
	readonly class: Class;
	/** What was tried and what was seen. Never a secret. */
	readonly message: readonly Sentence[];
	/** What to do; empty where there is nothing. */
	readonly remedy: readonly Sentence[];
	readonly facts: Facts;
}

export const ok = (message: Words, facts: Facts = {}): Result => noted("ok", message, [], facts);

/** Good, with something to know about it. */
export const noted = (class_: Class, message: Words, remedy: Words, facts: Facts = {}): Result =>
	result("ok", class_, message, remedy, facts);

export const fail = (class_: Class, message: Words, remedy: Words, facts: Facts = {}): Result =>
	result("fail", class_, message, remedy, facts);

export const skipped = (
	class_: "not-tried" | "not-configured" | "not-visible",
	message: Words,
	remedy: Words = [],
	facts: Facts = {},
): Result => result("skipped", class_, message, remedy, facts);

const result = (status: Result["status"], class_: Class, message: Words, remedy: Words, facts: Facts): Result => ({
	status,
	class: class_,
	message: listed(message),
	remedy: listed(remedy),
	facts,
});

export const listed = (words: Words): readonly Sentence[] => [words].flat();

/** A failure of the table, after what was tried. */
export const broken = (tried: Words, failure: FailureClass, detail: string): Result =>
	fail(failure, [...listed(tried), ...seen(failure, detail)], mended(failure), { ...(detail !== "" && { detail }) });

/** Its cause, and the detail; a number is a reason code of the broker. */
export const seen = (failure: FailureClass, detail: string): readonly Sentence[] => {
	const cause = says("cause", { cause: `${failure}.cause` });
	if (detail === "") return [cause];
	return [cause, /^\d+$/.test(detail) ? says("detail_code", { detail }) : says("detail", { detail })];
};

/** What to do about a failure of the table. */
export const mended = (failure: FailureClass): Sentence => says("mend", { remedy: `${failure}.remedy` });

/** The run of a proof that needs a broker to ask. */
export const against =
	(run: (target: Target) => Promise<Result>) =>
	({ target }: Context): Result | Promise<Result> =>
		target === undefined ? nobodyToAsk() : run(target);

export const nobodyToAsk = (): Result => skipped("not-tried", says("nobody_to_ask"));

export const placeOf = ({ host, port }: Pick<Broker, "host" | "port">): string =>
	host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;

/** A listener as `check --listener` takes it, and as people read it. */
export const listenerText = ({ tls, websocket, ...place }: Listener): string => {
	const path = websocket?.path === undefined || websocket.path === USUAL_PATH ? "" : websocket.path;
	return `${placeOf(place)}${tls ? "/tls" : ""}${websocket === undefined ? "" : `/websockets${path}`}`;
};

/** The user we connect as, for people; a dash without a name. */
export const userOf = ({ username }: Credentials): string => username || "–";

/** Seconds that a proof may wait for a network. */
export const PATIENCE = 4;
