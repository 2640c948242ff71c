import type { Quantity } from "#model/quantities/quantity.ts";
import { number } from "#texts/number.ts";
import { type Language, type Needed, say } from "#texts/say.ts";
import { valueText } from "#texts/value.ts";
import type { Key } from "#words/keys.ts";
import type { DayView } from "./day-view.ts";
import type { LiveView } from "./engineer/live-view.ts";
import { Html, htmlFor } from "./html.ts";
import type { OwnerView } from "./owner-view.ts";
import type { SetupView } from "./setup/setup-view.ts";

/** The history, the settings, what a person takes along to Home Assistant, and the way out where there is a login. */
export type Beside = "history" | "options" | "files" | "logout";

/** What every part of the page needs. */
export interface RenderContext {
	readonly html: ReturnType<typeof htmlFor>;
	/** Markup of ours, which holds nothing from outside. */
	raw(markup: string): Html;
	/** Removes secrets. */
	readonly clean: (text: string) => string;
	readonly language: Language;
	/** The reader may change something. */
	readonly may: boolean;
	readonly owner?: OwnerView;
	readonly day?: DayView;
	readonly engineer?: LiveView;
	/** Pages beside this one that can be asked for. */
	readonly beside: ReadonlySet<Beside>;
	/** Of this process: a page of another one is loaded anew, as its buttons are not known here. */
	readonly life?: string;
	/** The guided path, only for a reader who may change something. */
	readonly setup?: SetupView;
	/** There is a guided path, on another page than this. */
	readonly setsUp?: boolean;
	/** A text of the page. */
	word<K extends Key<"page">>(key: K, ...facts: Needed<"page", K>): string;
	/**
	 * How long ago something was, in words.
	 * @param age in seconds
	 */
	ago(age: number): string;
	/** For how long something has lasted. */
	lasting(age: number): string;
	/** °C with one decimal, in the format of the language. */
	celsius(value: number): string;
	/** A number with so many decimals, in the format of the language. */
	decimal(value: number, digits: number): string;
	/** Any measured value with its unit. */
	measured(value: number, quantity: Quantity): string;
	/** Seconds since a time (ISO 8601); 0 if it is invalid. */
	since(moment: string): number;
}

const MINUTE = 60;
/** Below this age, seconds do not matter. */
const FRESH = 90;
const DAY = 86_400;

/** @param now the time of day */
export function renderContext(language: Language, clean: (text: string) => string, now: () => Date): RenderContext {
	const word: RenderContext["word"] = (key, ...facts) => say(language, "page", key, ...facts);
	const days = (age: number) => Math.floor(age / DAY);
	return {
		html: htmlFor(clean),
		raw: (markup) => new Html(markup),
		clean,
		language,
		may: false,
		beside: new Set(),
		word,
		ago(age) {
			if (age < FRESH) return word("age_now");
			return age < 2 * DAY ? word("age_time", { age: coarse(age) }) : word("age_days", { days: days(age) });
		},
		lasting(age) {
			if (age < FRESH) return word("age_now");
			return age < 2 * DAY ? word("for_time", { age: coarse(age) }) : word("for_days", { days: days(age) });
		},
		measured: (value, quantity) => valueText(language, value, quantity).replace(/^-/, "−"),
		celsius: (value) => number(language, value, 1).replace(/^-/, "−"),
		decimal: (value, digits) => number(language, value, digits).replace(/^-/, "−"),
		since: (moment) => Math.max(0, (now().getTime() - Date.parse(moment)) / 1000 || 0),
	};
}

/** Ages are shown in minutes, so that the page does not change every second. */
const coarse = (age: number) => Math.floor(age / MINUTE) * MINUTE;
