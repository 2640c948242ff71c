import type { Snapshot } from "#model/decision/snapshot.ts";
import { after, type Instant, since } from "#model/quantities/units.ts";
import { momentIn } from "#model/quantities/wall.ts";
import { type NextChange, nextChanges } from "#texts/next-change.ts";
import { type Language, say } from "#texts/say.ts";
import type { EntityFamily } from "../entity.ts";

/**
 * When the next pump, heater or valve is expected to start or stop, as the page has it: by timers, and by the trend of the last
 * minutes. Unknown while nothing is expected soon, or the clock is not set.
 */
export const nextChange: EntityFamily = (plant, language) => {
	if (plant.outputs.length === 0) return [];
	const forecast = new Forecast(language);
	return [
		{
			key: "next_change",
			platform: "sensor",
			name: say(language, "entity", "next_change"),
			component: { device_class: "timestamp" },
			state: (snapshot) => forecast.at(snapshot)?.moment,
			attributes(snapshot) {
				const told = forecast.at(snapshot);
				if (told?.moment === undefined) return {};
				const { output, to, text } = told.change;
				return { output: output.id, becomes: to > 0 ? "on" : "off", text };
			},
		},
	];
};

/** Seconds. A forecast is made again after so long, as the trends behind it have a reading each 20 s. */
const AGAIN = 20;
/** Seconds. A moment that moved by less, or by less than this share of the time left, is the same. */
const SAME = 300;
const SAME_SHARE = 1 / 3;
/** Seconds. A new forecast is not told before it is so near, and not given up before it was missing for so long. */
const NEAR = 2700;
const MISSING = 60;

interface Told {
	readonly change: NextChange;
	readonly at: Instant;
	readonly moment: string | undefined;
	/** When it was last found again. */
	readonly found: Instant;
}

/** The nearest change of all outputs, without the trembling of a trend. */
class Forecast {
	readonly #language: Language;
	#made: { readonly of: Snapshot; readonly doing: string } | undefined;
	#told: Told | undefined;

	constructor(language: Language) {
		this.#language = language;
	}

	at(snapshot: Snapshot): Told | undefined {
		const doing = doneIn(snapshot);
		const made = this.#made;
		if (made?.of === snapshot) return this.#told;
		const age = made === undefined ? AGAIN : since(made.of.now, snapshot.now);
		if (made?.doing === doing && age > 0 && age < AGAIN) return this.#told;
		// What was expected of another doing is over.
		if (made?.doing !== doing) this.#told = undefined;
		this.#made = { of: snapshot, doing };
		const [next] = nextChanges(snapshot, this.#language).toSorted((a, b) => a.in - b.in);
		this.#told = tellOf(next, this.#told, snapshot);
		return this.#told;
	}
}

function tellOf(next: NextChange | undefined, told: Told | undefined, { now, wall }: Snapshot): Told | undefined {
	if (next === undefined || (told === undefined && !next.timed && next.in > NEAR))
		return told !== undefined && since(told.found, now) < MISSING ? told : undefined;
	const at = after(now, next.in);
	const moved = told === undefined ? Number.POSITIVE_INFINITY : Math.abs(since(told.at, at));
	const isSame = told !== undefined && told.change.output === next.output && told.change.to > 0 === next.to > 0;
	if (isSame && moved < Math.max(SAME, SAME_SHARE * next.in)) return { ...told, found: now };
	return { change: next, at, moment: momentIn(wall, next.in), found: now };
}

const doneIn = ({ mode, verdicts, outputs }: Snapshot): string =>
	JSON.stringify([mode, verdicts.map(({ want }) => want > 0), outputs.map(({ actual }) => actual)]);
