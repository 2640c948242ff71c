import type { AlertKind } from "#model/alert.ts";
import { type Alert, LIMITS, type Limits } from "./alert.ts";
import type { Known } from "./known.ts";
import type { Peer, Said } from "./line.ts";
import type { Own } from "./own.ts";
import { Times } from "./times.ts";

/** Sums since the beginning, for entities and reports. */
export interface Totals {
	readonly logins: number;
	readonly refusals: number;
	/** Of the refusals, those without an address. */
	readonly unattributed: number;
	readonly own_refusals: number;
	readonly denials: number;
	readonly cut: number;
	readonly by_address: Readonly<Record<string, number>>;
}

/** Things that are remembered at once. */
const MOST = 10_000;
/** Seconds in which the two lines of one refusal come, where 2.0 logs debug. */
const PAIRED = 10;

interface Standing {
	alert: Alert;
	told: number;
	last: number;
}

/** Judges what the log says, in its order. Keeps times only as long as the window is. */
export class Counter {
	readonly #limits: Limits;
	readonly #own: Own;
	readonly #known: Known;
	readonly #times: Times;
	readonly #standing = new Map<string, Standing>();
	readonly #clients = new Map<string, { readonly address: string; readonly user?: string }>();
	readonly #byAddress = new Map<string, number>();
	#totals = { logins: 0, refusals: 0, unattributed: 0, own_refusals: 0, denials: 0, cut: 0 };
	#paired = { count: 0, at: Number.NEGATIVE_INFINITY };
	#spreadAt = Number.NEGATIVE_INFINITY;
	/** What was long ago is learned from, and neither counted nor told. */
	#silent = false;

	constructor(own: Own, known: Known, limits: Limits = LIMITS) {
		this.#limits = limits;
		this.#own = own;
		this.#known = known;
		this.#times = new Times(limits.window);
	}

	get totals(): Totals {
		return { ...this.#totals, by_address: Object.fromEntries(this.#byAddress) };
	}

	/** What was told of and still goes on, with its newest figures. */
	standing(now: number): readonly Alert[] {
		for (const [key, { last }] of this.#standing)
			if (now - last >= this.#limits.window && now - last >= this.#limits.again) this.#standing.delete(key);
		return [...this.#standing.values()]
			.filter(({ last }) => now - last < this.#limits.window)
			.map(({ alert }) => alert);
	}

	/** Who is who, from before the watch began. */
	learn(said: Said): void {
		this.#silent = true;
		if (said.kind === "login") this.#came(said, 0);
		this.#silent = false;
	}

	/** @param at seconds since 1970 */
	take(said: Said, at: number): readonly Alert[] {
		const { connections_per_address, denials_per_client, garbage_per_address, takeovers_per_client } = this.#limits;
		switch (said.kind) {
			case "connection":
				return this.#over("connection_flood", said.from.address, at, connections_per_address, said.from);
			case "login":
				this.#totals.logins++;
				return this.#came(said, at);
			case "refusal":
				return this.#refused(said.from?.address, said.client, at);
			case "connack_refusal":
				this.#paired = { count: this.#pending(at) + 1, at };
				return this.#answered(said.address, at);
			case "denial":
				if (this.#own.denial(said.client, said.topic)) return [];
				this.#totals.denials++;
				return this.#probed(said.client, at, denials_per_client);
			case "garbage":
				return this.#over("port_scan", said.from?.address ?? "", at, garbage_per_address, said.from);
			case "takeover":
				return this.#over("client_id_fight", said.client, at, takeovers_per_client, this.#who(said.client, said.from));
			case "cut":
				this.#totals.cut++;
				return this.#over("cut_lines", "", at, 1);
			case "release":
			case "other":
				return [];
		}
	}

	/** A client that calls itself by the broker's own words. */
	forger(client: string, from: Peer, user: string | undefined, at: number): readonly Alert[] {
		return this.#over("spoofed_id", from.address, at, 1, { address: from.address, client, ...(user && { user }) });
	}

	#refused(address: string | undefined, client: string | undefined, at: number): readonly Alert[] {
		if (client !== undefined && this.#own.client(client, at)) return this.#ours();
		if (address !== undefined) return this.#blame(address, at, client);
		// Where 2.0 logs debug, the address came with the line before, and that one counted.
		const pending = this.#pending(at);
		if (pending > 0) {
			this.#paired.count = pending - 1;
			return [];
		}
		if (this.#own.address(undefined, at)) return this.#ours();
		return this.nobody(at);
	}

	/** A refusal of somebody who cannot be named. */
	nobody(at: number): readonly Alert[] {
		this.#totals.refusals++;
		this.#totals.unattributed++;
		return this.#over("refusals_without_address", "", at, this.#limits.refusals_per_address);
	}

	#answered(address: string, at: number): readonly Alert[] {
		return this.#own.address(address, at) ? this.#ours() : this.#blame(address, at);
	}

	#ours(): readonly Alert[] {
		this.#totals.own_refusals++;
		return [];
	}

	#pending = (at: number) => (Math.abs(at - this.#paired.at) <= PAIRED ? this.#paired.count : 0);

	#blame(address: string, at: number, client?: string): readonly Alert[] {
		this.#totals.refusals++;
		if (this.#byAddress.size < MOST || this.#byAddress.has(address))
			this.#byAddress.set(address, (this.#byAddress.get(address) ?? 0) + 1);
		const who = { address, ...(client !== undefined && { client }) };
		const one = this.#over("brute_force", address, at, this.#limits.refusals_per_address, who);
		return [...one, ...this.#spread(at)];
	}

	/** Many addresses with few refusals each: together too many. */
	#spread(at: number): readonly Alert[] {
		// All addresses are looked through, so not with every line of a flood.
		if (Math.abs(at - this.#spreadAt) < 1) return [];
		this.#spreadAt = at;
		const { refusals_per_address, addresses_spread, refusals_spread } = this.#limits;
		const prefix = keyOf("brute_force", "");
		const few = this.#times.keys().flatMap((key) => {
			if (!key.startsWith(prefix)) return [];
			const count = this.#times.count(key, at);
			return count > 0 && count < refusals_per_address ? [{ address: key.slice(prefix.length), count }] : [];
		});
		const count = few.reduce((sum, one) => sum + one.count, 0);
		if (few.length < addresses_spread || count < refusals_spread) return [];
		const addresses = few.map(({ address }) => address).slice(0, 50);
		return this.#tell("credential_stuffing", "", { at, count, addresses });
	}

	#came({ from, client, user }: Said & { readonly kind: "login" }, at: number): readonly Alert[] {
		const { address } = from;
		if (this.#clients.size < MOST || this.#clients.has(client))
			this.#clients.set(client, { address, ...(user !== undefined && { user }) });
		if (user === undefined || !this.#known.strange(user, address)) return [];
		return this.#tell("new_address", `${user} ${address}`, { at, count: 1, address, user });
	}

	/** A topic may hold what looks like the end of an id, so all of them count together, too. */
	#probed(client: string, at: number, limit: number): readonly Alert[] {
		const all = this.#times.add(keyOf("acl_probing", ""), at);
		const one = this.#over("acl_probing", client, at, limit, this.#who(client));
		if (one.length > 0 || all < limit * 4 || this.#standing.has(keyOf("acl_probing", client))) return one;
		return this.#tell("acl_probing", "", { at, count: all });
	}

	#who(client: string, from?: Peer) {
		const seen = this.#clients.get(client);
		const address = from?.address ?? seen?.address;
		return { client, ...(address !== undefined && { address }), ...(seen?.user !== undefined && { user: seen.user }) };
	}

	#over(
		kind: AlertKind,
		who: string,
		at: number,
		limit: number,
		facts: Pick<Alert, "address" | "client" | "user"> = {},
	): readonly Alert[] {
		const count = this.#times.add(keyOf(kind, who), at);
		if (count < limit) return [];
		const { address, client, user } = facts;
		return this.#tell(kind, who, {
			at,
			count,
			...(address !== undefined && { address }),
			...(client !== undefined && { client }),
			...(user !== undefined && { user }),
		});
	}

	/** At once when it begins, and again while it goes on, never with every line. */
	#tell(kind: AlertKind, who: string, facts: Omit<Alert, "kind" | "window">): readonly Alert[] {
		if (this.#silent) return [];
		const key = keyOf(kind, who);
		const { at } = facts;
		const alert: Alert = { kind, window: this.#limits.window, ...facts };
		const standing = this.#standing.get(key);
		if (standing !== undefined && at - standing.told < this.#limits.again) {
			standing.alert = { ...alert, at: standing.alert.at };
			standing.last = at;
			return [];
		}
		if (this.#standing.size >= MOST) this.#standing.clear();
		this.#standing.set(key, { alert, told: at, last: at });
		return [alert];
	}
}

const keyOf = (kind: AlertKind, who: string) => `${kind} ${who}`;
