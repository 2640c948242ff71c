import type { Language } from "#texts/say.ts";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", sv: "sv-SE", de: "de-DE" };

/** How dates are written. They are local dates, so none is moved to another time zone. */
export function dateWriter(language: Language) {
	const format = (options: Intl.DateTimeFormatOptions) => {
		const written = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: "UTC" });
		return (date: string) => written.format(Date.parse(date));
	};
	return {
		/** `Mon 30`. */
		weekday: format({ weekday: "short", day: "numeric" }),
		/** `30`. */
		day: format({ day: "numeric" }),
		/** `30 November 2026`. */
		whole: format({ day: "numeric", month: "long", year: "numeric" }),
		/** `30 November`. */
		dayOfMonth: format({ day: "numeric", month: "long" }),
		/** `Mon 30 Nov`. */
		short: format({ weekday: "short", day: "numeric", month: "short" }),
		/** `Nov`. */
		month: format({ month: "short" }),
		/** `November 2026`. */
		monthOfYear: format({ month: "long", year: "numeric" }),
	};
}
export type DateWriter = ReturnType<typeof dateWriter>;
