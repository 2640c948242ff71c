import type { Found } from "#model/plant/found.ts";
import { type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";
import type { Options } from "#options/root.ts";
import type { Language } from "#texts/say.ts";
import { hardwareFinder, type Looking } from "./finder.ts";
import { namedIn } from "./named.ts";
import { type HardwareView, hardwareView } from "./view.ts";

/** A look costs a reading of every sensor. However many ask, one is made in this time. */
const FRESH: Seconds = seconds(5);

export interface HardwareAnswers {
	/** What is present now, or was within the last seconds. Looks only when it is asked. */
	hardware(language: Language): Promise<HardwareView>;
	close(): Promise<void>;
}

/** Answers what is connected, for whoever may see the page. The buses are opened at the first question. */
export function hardwareAnswers(
	options: Options | undefined,
	looking: Looking,
	open = hardwareFinder,
): HardwareAnswers {
	let finder: ReturnType<typeof open> | undefined;
	let last: { readonly at: Instant; readonly found: Promise<readonly Found[]> } | undefined;
	const named = namedIn(options);
	const look = () => {
		finder ??= open(options, looking);
		return finder.find();
	};
	return {
		async hardware(language) {
			const now = looking.now();
			if (last === undefined || since(last.at, now) >= FRESH) last = { at: now, found: look() };
			return hardwareView(await last.found, named, language);
		},
		close: async () => finder?.close(),
	};
}
