import type { Problem } from "#model/findings/finding.ts";
import type { Topics } from "#model/plant/messages.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { type Sentence, says } from "#model/sentences/sentence.ts";
import type { Broker, Credentials, WebSocketPlace } from "#mqtt/broker.ts";
import type { FailureClass } from "#mqtt/failure.ts";
import { USUAL_PATH } from "#mqtt/wire/websocket.ts";
import type { ProbeClientIds } from "./trying/own/probe-client-id.ts";

/** One property that is checked by trying it. To add one, write a file and a line in index.ts. */
export interface Proof {
	readonly id: string;
	/** The proofs that must pass before this one is meaningful. */
	readonly needs: readonly string[];
	/** Points of 100 that the score loses if it fails, and half of them if it is not proven. 0 by default. */
	readonly costs?: number;
	/** Only run on request of a person. */
	readonly by_hand?: true;
	/** Seconds until it counts as without result. For proofs that ask more than others. */
	readonly deadline?: number;
	/** Must limit its own waiting to `PATIENCE`. Throws only for a bug. */
	run(context: Context): Result | Promise<Result>;
}

/** Everything that proofs may know. */
export interface Context {
	readonly options: {
		/** Where the options came from, and what they describe. */
		readonly summary: Words;
		/** All faults in them. No secrets. */
		readonly problems: readonly Problem[];
		/** Settings that are valid but do not work together. */
		readonly notes?: readonly Problem[];
	};
	/** Absent if the options cannot be read. `none`: the options allow connections without a login. */
	readonly login?:
		| { readonly kind: "complete"; readonly username: string }
		| { readonly kind: "required"; readonly why: Sentence; readonly found?: Sentence }
		| { readonly kind: "none" };
	/** Files with a secret that every user of this machine can read. */
	readonly exposed?: readonly string[];
	/** Absent unless options and login are complete. Without it no connection is made. */
	readonly target?: Target;
	/** Other ports of the same broker, which must also refuse strangers. */
	readonly listeners?: readonly Listener[];
	/** The login of another user, for proofs that need two users. */
	readonly second?: Credentials;
}

/** A port of a broker. */
export interface Listener {
	readonly host: string;
	readonly port: number;
	readonly tls: boolean;
	/** Present where MQTT runs inside a websocket. */
	readonly websocket?: WebSocketPlace;
}

export interface Target {
	readonly broker: Broker;
	/** Client ids for logins that are expected to be refused. */
	readonly clientIds: ProbeClientIds;
	/** Topics that the app publishes and subscribes to. */
	readonly topics: {
		/** Prefix of all our topics, for example `solar/1f3a`. */
		readonly root: string;
		/** A topic filter. */
		readonly commands: string;
		/** Ends in `<device>/config`. */
		readonly discovery: string;
		readonly birth: string;
		/** Of devices beyond the broker. */
		readonly devices?: Topics;
	};
	/**
	 * Tries strangers in every way. Otherwise only in the most important ways, because a firewall may ban a machine that is
	 * refused often (`broker fail2ban`: ten times in five minutes).
	 */
	readonly thorough?: boolean;
	/** Names of other users of this broker, if known. */
	readonly others?: readonly string[];
}

export type Class =
	| FailureClass
	| "ok"
	/** A proof that it needs did not pass. */
	| "not-tried"
	/** Switched off in the options. */
	| "not-configured"
	| "options-invalid"
	/** The options are valid, but do not work together. */
	| "options-note"
	| "credentials-required"
	/** There is no login, and the options allow that. */
	| "credentials-none"
	/** Every user of this machine can read a file with a secret. */
	| "secret-readable"
	/** The broker allows one connection per user: a new login disconnects the app. */
	| "one-per-user"
	| "tls-expires-soon"
	| "anonymous-allowed"
	| "wrong-password-accepted"
	| "random-user-accepted"
	/** Our user name is accepted with an empty password, or with none. */
	| "empty-password-accepted"
	/** Our password is accepted with another user name. */
	| "other-name-accepted"
	| "plaintext-accepted"
	| "old-tls-accepted"
	| "client-id-theft"
	/** This user has more rights than the app needs. */
	| "acl-too-wide"
	/** This user has all rights, as without access rules. */
	| "acl-absent"
	| "sys-readable"
	| "broker-outdated"
	/** The broker does not reveal it. */
	| "not-visible"
	/** Neither confirmed nor refuted. */
	| "not-proven"
	/** The protocol cannot report that a message was denied. */
	| "denial-invisible"
	/** A bug of ours. */
	| "check-broken";

/** Sentences for people. */
export type Words = Sentence | readonly Sentence[];

export interface Result {
	readonly status: "ok" | "fail" | "skipped";
	readonly class: Class;
	/** What was tried and what was seen. Never a secret. */
	readonly message: readonly Sentence[];
	/** What to do; empty if there is nothing. */
	readonly remedy: readonly Sentence[];
	readonly facts: Facts;
}

export const ok = (message: Words, facts: Facts = {}): Result => noted("ok", message, [], facts);

/** Passed, with a remark. */
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

/** The cause and the detail. A number is a reason code of the broker. */
export const seen = (failure: FailureClass, detail: string): readonly Sentence[] => {
	const cause = says("cause", { cause: `${failure}.cause` });
	if (detail === "") return [cause];
	return [cause, /^\d+$/.test(detail) ? says("detail_code", { detail }) : says("detail", { detail })];
};

/** The remedy for a failure of the table. */
export const mended = (failure: FailureClass): Sentence => says("mend", { remedy: `${failure}.remedy` });

/** The run of a proof that needs a broker. */
export const against =
	(run: (target: Target) => Promise<Result>) =>
	({ target }: Context): Result | Promise<Result> =>
		target === undefined ? nobodyToAsk() : run(target);

export const nobodyToAsk = (): Result => skipped("not-tried", says("nobody_to_ask"));

export const placeOf = ({ host, port }: Pick<Broker, "host" | "port">): string =>
	host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;

/** A listener as `check --listener` accepts it. */
export const listenerText = ({ tls, websocket, ...place }: Listener): string => {
	const path = websocket?.path === undefined || websocket.path === USUAL_PATH ? "" : websocket.path;
	return `${placeOf(place)}${tls ? "/tls" : ""}${websocket === undefined ? "" : `/websockets${path}`}`;
};

/** Our user name for people; a dash without one. */
export const userOf = ({ username }: Credentials): string => username || "–";

/** Seconds that a proof may wait for the network. */
export const PATIENCE = 4;
