import { isIPv6 } from "node:net";

/** Known addresses, by user. */
export type KnownAddresses = Readonly<Record<string, readonly string[]>>;

/** Most addresses per user, and most users. Further ones are not distinguished. */
const MOST = 1000;

/** Remembers the addresses of each user, so that a new one is noticed. */
export class Known {
	readonly #users: Map<string, Set<string>>;
	changed = false;

	constructor(known: KnownAddresses = {}) {
		this.#users = new Map(Object.entries(known).map(([user, addresses]) => [user, new Set(addresses)]));
	}

	/** Whether this address is new for the user. The first address of a user is not reported. */
	strange(user: string, address: string): boolean {
		const place = placeOf(address);
		const places = this.#users.get(user);
		if (places?.has(place)) return false;
		if (places === undefined ? this.#users.size < MOST : places.size < MOST) {
			this.#users.set(user, (places ?? new Set()).add(place));
			this.changed = true;
		}
		return places !== undefined;
	}

	all(): KnownAddresses {
		return Object.fromEntries([...this.#users].map(([user, places]) => [user, [...places]]));
	}
}

/** For IPv6 the 64-bit network, because the rest changes every day (RFC 8981). */
function placeOf(address: string): string {
	const four = address.replace(/^::ffff:(?=\d+\.)/i, "");
	if (!isIPv6(four)) return four;
	const [left = "", right] = four.replace(/%.*$/, "").split("::");
	const head = left.split(":").filter((group) => group !== "");
	const tail = (right ?? "").split(":").filter((group) => group !== "");
	const zeros = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
	const groups = [...head, ...Array.from({ length: zeros }, () => "0"), ...tail];
	// Loopback addresses are no network.
	if (groups.slice(0, 4).every((group) => /^0+$/.test(group))) return four;
	return `${groups.slice(0, 4).join(":")}::/64`;
}
