import type { AlertKind } from "#model/findings/alert.ts";
import type { Alert, Limits } from "../alert.ts";
import { Times } from "./times.ts";

/** Alerts that are remembered at once. */
const MOST = 10_000;

/** Who an alert is about, from what the log says. */
export type Who = Pick<Alert, "address" | "client" | "user">;

interface Standing {
	alert: Alert;
	told: number;
	last: number;
}

/** Counts what happens within the window, and makes an alert of what is more than the limit. */
export class Thresholds {
	readonly #limits: Limits;
	readonly #times: Times;
	readonly #standing = new Map<string, Standing>();
	#spreadAt = Number.NEGATIVE_INFINITY;
	#silent = false;

	constructor(limits: Limits) {
		this.#limits = limits;
		this.#times = new Times(limits.window);
	}

	/** What was reported and still goes on, with its newest figures. */
	standing(now: number): readonly Alert[] {
		for (const [key, { last }] of this.#standing)
			if (now - last >= this.#limits.window && now - last >= this.#limits.again) this.#standing.delete(key);
		return [...this.#standing.values()]
			.filter(({ last }) => now - last < this.#limits.window)
			.map(({ alert }) => alert);
	}

	/** Makes no alert of what `work` finds. */
	silently(work: () => void): void {
		this.#silent = true;
		work();
		this.#silent = false;
	}

	/** One more of this kind, by this one. */
	over(kind: AlertKind, who: string, at: number, limit: number, facts: Who = {}): readonly Alert[] {
		const count = this.#times.add(keyOf(kind, who), at);
		if (count < limit) return [];
		const { address, client, user } = facts;
		return this.tell(kind, who, {
			at,
			count,
			...(address !== undefined && { address }),
			...(client !== undefined && { client }),
			...(user !== undefined && { user }),
		});
	}

	/** A denied message. A topic may hold what looks like the end of an id, so all of them count together, too. */
	probed(client: string, at: number, facts: Who): readonly Alert[] {
		const limit = this.#limits.denials_per_client;
		const all = this.#times.add(keyOf("acl_probing", ""), at);
		const one = this.over("acl_probing", client, at, limit, facts);
		if (one.length > 0 || all < limit * 4 || this.#standing.has(keyOf("acl_probing", client))) return one;
		return this.tell("acl_probing", "", { at, count: all });
	}

	/** Many addresses with few refusals each: together too many. */
	spread(at: number): readonly Alert[] {
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
		return this.tell("credential_stuffing", "", { at, count, addresses });
	}

	/** At once when it begins, and again while it goes on, never with every line. */
	tell(kind: AlertKind, who: string, facts: Omit<Alert, "kind" | "window">): readonly Alert[] {
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
