import { randomBytes } from "node:crypto";
import { type Problem, problem } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { mend } from "#model/sentences/sentence.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { mergedOwn, type Written } from "#options/own/merged-own.ts";
import { alike, differing, patched } from "#options/own/patch.ts";
import type { Parsed } from "#options/parse.ts";
import { OWN_OPTIONS, readOwnOptions, writeOwnOptions } from "#store/files/own-options.ts";
import { secretsIn } from "../login/secrets.ts";
import { newLayersWithoutHeight } from "./layers.ts";
import { masked, unmasked } from "./masked.ts";
import type { Place } from "./place.ts";

/** The options as they are saved now. They hold secrets: `shown` makes what a person may see. */
export interface Saved {
	/** In the data folder. */
	readonly own: Written;
	/** What the user has set on the options page, or in the options file. */
	readonly page: Written;
	/** Both as one. */
	readonly merged: Written;
	/** Of this state. Who saves names the state that he has seen. */
	readonly revision: string;
}

/** The same for a person: secrets are masked, and a masked value that is sent back keeps the old one. */
export interface Shown extends Omit<Saved, "page"> {
	readonly page: Written;
	readonly place: Place["kind"];
	/** Whether something saved waits for the next start. */
	readonly restart: boolean;
}

export type Answer<T> =
	| { readonly kind: "done"; readonly value: T }
	| { readonly kind: "refused"; readonly problems: readonly Problem[] };

export interface Ports {
	/** The data folder. */
	readonly folder: string;
	/** Of the container, whose options page is read at its start only. */
	readonly life?: string;
	readonly place: Place;
	/** The options of this start, which are in force. */
	readonly in_force: Parsed;
	/** As the next start would take these options. */
	readonly parse: (merged: Written) => Parsed;
	readonly tell: Tell;
	/** Texts that are never to be shown. Grows. */
	readonly secrets: string[];
}

/** States that are remembered, to say what changed since somebody saw one. */
const SEEN = 50;

interface Change {
	readonly own: Written;
	readonly page: Written;
	readonly merged: Written;
}

/**
 * The options of the running app, to be read, checked and saved. Each is in one place: on the options page of Home Assistant (or in
 * an options file), or in the app's own options. What is saved is in force after a restart. Nothing here throws.
 */
export class OwnSettings {
	readonly #ports: Ports;
	readonly #seen = new Map<string, Pick<Saved, "own" | "page">>();
	#saving: Promise<unknown> = Promise.resolve();

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** The options as they are saved now, and as they would be in force after a restart. */
	async read(): Promise<Answer<Saved>> {
		const { folder, place } = this.#ports;
		const own = readOwnOptions(folder);
		if (own.kind === "unreadable") return { kind: "refused", problems: [own.problem] };
		const page = await place.read();
		if (page.kind === "failed") return { kind: "refused", problems: [page.problem] };
		const state = { own: own.options, page: page.options };
		return {
			kind: "done",
			value: { ...state, merged: mergedOwn(state.own, state.page), revision: this.#revisionOf(state) },
		};
	}

	/** The same for a person. */
	async shown(): Promise<Answer<Shown>> {
		const read = await this.read();
		if (read.kind === "refused") return read;
		const { own, page, merged, revision } = read.value;
		const { place, secrets } = this.#ports;
		const all = [...secrets, ...secretsIn(own), ...secretsIn(page)];
		const mask = (options: Written) => masked(options, all) as Written;
		const restart = this.#waits(merged);
		return {
			kind: "done",
			value: { own: mask(own), page: mask(page), merged: mask(merged), revision, place: place.kind, restart },
		};
	}

	#waits(merged: Written): boolean {
		const { in_force, parse } = this.#ports;
		const next = parse(merged);
		if (next.kind === "invalid" || in_force.kind === "invalid") return next.kind !== in_force.kind;
		return !alike(next.options, in_force.options);
	}

	/**
	 * What the next start would refuse after this change, and what is not taken from here, though an earlier release saved it.
	 * @param wanted a change: groups merge, all else is replaced, `null` goes back to the default (RFC 7396)
	 */
	async check(wanted: unknown): Promise<readonly Problem[]> {
		const read = await this.read();
		if (read.kind === "refused") return read.problems;
		const planned = this.#planned(read.value, wanted);
		return planned.kind === "refused" ? planned.problems : [];
	}

	/**
	 * Saves a change, each option where it lives, and reads it back. Saves nothing while there is a problem, or if somebody
	 * changed something since.
	 * @param revision the state that the person has seen; absent: the present one
	 */
	save(wanted: unknown, who: { readonly actor: string; readonly revision?: string }): Promise<Answer<Saved>> {
		const saved = this.#saving.then(() => this.#save(wanted, who));
		this.#saving = saved.catch(() => undefined);
		return saved;
	}

	async #save(
		wanted: unknown,
		{ actor, revision }: { readonly actor: string; readonly revision?: string },
	): Promise<Answer<Saved>> {
		const read = await this.read();
		if (read.kind === "refused") return read;
		const changed = revision === undefined ? undefined : this.#changedSince(revision, read.value);
		if (changed !== undefined) return refused(changed);
		const planned = this.#planned(read.value, wanted);
		if (planned.kind === "refused") return planned;
		const paths = differing(read.value.merged, planned.value.merged);
		this.#ports.secrets.push(...secretsIn(planned.value.merged));
		const failed = await this.#write(read.value, planned.value);
		if (failed !== undefined) return refused(failed);
		if (paths.length > 0) this.#ports.tell(notice("info", "options_saved", { actor, paths: paths.join(", ") }));
		return this.read();
	}

	/**
	 * Moves what is still on the options page, and no longer belongs there, into the app's own options: copied, written, read back
	 * and compared, and only then taken off the page. The page wins over what is there already. Moves nothing unless what is in
	 * force stays exactly the same.
	 * @param leaves whether an option leaves the page
	 * @returns what was moved
	 */
	move(leaves: (key: string) => boolean): Promise<Answer<readonly string[]>> {
		const moved = this.#saving.then(() => this.#move(leaves));
		this.#saving = moved.catch(() => undefined);
		return moved;
	}

	async #move(leaves: (key: string) => boolean): Promise<Answer<readonly string[]>> {
		const read = await this.read();
		if (read.kind === "refused") return read;
		const { own, page, merged } = read.value;
		const keys = Object.keys(page).filter(leaves);
		if (keys.length === 0) return { kind: "done", value: [] };
		const leaving = Object.fromEntries(keys.map((key) => [key, page[key]]));
		const left = Object.fromEntries(Object.entries(page).filter(([key]) => !leaves(key)));
		const kept = mergedOwn(own, leaving);
		const next = { own: kept, page: left, merged: mergedOwn(kept, left) };
		const paths = this.#otherThan(merged, next.merged);
		if (paths.length > 0)
			return refused(problem("options", undefined, mend("options_not_the_same", { paths: paths.join(", ") })));
		const failed = await this.#write(read.value, next);
		return failed === undefined ? { kind: "done", value: keys } : refused(failed);
	}

	/** What these options would put in force otherwise. Invalid ones put nothing in force, and stay where they are. */
	#otherThan(before: Written, after: Written): readonly string[] {
		const { parse } = this.#ports;
		const [was, is] = [parse(before), parse(after)];
		if (was.kind === "invalid" || is.kind === "invalid") return ["options"];
		return differing(was.options, is.options);
	}

	/** The change as it would be saved, or why not. */
	#planned(now: Saved, wanted: unknown): Answer<Change> {
		if (!isRecord(wanted))
			return refused(problem("options", undefined, mend("wrong_kind", { kind: "object", got: "null" })));
		const change = unmasked(wanted, now.merged);
		if (change === undefined) return refused(problem("options", undefined, mend("masked_without_old")));
		const planned = changed(now, change, this.#ports.place);
		const parsed = this.#ports.parse(planned.merged);
		if (parsed.kind === "invalid") return { kind: "refused", problems: parsed.problems };
		const unplaced = newLayersWithoutHeight(now.merged, planned.merged);
		return unplaced.length > 0 ? refused(...unplaced) : { kind: "done", value: planned };
	}

	#changedSince(revision: string, now: Saved): Problem | undefined {
		const seen = this.#seen.get(revision);
		if (seen === undefined) return problem("options", undefined, mend("options_seen_long_ago"));
		const paths = [...differing(seen.page, now.page), ...differing(seen.own, now.own)];
		return paths.length === 0
			? undefined
			: problem("options", undefined, mend("options_changed_meanwhile", { paths: paths.join(", ") }));
	}

	/**
	 * The app's own options first, then the page, and what left the own ones last: so a kill at any moment leaves every value in one
	 * of both places.
	 */
	async #write(now: Saved, next: Change): Promise<Problem | undefined> {
		const { place } = this.#ports;
		const first = { ...now.own, ...next.own };
		const failed = this.#writeOwn(now.own, first);
		if (failed !== undefined) return failed;
		if (alike(now.page, next.page)) return this.#writeOwn(first, next.own);
		const refusal = await place.write(next.page);
		const found = await place.read();
		if (found.kind === "read" && alike(found.options, next.page)) return this.#writeOwn(first, next.own);
		// Only where the page is as it was does it still hold what was to leave it.
		if (found.kind === "read" && alike(found.options, now.page))
			return this.#writeOwn(first, now.own) ?? refusal ?? problem("options", undefined, mend("page_forgot"));
		return problem("options", undefined, mend("options_unsure"));
	}

	/** Only what was seen is replaced, and what was written is read back. */
	#writeOwn(before: Written, after: Written): Problem | undefined {
		const { folder, life } = this.#ports;
		if (alike(before, after)) return undefined;
		const cause = (code: string) => problem(OWN_OPTIONS, undefined, mend("own_options_not_kept", { cause: code }));
		const present = readOwnOptions(folder);
		if (present.kind === "unreadable") return present.problem;
		const meanwhile = differing(before, present.options);
		if (meanwhile.length > 0)
			return problem("options", undefined, mend("options_changed_meanwhile", { paths: meanwhile.join(", ") }));
		try {
			writeOwnOptions(folder, after, life);
		} catch (failed) {
			return cause(codeOf(failed));
		}
		const kept = readOwnOptions(folder);
		if (kept.kind === "unreadable") return kept.problem;
		return alike(kept.options, after) ? undefined : cause("EIO");
	}

	#revisionOf(state: Pick<Saved, "own" | "page">): string {
		for (const [revision, seen] of this.#seen) if (alike(seen, state)) return revision;
		const revision = randomBytes(12).toString("base64url");
		this.#seen.set(revision, state);
		const [oldest] = this.#seen.keys();
		if (this.#seen.size > SEEN && oldest !== undefined) this.#seen.delete(oldest);
		return revision;
	}
}

const refused = (
	...problems: readonly Problem[]
): { readonly kind: "refused"; readonly problems: readonly Problem[] } => ({
	kind: "refused",
	problems,
});

/** Where each changed option goes. One that lives on the page is there as a whole afterwards. */
function changed(now: Saved, change: Written, place: Place): Change {
	const keys = Object.keys(change);
	const there = new Set(keys.filter((key) => place.holds(key, now.page)));
	const part = (options: Written, has: (key: string) => boolean) =>
		Object.fromEntries(Object.entries(options).filter(([key]) => has(key)));
	const whole = patched(now.merged, change);
	const page = { ...part(now.page, (key) => !there.has(key)), ...part(whole, (key) => there.has(key)) };
	const own = patched(
		part(now.own, (key) => !there.has(key)),
		part(change, (key) => !there.has(key)),
	);
	return { own, page, merged: mergedOwn(own, page) };
}
