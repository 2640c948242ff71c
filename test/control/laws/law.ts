import type { Plant } from "#model/plant/plant.ts";
import type { Moment } from "../../fakes/drawn/house.ts";

/** Looks at a turn. Returns what is wrong with it, and calls `applies` whenever the law had something to say. */
export type Watch = (moment: Moment, applies: () => void) => string | undefined;

/** A law of control, judged from claims, readings and what boards told, without the code that it is a law of. */
export interface Law {
	readonly says: string;
	/** Called once for each plant, so that a law can remember. */
	watch(plant: Plant): Watch;
}

/** A law that needs no memory. */
export const law = (says: string, watch: Watch): Law => ({ says, watch: () => watch });

/** Judges the same thing of the same turn only once, because several laws ask for it. */
export function once<K extends object, V>(judge: (moment: Moment, of: K) => V): (moment: Moment, of: K) => V {
	const known = new WeakMap<Moment, Map<K, V>>();
	return (moment, of) => {
		let own = known.get(moment);
		if (own === undefined) {
			own = new Map();
			known.set(moment, own);
		}
		let judged = own.get(of);
		if (judged === undefined) {
			judged = judge(moment, of);
			own.set(of, judged);
		}
		return judged;
	};
}
