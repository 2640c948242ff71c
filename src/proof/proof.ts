import type { Facts } from "#model/decision.ts";
import type { Problem } from "#model/finding.ts";
import type { Broker, Credentials } from "#mqtt/broker.ts";
import { FAILURES, type FailureClass } from "#mqtt/failure.ts";
import type { Marks } from "./mark.ts";

/** One thing that can be shown to be so, or not. A new one is a file and a line in index.ts. */
export interface Proof {
	readonly id: string;
	/** The proofs that must be ok before this one means anything. */
	readonly needs: readonly string[];
	/** Points of 100 that the security score loses when it fails, and half of them when it is not proven. 0 by default. */
	readonly costs?: number;
	/** Never tried without a person asking. */
	readonly by_hand?: true;
	/** Bounds its own waiting by `PATIENCE`. Only a bug throws. */
	run(context: Context): Result | Promise<Result>;
}

/** All that proofs may know. */
export interface Context {
	readonly options: {
		/** For people: where the options came from and what they describe. */
		readonly summary: string;
		/** Everything that is wrong with them, no secrets. */
		readonly problems: readonly Problem[];
	};
	/** Absent where the options are not readable enough to tell. */
	readonly login?:
		| { readonly kind: "complete"; readonly username: string }
		| { readonly kind: "required"; readonly text: string };
	/** Absent unless options and login are complete: then nobody is connected to. */
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
}

export interface Target {
	readonly broker: Broker;
	/** The names under which we come where we mean to be turned away. */
	readonly marks: Marks;
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
}

export type Class =
	| FailureClass
	| "ok"
	/** Something that it needs is not ok. */
	| "not-tried"
	/** Switched off in the options. */
	| "not-configured"
	| "options-invalid"
	| "credentials-required"
	| "tls-expires-soon"
	| "anonymous-allowed"
	| "wrong-password-accepted"
	| "random-user-accepted"
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

export interface Result {
	readonly status: "ok" | "fail" | "skipped";
	readonly class: Class;
	/** What was tried and what was seen; one line, or one per problem. Never a secret. */
	readonly message: string;
	/** What to do; empty where there is nothing. */
	readonly remedy: string;
	readonly facts: Facts;
}

export const ok = (message: string, facts: Facts = {}): Result => noted("ok", message, "", facts);

/** Good, with something to know about it. */
export const noted = (class_: Class, message: string, remedy: string, facts: Facts = {}): Result => ({
	status: "ok",
	class: class_,
	message,
	remedy,
	facts,
});

export const fail = (class_: Class, message: string, remedy: string, facts: Facts = {}): Result => ({
	status: "fail",
	class: class_,
	message,
	remedy,
	facts,
});

export const skipped = (
	class_: "not-tried" | "not-configured" | "not-visible",
	message: string,
	remedy = "",
	facts: Facts = {},
): Result => ({ status: "skipped", class: class_, message, remedy, facts });

/** A failure of the table, after what was tried: a sentence without its end. */
export const broken = (tried: string, failure: FailureClass, detail: string): Result =>
	fail(failure, `${tried}. ${seen(failure, detail)}`, FAILURES[failure].remedy, {
		...(detail !== "" && { detail }),
	});

/** Its cause, with the detail in brackets; a number is a reason code of the broker. */
export const seen = (failure: FailureClass, detail: string): string => {
	const { cause } = FAILURES[failure];
	if (detail === "") return cause;
	return `${cause.replace(/[.]$/, "")} (${/^\d+$/.test(detail) ? `code ${detail}` : detail}).`;
};

/** The run of a proof that needs a broker to ask. */
export const against =
	(run: (target: Target) => Promise<Result>) =>
	({ target }: Context): Result | Promise<Result> =>
		target === undefined ? skipped("not-tried", "Not tried: there is no broker to ask.") : run(target);

export const placeOf = ({ host, port }: Pick<Broker, "host" | "port">): string =>
	host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;

/** Seconds that a proof may wait for a network. */
export const PATIENCE = 4;
