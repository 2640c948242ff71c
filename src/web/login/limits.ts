import { fastifyRateLimit, normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Waits } from "./waits.ts";

const MINUTE = 60_000;
/** Guesses at a time: of one address, and of all addresses together that have not logged in before. */
const OF_ADDRESS = { max: 8, timeWindow: 5 * MINUTE };
const OF_ACCOUNT = { max: 100, timeWindow: 15 * MINUTE };
const GROWING = { first: MINUTE, longest: 15 * MINUTE, forgotten: 60 * MINUTE, keys: 1000 };
/** Addresses with a right login that are remembered. */
const KNOWN = 100;
const ACCOUNT = "account";

/** Seconds to wait; 0 for none. */
export type Wait = number;

export interface Limits {
	/** Whether this address has to wait already. */
	readonly waits: (request: FastifyRequest) => Promise<Wait>;
	/** One more guess. */
	readonly guesses: (request: FastifyRequest) => Promise<Wait>;
	/** The last guess was right, or was not looked at. */
	readonly forgive: (request: FastifyRequest) => void;
	/** Guesses of others do not hold up this address any more. */
	readonly isKnown: (request: FastifyRequest) => void;
}

/** The address of a sender, as far as one household has it: an IPv6 network of 64 bits counts as one. */
export const addressOf = (ip: string): string => normalizeIP(ip.replace(/%.*$/s, ""));

/** How many guesses of the password are looked at. An address with too many waits, and so do unknown ones if all together send too many. */
export async function limitsOn(app: FastifyInstance, steady: () => number): Promise<Limits> {
	const made: Waits[] = [];
	class Store extends Waits {
		constructor() {
			super(GROWING, steady);
			made.push(this);
		}
	}
	await app.register(fastifyRateLimit, { global: false, store: Store });
	const known = new Set<string>();
	const address = ({ ip }: FastifyRequest) => addressOf(ip);
	const ofAddress = app.createRateLimit({ ...OF_ADDRESS, keyGenerator: address });
	const ofAccount = app.createRateLimit({ ...OF_ACCOUNT, keyGenerator: () => ACCOUNT });
	const waitOf = async (limit: typeof ofAddress, request: FastifyRequest, increment: boolean): Promise<Wait> => {
		const stands = await limit(request, { increment });
		return !stands.isAllowed && stands.isExceeded ? Math.max(1, stands.ttlInSeconds) : 0;
	};
	const both = async (request: FastifyRequest, increment: boolean): Promise<Wait> => {
		const own = await waitOf(ofAddress, request, increment);
		return own > 0 || known.has(address(request)) ? own : waitOf(ofAccount, request, increment);
	};
	return {
		waits: (request) => both(request, false),
		guesses: (request) => both(request, true),
		forgive(request) {
			for (const waits of made) for (const key of [address(request), ACCOUNT]) waits.forgive(key);
		},
		isKnown(request) {
			known.delete(address(request));
			known.add(address(request));
			const [first] = known;
			if (known.size > KNOWN && first !== undefined) known.delete(first);
		},
	};
}
