import { createHmac, timingSafeEqual } from "node:crypto";

/** Client ids for logins that are meant to be refused, so that a reader of the broker's log knows them for ours. */
export interface ProbeClientIds {
	/** A client id for one connection, never given twice. */
	next(): string;
	/** Notes that a connection under this client id went out; `from` and `to` are addresses with port. */
	sent(client_id: string, from: string, to: string): void;
	/** Notes that a connection with our own login goes out, which may end the running app's. */
	visits?(): void;
}

const PREFIX = "solar_heating_proof_";
const MARK = /^solar_heating_proof_([0-9a-f]{16})_([0-9a-f]{24})$/;

/** Seconds that a mark is good for: as long as this, and at most twice as long before and after. */
export const WINDOW = 600;

/**
 * A client id that only who has the key can make.
 * @param nonce 16 hex digits
 * @param at when it is used, in seconds since 1970
 */
export const probeClientId = (key: Uint8Array, nonce: string, at: number): string =>
	`${PREFIX}${nonce}_${seal(key, nonce, windowOf(at))}`;

/**
 * Whether a client id is a mark of this key for about this time: the window of `at`, or one beside it, as clocks differ.
 * A mark that was used can be read in a log and used again: see `recognise`.
 * @param at when the broker saw it, in seconds since 1970
 */
export function isOurs(clientId: string, key: Uint8Array, at: number): boolean {
	const [, nonce, sealed] = MARK.exec(clientId) ?? [];
	if (nonce === undefined || sealed === undefined) return false;
	const window = windowOf(at);
	return [window - 1, window, window + 1].some((near) => same(sealed, seal(key, nonce, near)));
}

/** Judges what a log shows, line by line in its order: ours is a mark of this key the first time it comes, and never again. */
export function recognise(key: Uint8Array): (clientId: string, at: number) => boolean {
	const used = new Set<string>();
	return (clientId, at) => {
		if (used.has(clientId) || !isOurs(clientId, key, at)) return false;
		used.add(clientId);
		return true;
	};
}

const windowOf = (at: number) => Math.floor(at / WINDOW);

const seal = (key: Uint8Array, nonce: string, window: number) =>
	createHmac("sha256", key).update(`${PREFIX}${nonce} ${window}`).digest("hex").slice(0, 24);

const same = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b));
