import { hardwareFinder, isSensor } from "#app/hardware/finder.ts";
import { languageAt } from "#app/locale.ts";
import { type SourceFlags, source } from "#app/login/source.ts";
import { FINE, type Machine, NOT_FINE, print } from "#app/machine.ts";
import { remarksIn } from "#app/words.ts";
import type { FoundSensor } from "#model/plant/found.ts";
import { instant } from "#model/quantities/units.ts";
import { remark } from "#model/sentences/sentence.ts";
import type { Options } from "#options/root.ts";
import { clock } from "#runtime/clock.ts";
import { type Language, say } from "#texts/say.ts";

/** Lists every connected sensor with its temperature and source. Works while a controller runs, and without options. */
export async function discover(machine: Machine, flags: SourceFlags & { readonly json?: boolean }): Promise<number> {
	const sourced = source(machine, flags);
	const options = sourced.parsed.kind === "valid" ? sourced.parsed.options : undefined;
	const time = clock({ start: instant(0) });
	const finder = hardwareFinder(options, {
		tell: () => undefined,
		now: time.now,
		...(machine.roots && { roots: machine.roots }),
	});
	const found = (await finder.find()).filter(isSensor);
	await finder.close();
	const used = usedIn(options);
	if (flags.json) {
		const named = found.map((one) => ({ ...one, ...(used.has(one.source) && { sensor: used.get(one.source) }) }));
		print(machine, JSON.stringify({ found: named }));
	} else for (const line of lines(found, used, languageAt(machine, sourced))) print(machine, line);
	return found.length > 0 && found.every(({ fault }) => fault === undefined) ? FINE : NOT_FINE;
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
