import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { caught } from "#model/untyped/caught.ts";
import { cut } from "#model/untyped/cut.ts";
import { isRecord, jsonIn } from "#model/untyped/untyped.ts";
import type { Store } from "#store/store-contract.ts";
import type { TrailRow } from "#store/trail/audit-chain.ts";
import type { Language } from "#texts/say.ts";
import type { RecordsView, TrailLine } from "#web/engineer/records-view.ts";
import { noticeText } from "../../beside/notice-text.ts";
import type { Calendar } from "./local-day.ts";

/** Entries on a page, and lines of the log that are kept. */
const PAGE = 50;
const LINES = 200;
/** Characters of an entry's facts, and of the facts of a line. */
const LONGEST = 600;

/** The newest lines of the log, without secrets from the moment on at which they came. */
export class LogTail {
	readonly #clean: (value: unknown) => unknown;
	readonly #now: () => number;
	#lines: { readonly at: number; readonly notice: Notice }[] = [];

	constructor(clean: (value: unknown) => unknown, now: () => number) {
		this.#clean = clean;
		this.#now = now;
	}

	heard(notice: Notice): void {
		const { level, code } = notice;
		const facts = JSON.stringify(notice.facts).length > LONGEST * 4 ? {} : (this.#clean(notice.facts) as Facts);
		this.#lines.push({ at: this.#now(), notice: { level, code, facts } });
		if (this.#lines.length > LINES) this.#lines.shift();
	}

	lines(plant: Plant, language: Language): RecordsView["log"] {
		return this.#lines
			.map(({ at, notice }) => ({ at, level: notice.level, text: cut(textOf(notice, plant, language), LONGEST) }))
			.reverse();
	}
}

const textOf = (notice: Notice, plant: Plant, language: Language): string =>
	noticeText(language, plant, notice) ?? [notice.code, factsText(notice.facts)].join(" ");

const factsText = (facts: Facts): string =>
	Object.entries(facts)
		.map(([name, value]) => `${name}=${String(value)}`)
		.join(" ");

/** @param before entries before this number; without it the newest */
export function recordsOf(
	store: Pick<Store, "trail" | "appended" | "save">,
	log: LogTail,
	{ plant, findings }: Snapshot,
	calendar: Calendar,
	language: Language,
	before?: number,
): RecordsView {
	const trail = caught(() => {
		// Includes entries that are not written yet.
		if (store.appended > 0) store.save({});
		const found = store.trail();
		const end = Math.min(before ?? Number.POSITIVE_INFINITY, (found?.head().seq ?? 0) + 1);
		return found?.rows(Math.max(1, end - PAGE), PAGE).filter(({ seq }) => seq < end);
	}, undefined);
	const first = trail?.[0]?.seq;
	const { facts } = findings.find(({ code }) => code === "audit_trail") ?? {};
	return {
		...(trail && { trail: trail.map(lineOf).reverse() }),
		...(first !== undefined && first > 1 && { earlier: first }),
		...(facts && {
			proven: {
				when: String(facts["when"]),
				rows: Number(facts["rows"]),
				head: String(facts["head"]),
				broken: facts["broken"] === true,
			},
		}),
		log: log.lines(plant, language),
		moment: (ms) => `${calendar.dateOf(ms)} ${calendar.clockOf(ms)}`,
	};
}

function lineOf({ seq, at, source, actor, what, facts }: TrailRow): TrailLine {
	const kept = jsonIn(facts);
	const text = isRecord(kept) ? factsText(kept as Facts) : facts;
	return { seq, at, who: actor === undefined ? source : `${actor} (${source})`, what, facts: cut(text, LONGEST) };
}
