import { createHmac, timingSafeEqual } from "node:crypto";

/** Client ids for logins that are expected to be refused. A reader of the broker's log recognises them as ours. */
export interface ProbeClientIds {
	/** A client id for one connection. Never repeated. */
	next(): string;
	/** Records a connection with this client id. `from` and `to` are addresses with port. */
	sent(client_id: string, from: string, to: string): void;
	/** Records a connection with our own login, which may end the running app's. */
	visits?(): void;
}

const PREFIX = "solar_heating_proof_";
const MARK = /^solar_heating_proof_([0-9a-f]{16})_([0-9a-f]{24})$/;

/** Seconds that a mark is valid: its window, and one window before and after. */
export const WINDOW = 600;

/**
 * A client id that only the owner of the key can make.
 * @param nonce 16 hex digits
 * @param at time of its use, seconds since 1970
 */
export const probeClientId = (key: Uint8Array, nonce: string, at: number): string =>
	`${PREFIX}${nonce}_${seal(key, nonce, windowOf(at))}`;

/**
 * Whether a client id is a mark of this key for about this time: the window of `at` or a neighbouring one, because clocks
 * differ. A used mark can be read in a log and repeated: see `recognise`.
 * @param at when the broker saw it, seconds since 1970
 */
export function isOurs(clientId: string, key: Uint8Array, at: number): boolean {
	const [, nonce, sealed] = MARK.exec(clientId) ?? [];
	if (nonce === undefined || sealed === undefined) return false;
	const window = windowOf(at);
	return [window - 1, window, window + 1].some((near) => same(sealed, seal(key, nonce, near)));
}

/** Recognises our marks in a log, read line by line in order. A mark counts only the first time. */
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
