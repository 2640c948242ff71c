import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import type { Broker, Credentials } from "#mqtt/broker.ts";
import type { Trouble } from "../files/trouble.ts";
import { type Listener, listenerText, type Target } from "../proofs/proof.ts";
import { attempt } from "../proofs/trying/attempt.ts";
import type { ProbeClientIds } from "../proofs/trying/own/probe-client-id.ts";
import { checkRefused, isRefusal } from "../proofs/trying/strangers/check-refused.ts";
import { type Known, STRANGERS, type Stranger } from "../proofs/trying/strangers/stranger.ts";

/** A listener of the broker, and how to check its certificate. */
export interface Door extends Listener {
	/** PEM text of the authority. Without it, those that Node trusts. */
	readonly ca?: string;
	/** `ca` is the one trusted certificate, not an authority. */
	readonly pinned?: boolean;
	/** The name in its certificate, where it is not `host`. */
	readonly servername?: string;
	/** It requires a client certificate. */
	readonly wants_certificate?: boolean;
	/** The name in the client certificate is the user, and no password is checked. */
	readonly certificate_is_login?: boolean;
	/** A client certificate and its key, PEM texts, if there is one to use. */
	readonly cert?: string;
	readonly key?: string;
	/** Topics have another name there (`mount_point`), so rules for ours do not apply. */
	readonly mounted?: boolean;
	/** Why its certificate cannot be checked, and why other clients would reject it. */
	readonly flaw?: Sentence;
	readonly remark?: Sentence;
}

/** The listeners at which a login can be tried: those that require no certificate, or for which there is one. */
export const openTo = (doors: readonly Door[]): readonly Door[] =>
	doors.filter(({ wants_certificate, cert }) => !wants_certificate || cert !== undefined);

/** Asks one after another and ends with the first trouble. */
export async function firstTrouble<T>(
	all: readonly T[],
	ask: (one: T) => Promise<Trouble | undefined>,
): Promise<Trouble | undefined> {
	for (const one of all) {
		const trouble = await ask(one);
		if (trouble !== undefined) return trouble;
	}
	return undefined;
}

/** No user is known, so strangers try no login and invented names. */
export const NOBODY_KNOWN: Known = { own: { username: "", password: "" }, others: [] };

/**
 * Whether strangers are refused at every listener, in every way and with both protocols. Gives the first failure.
 * @param known users with a login; strangers use their names with other passwords
 */
export async function strangersRefused(
	doors: readonly Door[],
	clientIds: ProbeClientIds,
	known: Known = NOBODY_KNOWN,
): Promise<Trouble | undefined> {
	for (const door of doors) {
		if (door.wants_certificate) {
			const trouble = await shutWithoutCertificate(door, clientIds);
			if (trouble !== undefined) return trouble;
			// Whether it also asks for a login can only be tried with a certificate.
			if (door.cert === undefined) continue;
		}
		const result = await checkRefused(targetAt(door, anonymous, clientIds), strangersFor(known));
		if (result.status !== "ok")
			return {
				message: phrase("unproven_strangers", { door: written(door), seen: result.class }),
				remedy: phrase("see_check"),
			};
	}
	return undefined;
}

const strangersFor = (known: Known): readonly Stranger[] => [
	...STRANGERS.anonymous_refused(),
	...(known.own.username === "" ? [] : STRANGERS.wrong_password_refused(known)),
	...STRANGERS.random_user_refused(known),
];

const NO_CERTIFICATE: ReadonlySet<string> = new Set(["tls-client-cert-required", "tls-client-cert-rejected"]);

/** Whether a listener that requires a certificate refuses clients without one. */
async function shutWithoutCertificate(door: Door, clientIds: ProbeClientIds): Promise<Trouble | undefined> {
	const { cert: _, key: __, ...bare } = door;
	const trying = await attempt(targetAt(bare, anonymous, clientIds), async () => undefined, clientIds);
	if (trying.kind === "failed" && NO_CERTIFICATE.has(trying.class)) return undefined;
	const remedy = phrase("see_require_certificate");
	if (trying.kind === "connected")
		return { message: phrase("in_without_certificate", { door: written(door) }), remedy };
	return { message: phrase("unproven_certificate", { door: written(door), seen: trying.class }), remedy };
}

/** Whether this login is accepted at a listener. */
export async function letIn(door: Door, login: Credentials, clientIds: ProbeClientIds): Promise<Trouble | undefined> {
	const trying = await attempt(targetAt(door, login, clientIds), async () => undefined, clientIds);
	if (trying.kind === "connected") return undefined;
	return {
		message: phrase("login_not_taken", { door: written(door), user: login.username, seen: trying.class }),
		remedy: phrase("see_broker_log"),
	};
}

/** Whether this login is refused at a listener. Only the broker's own refusal counts. */
export async function shutOut(door: Door, login: Credentials, clientIds: ProbeClientIds): Promise<Trouble | undefined> {
	const trying = await attempt(targetAt(door, login, clientIds), async () => undefined, clientIds);
	if (isRefusal(trying)) return undefined;
	const remedy = phrase("see_broker_log");
	if (trying.kind === "connected")
		return { message: phrase("login_still_in", { door: written(door), user: login.username }), remedy };
	return { message: phrase("no_clear_refusal", { door: written(door), seen: trying.class }), remedy };
}

const anonymous: Credentials = { username: "", password: "" };

/** A listener in the form of the proofs. */
export function targetAt(door: Door, login: Credentials, clientIds: ProbeClientIds): Target {
	const { host, port, tls, websocket, wants_certificate: _, mounted: ____, flaw: __, remark: ___, ...rest } = door;
	const { certificate_is_login: _____, ...papers } = rest;
	const broker: Broker = {
		host,
		port,
		...login,
		client_id: clientIds.next(),
		will: { topic: "solar_heating/proof", payload: "", retain: false, qos: 0 },
		...(tls && { tls: papers }),
		...(websocket && { websocket }),
	};
	return {
		broker,
		clientIds,
		thorough: true,
		topics: {
			root: "solar",
			commands: "solar/+/set",
			discovery: "homeassistant/device/x/config",
			birth: "homeassistant/status",
		},
	};
}

export const written = listenerText;
