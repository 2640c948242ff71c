import type * as z from "zod";

/** A fault of a device message. */
export interface Problem {
	/** For example `components.tank_top.unit_of_measurement` or `availability[0].topic`. */
	readonly path: string;
	/** The value found, shortened. */
	readonly value: string;
	readonly remedy: string;
}

type Path = readonly PropertyKey[];

export const problem = (path: Path, value: unknown, remedy: string): Problem => ({
	path: written(path),
	value: shown(value),
	remedy,
});

/** The problems of a failed parse of `input`, whose path is `at`. Each unknown key is a problem of its own. */
export const problemsOf = (error: z.ZodError, input: unknown, at: Path): readonly Problem[] =>
	error.issues.flatMap((issue) => {
		if (issue.code !== "unrecognized_keys") {
			return [problem([...at, ...issue.path], found(input, issue.path), issue.message)];
		}
		return issue.keys.map((key) => {
			const path = [...issue.path, key];
			return problem([...at, ...path], found(input, path), REMEDIES.get(key) ?? UNKNOWN_KEY);
		});
	});

const UNKNOWN_KEY = "remove it, or write it out or correct its spelling: it is no key that may be used here";
const REMEDIES: ReadonlyMap<string, string> = new Map([
	["object_id", "use default_entity_id, for example sensor.heating_tank_top: Home Assistant knows object_id no more"],
	["retain", "remove it: it makes Home Assistant retain its commands, which then run again at every reconnect"],
]);

const written = (path: Path) =>
	path.reduce<string>((before, part) => {
		if (typeof part === "number") return `${before}[${part}]`;
		return before === "" ? String(part) : `${before}.${String(part)}`;
	}, "");

const found = (input: unknown, path: Path) =>
	path.reduce<unknown>(
		(value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
		input,
	);

const LONGEST = 80;
const shown = (value: unknown) => {
	if (value === undefined) return "nothing";
	const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
};
