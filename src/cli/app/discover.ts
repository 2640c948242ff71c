import { hardwareFinder, isSensor } from "#app/hardware/finder.ts";
import { namedIn, namedSensor } from "#app/hardware/named.ts";
import { placeFound } from "#app/hardware/view.ts";
import { languageAt } from "#app/locale.ts";
import { type SourceFlags, source } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "#app/machine.ts";
import { remarksIn } from "#app/words.ts";
import type { FoundSensor } from "#model/plant/found.ts";
import { instant } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { remark } from "#model/sentences/sentence.ts";
import type { Options } from "#options/root.ts";
import { clock } from "#runtime/clock.ts";
import { type Language, say } from "#texts/say.ts";
import { placeLines } from "./places.ts";

/** Lists all that is connected, with what to write for it. Works while a controller runs, and without options. */
export async function discover(machine: Machine, flags: SourceFlags & { readonly json?: boolean }): Promise<number> {
	const sourced = source(machine, flags);
	const options = sourced.parsed.kind === "valid" ? sourced.parsed.options : undefined;
	const language = languageAt(machine, sourced);
	const time = clock({ start: instant(0) });
	// What is odd about a sensor is said with the sensor. Bugs of finders are said here.
	const tell = ({ code, facts }: Notice) => code === "view_failed" && complain(machine, String(facts["error"]));
	const finder = hardwareFinder(options, { tell, now: time.now, ...(machine.roots && { roots: machine.roots }) });
	const all = await finder.find();
	await finder.close();
	const found = all.filter(isSensor);
	const named = namedIn(options);
	const places = all.flatMap((one) => (one.kind === undefined ? [] : [placeFound(one, named, language)]));
	if (flags.json) print(machine, JSON.stringify({ found: withIds(found, options), hardware: places }));
	else {
		for (const line of lines(found, usedIn(options), language)) print(machine, line);
		for (const line of placeLines(places, language)) print(machine, line);
	}
	return all.length > 0 && found.every(({ fault }) => fault === undefined) ? FINE : NOT_FINE;
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
