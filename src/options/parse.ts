import type * as z from "zod";
import { type Problem, problem } from "#model/findings/finding.ts";
import { remedyOf } from "#model/sentences/refusal.ts";
import { mend, type Sentence } from "#model/sentences/sentence.ts";
import { byName } from "./entries/by-name.ts";
import { withIds } from "./entries/with-ids.ts";
import { withUnits } from "./entries/with-units.ts";
import { type Json, jsonOf } from "./page/addon-schema.ts";
import { withoutEmpty } from "./plant/empty.ts";
import { withPreset } from "./presets.ts";
import { noChoice } from "./problems/meant.ts";
import type { Twice } from "./problems/twice.ts";
import { type Accepted, heaterProblems, NONE_ACCEPTED } from "./problems/unproven-heaters.ts";
import { wiringProblems } from "./problems/wiring.ts";
import { type Options, root } from "./root.ts";

export type Parsed =
	| { readonly kind: "valid"; readonly options: Options }
	| {
			readonly kind: "invalid";
			readonly problems: readonly Problem[];
			/** The valid groups; the others have their defaults. Without sensors and outputs. Absent if `mqtt` is invalid. */
			readonly beside?: Options;
	  };

/** The options of everything beside control, even if an invalid sensor or limit keeps control at rest. */
export const besideIn = (parsed: Parsed): Options | undefined =>
	parsed.kind === "valid" ? parsed.options : parsed.beside;

/**
 * Options, or all their faults at once.
 * @param doubled keys that the text has twice; which value was meant is not guessed
 * @param accepted heaters that need no confirmation, because an earlier release took them without
 */
export function parse(written: unknown, doubled: readonly Twice[] = [], accepted: Accepted = NONE_ACCEPTED): Parsed {
	const raw = withPreset(withUnits(withIds(withoutEmpty(root, written))));
	const parsed = root.safeParse(raw);
	const found = [
		...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => told(issue, raw))),
		...wiringProblems(raw),
		...heaterProblems(raw, accepted),
	];
	const problems = [
		...byName(found, written),
		...doubled.map(({ path, lines }) => ({
			path: shown(path),
			value: mend("on_lines", { lines: lines.join(", ") }),
			remedy: mend("written_twice"),
		})),
	];
	if (parsed.success && problems.length === 0) return { kind: "valid", options: parsed.data };
	const beside = validPart(raw, new Set(doubled.map(({ path: [group] }) => group)));
	return { kind: "invalid", problems, ...(beside !== undefined && { beside }) };
}

/** The same with problems of what the options came from. Undefined where nothing of them could be read. */
export function invalidated(parsed: Parsed | undefined, problems: readonly Problem[]): Parsed {
	if (parsed === undefined) return { kind: "invalid", problems };
	if (problems.length === 0) return parsed;
	if (parsed.kind === "invalid") return { ...parsed, problems: [...problems, ...parsed.problems] };
	return { kind: "invalid", problems, beside: { ...parsed.options, ...NOTHING_WIRED } };
}

const NOTHING_WIRED = { sensors: [], outputs: [], collectors: [], tanks: [], sources: [], sinks: [], circuits: [] };

/** The broker's options are not guessed: with one fault in their group, such as a misspelt `tls`, nothing connects. */
function validPart(raw: unknown, doubled: ReadonlySet<string | number | undefined>): Options | undefined {
	if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return undefined;
	// A map, because an object has keys of its own, such as `constructor`.
	const shape = new Map<string, z.ZodType>(Object.entries(root.shape));
	const valid = Object.entries(raw).filter(
		([key, value]) => !doubled.has(key) && shape.get(key)?.safeParse(value).success,
	);
	if ("mqtt" in raw && !valid.some(([key]) => key === "mqtt")) return undefined;
	const parsed = root.safeParse({ ...Object.fromEntries(valid), ...NOTHING_WIRED });
	return parsed.success ? parsed.data : undefined;
}

type Issue = z.core.$ZodIssue;

function told(issue: Issue, raw: unknown): readonly Problem[] {
	if (issue.code === "unrecognized_keys") {
		return issue.keys.map((key) => ({
			path: shown([...issue.path, key]),
			value: mend("unknown_option"),
			remedy: mend("no_such_option"),
		}));
	}
	const found = at(raw, issue.path);
	const remedy =
		issue.code === "invalid_value" && found !== undefined
			? noChoice(found, issue.values.map(String))
			: remedyOf(issue, found, unitAt(issue.path));
	const words = inWords(issue.path, found);
	const path = shown(issue.path);
	return [words === undefined ? problem(path, found, remedy) : { path, value: words, remedy }];
}

/** A sentence in place of a value that is or may be a secret, or is too long to show. */
function inWords(path: readonly PropertyKey[], found: unknown): Sentence | undefined {
	if (found === undefined) return undefined;
	const whole = path.length === 0 || (path.length === 1 && path[0] === "mqtt");
	if (whole || path.some((p) => /password|secret|token|key$/.test(String(p)))) return mend("not_shown");
	if (Array.isArray(found)) return mend("a_list");
	return typeof found === "object" && found !== null ? mend("a_group") : undefined;
}

/** The schema is only searched if something is wrong, because the search is slower than the rest of the parse. */
const unitAt = (path: readonly PropertyKey[]): string | undefined =>
	path.reduce<Json | undefined>((json, key) => json?.items ?? json?.properties?.[String(key)], jsonOf(root))?.unit;

const at = (raw: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>(
		(value, key) =>
			typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
		raw,
	);

/** `sensors[2].source` */
const shown = (path: readonly PropertyKey[]) =>
	path.map((p, i) => (typeof p === "number" ? `[${p}]` : i === 0 ? String(p) : `.${String(p)}`)).join("") || "options";
