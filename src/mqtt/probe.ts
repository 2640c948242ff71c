import { detail } from "#model/sentences/sentence.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import type { Broker, Listening, Message, Protocol, Received } from "./broker.ts";
import { classify, detailOf, type Evidence } from "./classify.ts";
import { configErrorOf } from "./config-error.ts";
import type { FailureClass } from "./failure.ts";
import type { Delivery } from "./wire/in-flight-queue.ts";
import { Link } from "./wire/link.ts";

/** A connection that is up, for as long as `use` runs. */
export interface Line {
	readonly protocol: Protocol;
	publish(message: Message): Promise<Delivery>;
	subscribe(filter: string, listening: Listening): Promise<Delivery>;
	/** Delivers every message from then on. */
	onMessage(listener: (received: Received) => void): void;
}

export type Probed<T> =
	| { readonly kind: "connected"; readonly protocol: Protocol; readonly value: T }
	/** The broker refused the login. `class` is its reason. */
	| { readonly kind: "refused"; readonly class: FailureClass; readonly detail: string }
	/** The login was not answered, or the connection broke in use. So nothing is known about the login. */
	| { readonly kind: "failed"; readonly class: FailureClass; readonly detail: string };

export interface Probing {
	readonly protocol: Protocol;
	/** Seconds for everything, `use` included. */
	readonly timeout: number;
	/** Called with our own address and port, before the login is sent. */
	reached?(from: string): void;
}

/**
 * Makes one connection, calls `use` and disconnects. Never retries, and never throws for faults of the network or broker.
 * With an empty user name and password it connects without a login, to ask whether a broker would admit such a client. A
 * session never does that.
 */
export function probe<T>(broker: Broker, probing: Probing, use: (line: Line) => Promise<T>): Promise<Probed<T>> {
	const configError = configErrorOf(anonymous(broker) ? { ...broker, username: "-", password: "-" } : broker);
	if (configError !== undefined)
		return Promise.resolve({
			kind: "failed",
			class: "config-invalid",
			detail: `${configError.field}: ${configError.told.code}`,
		});
	return new Promise((resolve, reject) => connect(broker, probing, use, { resolve, reject }));
}

const anonymous = ({ username, password, as_is }: Broker) =>
	as_is !== undefined || (username === "" && password === "");

interface Ends<T> {
	resolve(probed: Probed<T>): void;
	/** Called for a bug in `use`. */
	reject(bug: unknown): void;
}

function connect<T>(
	broker: Broker,
	{ protocol, timeout, reached }: Probing,
	use: (line: Line) => Promise<T>,
	{ resolve, reject }: Ends<T>,
): void {
	const readers = new Set<(received: Received) => void>();
	const settle = (end: () => void) => {
		clearTimeout(timer);
		end();
	};
	const link = new Link({ ...broker, connect_timeout: timeout }, protocol, {
		...(reached && { reached }),
		up: () => {
			const line: Line = {
				protocol,
				publish: (message) => link.publish(message),
				subscribe: (filter, listening) => link.subscribe(filter, listening),
				onMessage: (listener) => void readers.add(listener),
			};
			use(line)
				.finally(() => link.leave(GOODBYE))
				.then((value) => settle(() => resolve({ kind: "connected", protocol, value })))
				.catch((bug) => settle(() => reject(bug)));
		},
		down: (evidence) => settle(() => resolve(ended(evidence))),
		message: (received) => {
			for (const reader of readers) reader(received);
		},
	});
	const timer = setTimeout(() => {
		link.drop();
		resolve({ kind: "failed", class: "timeout", detail: detail("no_answer") });
	}, timeout * 1000);
}

/** Seconds. */
const GOODBYE = 0.2;

const ended = (evidence: Evidence) => {
	const { phase, error } = evidence;
	// A number is the broker's answer (CONNACK). Everything else happened to the connection.
	const answered = phase === "before-connack" && typeof fieldOf(error, "code") === "number";
	return { kind: answered ? "refused" : "failed", class: classify(evidence), detail: detailOf(error) } as const;
};
