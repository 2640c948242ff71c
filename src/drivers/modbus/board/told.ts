import type { Drive } from "../../driver.ts";
import { type Driven, flowsTooMuch, isLike, shownLevel } from "../channels/outputs.ts";

/** ms that a heater may take until its power follows. */
const SETTLES_WITHIN = 10_000;

/** What a channel was told, and until when that held (ms, monotonic). */
interface Once {
	readonly drive: Drive;
	readonly until: number;
}

/** What a read-back counts as. `awaited`: it is still to become as it is wanted. */
export interface Counted {
	readonly drive: Drive;
	readonly awaited: boolean;
}

/** What the channels of a bus were told in the last seconds: the power of a heater follows late. */
export class Told {
	readonly #last = new Map<string, Drive>();
	readonly #before = new Map<string, readonly Once[]>();
	readonly #now: () => number;

	constructor(now = () => performance.now()) {
		this.#now = now;
	}

	tell(channel: string, drive: Drive): void {
		const last = this.#last.get(channel);
		this.#last.set(channel, drive);
		if (last !== undefined && last !== drive)
			this.#before.set(channel, [...this.#recent(channel), { drive: last, until: this.#now() }]);
	}

	/**
	 * Of power that flows, less than was wanted is right: the unit has a limit of its own. More is not right, but it is awaited that it
	 * falls, as long as it is no more than was told some seconds ago. Only no power is off.
	 */
	counted({ channel, point }: Driven, read: Drive, wanted: Drive): Counted {
		const found = shownLevel(point, read);
		if (point.kind !== "level") return { drive: found, awaited: false };
		if (point.feedback === "setpoint") return { drive: isLike(point, read, wanted) ? wanted : found, awaited: false };
		if (!flowsTooMuch(found, wanted)) return { drive: wanted, awaited: false };
		return { drive: found, awaited: this.#recent(channel).some(({ drive }) => !flowsTooMuch(found, drive)) };
	}

	#recent(channel: string): readonly Once[] {
		const since = this.#now() - SETTLES_WITHIN;
		return (this.#before.get(channel) ?? []).filter(({ until }) => until > since);
	}
}
