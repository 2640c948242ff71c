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
		const mask = (options: Written) => masked(options) as Written;
		const { place } = this.#ports;
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
	 * What the next start would refuse after this change.
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

	/** The change as it would be saved, or why not. */
	#planned(now: Saved, wanted: unknown): Answer<Change> {
		if (!isRecord(wanted))
			return refused(problem("options", undefined, mend("wrong_kind", { kind: "object", got: "null" })));
		const change = unmasked(wanted, now.merged);
		if (change === undefined) return refused(problem("options", undefined, mend("masked_without_old")));
		const planned = changed(now, change, this.#ports.place);
		const parsed = this.#ports.parse(planned.merged);
		return parsed.kind === "invalid"
			? { kind: "refused", problems: parsed.problems }
			: { kind: "done", value: planned };
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
		if (!alike(now.page, next.page)) {
			const unsaved = (await place.write(next.page)) ?? (await this.#notThere(next.page));
			if (unsaved !== undefined) return this.#writeOwn(first, now.own) ?? unsaved;
		}
		return this.#writeOwn(first, next.own);
	}

	/** Whether the page holds something else than what was written. */
	async #notThere(wanted: Written): Promise<Problem | undefined> {
		const read = await this.#ports.place.read();
		if (read.kind === "failed") return read.problem;
		const paths = differing(wanted, read.options);
		return paths.length === 0
			? undefined
			: problem("options", undefined, mend("options_changed_meanwhile", { paths: paths.join(", ") }));
	}

	/** Only what was seen is replaced, and what was written is read back. */
	#writeOwn(before: Written, after: Written): Problem | undefined {
		const { folder } = this.#ports;
		if (alike(before, after)) return undefined;
		const cause = (code: string) => problem(OWN_OPTIONS, undefined, mend("own_options_not_kept", { cause: code }));
		const present = readOwnOptions(folder);
		if (present.kind === "unreadable") return present.problem;
		const meanwhile = differing(before, present.options);
		if (meanwhile.length > 0)
			return problem("options", undefined, mend("options_changed_meanwhile", { paths: meanwhile.join(", ") }));
		try {
			writeOwnOptions(folder, after);
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
