import type { AlertKind } from "#model/findings/alert.ts";
import type { Alert, Limits } from "../alert.ts";
import { Times } from "./times.ts";

/** Most alerts that are remembered. */
const MOST = 10_000;

/** The subject of an alert, as far as the log tells. */
export type Who = Pick<Alert, "address" | "client" | "user">;

interface Standing {
	alert: Alert;
	told: number;
	last: number;
}

/** Counts events within the window and raises an alert above the limit. */
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

	/** Alerts that still last, with their newest figures. */
	standing(now: number): readonly Alert[] {
		for (const [key, { last }] of this.#standing)
			if (now - last >= this.#limits.window && now - last >= this.#limits.again) this.#standing.delete(key);
		return [...this.#standing.values()]
			.filter(({ last }) => now - last < this.#limits.window)
			.map(({ alert }) => alert);
	}

	/** Raises no alert for what `work` finds. */
	silently(work: () => void): void {
		this.#silent = true;
		work();
		this.#silent = false;
	}

	/** Counts one more event of this kind and source. */
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

	/** A denied message. A topic may imitate the end of an id, so all denials are counted together as well. */
	probed(client: string, at: number, facts: Who): readonly Alert[] {
		const limit = this.#limits.denials_per_client;
		const all = this.#times.add(keyOf("acl_probing", ""), at);
		const one = this.over("acl_probing", client, at, limit, facts);
		if (one.length > 0 || all < limit * 4 || this.#standing.has(keyOf("acl_probing", client))) return one;
		return this.tell("acl_probing", "", { at, count: all });
	}

	/** Many addresses with few refusals each, which together are too many. */
	spread(at: number): readonly Alert[] {
		// This looks at all addresses, so it must not run for every line of a flood.
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

	/** Reports an alert when it starts, and again while it lasts, never for every line. */
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
