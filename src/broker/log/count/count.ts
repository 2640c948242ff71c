import { type Alert, LIMITS, type Limits } from "../alert.ts";
import { type Peer, type Said, UNNAMED } from "../read/line.ts";
import type { Known } from "./known.ts";
import { Openings } from "./openings.ts";
import type { Own } from "./own.ts";
import { Present } from "./present.ts";
import { Thresholds } from "./thresholds.ts";

/** Totals since the start, for entities and reports. */
export interface Totals {
	readonly logins: number;
	readonly refusals: number;
	/** Refusals without an address. */
	readonly unattributed: number;
	readonly own_refusals: number;
	/** Number of different client ids that were refused and named in the log, up to 10,000. */
	readonly refused_ids: number;
	readonly denials: number;
	readonly cut: number;
	readonly by_address: Readonly<Record<string, number>>;
}

/** Most things that are remembered. */
const MOST = 10_000;
/** Seconds within which both lines of one refusal come, in a 2.0 log with debug. */
const PAIRED = 10;

interface Whence {
	readonly address: string;
	/** Absent if the log does not tell; 0 if it says none. */
	readonly port?: number;
}

/** Judges the log line by line. Remembers times only within the window. */
export class Counter {
	readonly #limits: Limits;
	readonly #own: Own;
	readonly #known: Known;
	readonly #thresholds: Thresholds;
	readonly #clients = new Map<string, { readonly address: string; readonly user?: string }>();
	readonly #byAddress = new Map<string, number>();
	#totals = { logins: 0, refusals: 0, unattributed: 0, own_refusals: 0, denials: 0, cut: 0 };
	readonly #openings = new Openings();
	readonly #present = new Present();
	/** Logins whose refusal 2.0 logs twice, with debug: counted, and the second line is still to come. */
	#counted: { readonly client: string | undefined; readonly at: number }[] = [];
	/** An address that may be an id. The next line decides. */
	#held: { readonly address: string; readonly at: number } | undefined;
	readonly #refusedIds = new Set<string>();

	constructor(own: Own, known: Known, limits: Limits = LIMITS) {
		this.#limits = limits;
		this.#own = own;
		this.#known = known;
		this.#thresholds = new Thresholds(limits);
	}

	get totals(): Totals {
		const refused_ids = this.#refusedIds.size;
		return { ...this.#totals, refused_ids, by_address: Object.fromEntries(this.#byAddress) };
	}

	/** Alerts that still last, with their newest figures. */
	standing(now: number): readonly Alert[] {
		return this.#thresholds.standing(now);
	}

	/** Learns identities from before the watch began, without reporting anything. */
	learn(said: Said, at: number): void {
		this.#thresholds.silently(() => {
			if (said.kind === "login") this.#came(said, at);
			if (said.kind === "connection") this.#openings.opened(said.from, at);
			if (said.kind === "refusal") this.#openings.ended(at);
			if (said.kind === "closed") this.#left(said, at);
			if (said.kind === "release") this.#begins();
		});
	}

	/** @param at seconds since 1970 */
	take(said: Said, at: number): readonly Alert[] {
		const held = this.#held;
		this.#held = undefined;
		if (held === undefined) return this.#taken(said, at);
		// With use_username_as_clientid even 2.0.11 writes an id here, which may look like an address.
		if (said.kind === "refusal" && said.client === held.address) return this.unattributed(held.at);
		const alerts = this.#blameUnlessOurs(held, held.at);
		return [...alerts, ...this.#taken(said, at)];
	}

	/** The log ends here for now. */
	settle(): readonly Alert[] {
		return this.take({ kind: "other" }, 0);
	}

	#taken(said: Said, at: number): readonly Alert[] {
		const { connections_per_address, takeovers_per_client } = this.#limits;
		switch (said.kind) {
			case "connection":
				this.#openings.opened(said.from, at);
				if (this.#own.around(said.from.address, at)) return [];
				return this.#thresholds.over("connection_flood", said.from.address, at, connections_per_address, said.from);
			case "login":
				this.#totals.logins++;
				return this.#came(said, at);
			case "refusal":
				return this.#refused(said, at);
			case "connack_refusal":
				return this.#answered(said, at);
			case "closed":
				return this.#left(said, at);
			case "denial":
				if (this.#own.denial(said.client, said.topic)) return [];
				this.#totals.denials++;
				return this.#thresholds.probed(said.client, at, this.#who(said.client));
			case "garbage":
				return this.#garbage(said.from, at);
			case "takeover": {
				const who = this.#who(said.client, said.from);
				// If user names are ids, each login of an audit replaces the one before.
				if (who.address !== undefined && this.#own.around(who.address, at)) return [];
				return this.#thresholds.over("client_id_fight", said.client, at, takeovers_per_client, who);
			}
			case "cut":
				this.#totals.cut++;
				return this.#thresholds.over("cut_lines", "", at, 1);
			case "release":
				this.#begins();
				return [];
			case "other":
			case "foreign":
			case "unknown":
				return [];
		}
	}

	/** A client whose id imitates the broker's own words. */
	forger(client: string, from: Peer, user: string | undefined, at: number): readonly Alert[] {
		return this.#thresholds.over("spoofed_id", from.address, at, 1, {
			address: from.address,
			client,
			...(user && { user }),
		});
	}

	#refused({ from, client }: Said & { readonly kind: "refusal" }, at: number): readonly Alert[] {
		if (from !== undefined) return this.#refusedAt(from, client, at);
		if (this.#wasCounted(client, at)) return [];
		// Before 2.0.13 there is no id, and the address comes in another line.
		if (client === undefined) return this.#own.address(undefined, at) ? this.#ours() : this.unattributed(at);
		return this.#refusedAt(this.#openings.ended(at), client, at);
	}

	#refusedAt(who: Whence | undefined, client: string | undefined, at: number): readonly Alert[] {
		if (client !== undefined && this.#own.client(client, at)) return this.#ours();
		if (who === undefined && this.#own.address(undefined, at)) return this.#ours();
		if (client !== undefined && this.#refusedIds.size < MOST) this.#refusedIds.add(client);
		return who === undefined ? this.unattributed(at) : this.#blameUnlessOurs(who, at, client);
	}

	/** The first of two lines. */
	#answered({ address, client }: Said & { readonly kind: "connack_refusal" }, at: number): readonly Alert[] {
		this.#counted = [...this.#counted.filter((one) => Math.abs(at - one.at) <= PAIRED), { client, at }].slice(-MOST);
		if (address === undefined) return this.#refusedAt(this.#openings.ended(at), client, at);
		this.#held = { address, at };
		return [];
	}

	#wasCounted(client: string | undefined, at: number): boolean {
		const nth = this.#counted.findIndex((one) => one.client === client && Math.abs(at - one.at) <= PAIRED);
		if (nth >= 0) this.#counted.splice(nth, 1);
		return nth >= 0;
	}

	#left({ client, how }: Said & { readonly kind: "closed" }, at: number): readonly Alert[] {
		if (client === UNNAMED) this.#openings.ended(at);
		if (client === UNNAMED || this.#wasCounted(client, at)) return [];
		if (this.#present.left(client) || how !== "closed") return [];
		return this.#refusedAt(undefined, client, at);
	}

	#garbage(from: Peer | undefined, at: number): readonly Alert[] {
		const who: Whence | undefined = from ?? this.#openings.ended(at);
		// TLS attempts of an audit are not recorded one by one. The records are kept for refusals.
		if (this.#own.around(who?.address, at)) return [];
		const facts = who === undefined ? {} : { address: who.address };
		return this.#thresholds.over("port_scan", who?.address ?? "", at, this.#limits.garbage_per_address, facts);
	}

	/** The broker restarted: all earlier connections are gone. */
	#begins(): void {
		this.#openings.clear();
		this.#present.begins();
	}

	/** The name in this line may be forged. The refusal is counted without an address. */
	doubtful(said: Said, at: number): readonly Alert[] {
		if (said.kind !== "refusal" && said.kind !== "connack_refusal") return [];
		return said.kind === "refusal" && this.#wasCounted(said.client, at) ? [] : this.unattributed(at);
	}

	/** A refusal without an address. */
	unattributed(at: number): readonly Alert[] {
		this.#totals.refusals++;
		this.#totals.unattributed++;
		return this.#thresholds.over("refusals_without_address", "", at, this.#limits.refusals_per_address);
	}

	#blameUnlessOurs({ address, port }: Whence, at: number, client?: string): readonly Alert[] {
		return this.#own.address(address, at, port) ? this.#ours() : this.#blame(address, at, client);
	}

	#ours(): readonly Alert[] {
		this.#totals.own_refusals++;
		return [];
	}

	#blame(address: string, at: number, client?: string): readonly Alert[] {
		this.#totals.refusals++;
		if (this.#byAddress.size < MOST || this.#byAddress.has(address))
			this.#byAddress.set(address, (this.#byAddress.get(address) ?? 0) + 1);
		const who = { address, ...(client !== undefined && { client }) };
		const one = this.#thresholds.over("brute_force", address, at, this.#limits.refusals_per_address, who);
		return [...one, ...this.#thresholds.spread(at)];
	}

	#came({ from, client, user }: Said & { readonly kind: "login" }, at: number): readonly Alert[] {
		const { address } = from;
		this.#openings.known(from);
		this.#present.came(client);
		if (this.#clients.size < MOST || this.#clients.has(client))
			this.#clients.set(client, { address, ...(user !== undefined && { user }) });
		if (user === undefined || !this.#known.strange(user, address)) return [];
		return this.#thresholds.tell("new_address", `${user} ${address}`, { at, count: 1, address, user });
	}

	#who(client: string, from?: Peer) {
		const seen = this.#clients.get(client);
		const address = from?.address ?? seen?.address;
		return { client, ...(address !== undefined && { address }), ...(seen?.user !== undefined && { user: seen.user }) };
	}
}
