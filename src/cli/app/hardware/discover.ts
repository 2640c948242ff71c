import { LISTENS, type Looked, lookAtBroker } from "#app/hardware/at-broker.ts";
import { hardwareFinder, isSensor } from "#app/hardware/finder.ts";
import { namedIn, namedSensor } from "#app/hardware/named.ts";
import { placeFound } from "#app/hardware/view.ts";
import { languageAt } from "#app/locale.ts";
import { type Sourced, type SourceFlags, source } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "#app/machine.ts";
import { remarksIn } from "#app/words.ts";
import { trialsOf } from "#broker/proofs/trying/attempt.ts";
import { announcements } from "#drivers/bus/announced/index.ts";
import type { FoundSensor } from "#model/plant/found.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { remark } from "#model/sentences/sentence.ts";
import type { Options } from "#options/root.ts";
import { clock } from "#runtime/clock.ts";
import { pauseAt } from "#runtime/pause.ts";
import { type Language, say } from "#texts/say.ts";
import { askedOnce } from "../asked-once.ts";
import { contextOf } from "../check/check.ts";
import { brokerLines, plainLook } from "./at-broker-lines.ts";
import { placeLines } from "./places.ts";

export interface DiscoverFlags extends SourceFlags {
	readonly json?: boolean;
	/** Also listens to what devices announce at the broker. */
	readonly broker?: boolean;
}

/** Lists all that is connected, with what to write for it. Works while a controller runs, and without options. */
export async function discover(machine: Machine, flags: DiscoverFlags): Promise<number> {
	const sourced = source(machine, flags);
	const options = sourced.parsed.kind === "valid" ? sourced.parsed.options : undefined;
	const language = languageAt(machine, sourced);
	const time = clock({ start: instant(0) });
	// What is odd about a sensor is said with the sensor. Bugs of finders are said here.
	const tell = ({ code, facts }: Notice) => code === "view_failed" && complain(machine, String(facts["error"]));
	const finder = hardwareFinder(options, { tell, now: time.now, ...(machine.roots && { roots: machine.roots }) });
	const all = [...(await finder.find())];
	await finder.close();
	const atBroker = flags.broker ? await broker(machine, sourced, language, flags.json === true) : undefined;
	if (atBroker?.kind === "looked") all.push(...atBroker.found);
	const found = all.filter(isSensor);
	const named = namedIn(options);
	const places = all.flatMap((one) => (one.kind === undefined ? [] : [placeFound(one, named, language)]));
	if (flags.json)
		print(
			machine,
			JSON.stringify({
				found: withIds(found, options),
				hardware: places,
				...(atBroker && { broker: plainLook(atBroker) }),
			}),
		);
	else {
		for (const line of lines(found, usedIn(options), language)) print(machine, line);
		for (const line of placeLines(places, language)) print(machine, line);
		if (atBroker) for (const line of brokerLines(atBroker, language)) print(machine, line);
	}
	if (atBroker?.kind === "failed") return NOT_FINE;
	return all.length > 0 && found.every(({ fault }) => fault === undefined) ? FINE : NOT_FINE;
}

/** Only when it is asked for: a person may listen for half a minute to what the app itself never reads. */
async function broker(machine: Machine, sourced: Sourced, language: Language, quiet: boolean): Promise<Looked> {
	const { target } = contextOf(await askedOnce(sourced));
	if (target === undefined || sourced.parsed.kind !== "valid") return { kind: "failed", class: "config-invalid" };
	if (!quiet) complain(machine, remarksIn(language)(remark("found_listening", { seconds: LISTENS })));
	const never = new AbortController().signal;
	return lookAtBroker(target.broker, {
		kinds: announcements(sourced.parsed.options.mqtt.discovery_prefix),
		will: trialsOf(target.topics).state,
		pause: (wait) => pauseAt(1)(seconds(wait), never),
		visits: () => target.clientIds?.visits?.(),
	});
}

function withIds(found: readonly FoundSensor[], options: Options | undefined) {
	const named = namedIn(options);
	return found.map((one) => {
		const [sensor] = namedSensor(named, one.source);
		return { ...one, ...(sensor !== undefined && { sensor }) };
	});
}

/** The ids of sensors, by source. */
const usedIn = (options: Options | undefined): ReadonlyMap<string, string> =>
	new Map(options?.sensors.map(({ id, source }) => [source.toLowerCase(), id]));

function lines(
	found: readonly FoundSensor[],
	used: ReadonlyMap<string, string>,
	language: Language,
): readonly string[] {
	const word = remarksIn(language);
	if (found.length === 0) return [word(remark("found_none"))];
	const free = found.find(({ source, value }) => value !== undefined && !used.has(source));
	return [
		...found.map(({ source, value, quantity = "temperature", fault }) => {
			const says =
				value !== undefined
					? word(remark("found_value", { value, quantity }))
					: word(
							remark("found_no_value", { why: say(language, "fault", fault?.code ?? "no_answer", fault?.facts ?? {}) }),
						);
			const id = used.get(source);
			return `${source}  ${says}${id === undefined ? "" : `  (${id})`}`;
		}),
		"",
		word(remark("found_which")),
		...(free === undefined
			? []
			: [
					word(remark("found_write")),
					"  sensors:",
					"    - id: collector",
					"      role: collector",
					`      source: ${free.source}`,
				]),
	];
}
