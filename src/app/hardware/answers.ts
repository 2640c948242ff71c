import type { Found } from "#model/plant/found.ts";
import { type Instant, type Seconds, seconds, since } from "#model/quantities/units.ts";
import type { Options } from "#options/root.ts";
import type { Language } from "#texts/say.ts";
import type { Looked } from "./at-broker.ts";
import { BrokerLook, type BrokerLookView } from "./broker-look.ts";
import { hardwareFinder, type Looking } from "./finder.ts";
import { namedIn } from "./named.ts";
import { together } from "./together.ts";
import { type HardwareView, hardwareView } from "./view.ts";

/** A look costs a reading of every sensor. However many ask, one is made in this time. */
const FRESH: Seconds = seconds(5);

export interface HardwareAnswers {
	/** What is present now, or was within the last seconds. Looks only when it is asked. */
	hardware(language: Language): Promise<HardwareView & { readonly broker: BrokerLookView }>;
	/** Begins a look at the broker, which takes half a minute. */
	look(): void;
	/** What the last look at the broker found, and how it stands. */
	readonly announced: Pick<BrokerLook, "places" | "view">;
	close(): Promise<void>;
}

/** Answers what is connected, for anyone who may see the page. The buses are opened at the first question. */
export function hardwareAnswers(
	options: Options | undefined,
	looking: Looking,
	atBroker: () => Promise<Looked>,
	open = hardwareFinder,
): HardwareAnswers {
	const broker = new BrokerLook(atBroker);
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
			const found = together([...(await last.found), ...broker.places()]);
			return { ...hardwareView(found, named, language), broker: broker.view() };
		},
		look: () => broker.begin(),
		announced: broker,
		close: async () => finder?.close(),
	};
}
