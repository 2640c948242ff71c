import { describe, expect, it, test } from "@jest/globals";
import { fromPage } from "#options/own/merged-own.ts";
import { type Json, jsonOf } from "#options/page/addon-schema.ts";
import { parse } from "#options/parse.ts";
import { root } from "#options/root.ts";
import { repository } from "../../fakes/supervisor/manifest.ts";
import { judged, merged, type Options } from "../../fakes/supervisor/options.ts";

const { manifest } = repository();
/** As the Supervisor hands options on to the app, or what it says against them. */
const supervised = (options: Options) => judged(manifest.schema, merged(manifest.options, options), "Solar Heating");
const refusedBy = (options: Options) => {
	const answer = supervised(options);
	if (!answer.valid) return "the Supervisor";
	return parse(fromPage(answer.options)).kind === "invalid" ? "the app" : "nobody";
};

interface Leaf {
	readonly path: readonly string[];
	readonly json: Json;
}
const leaves = (json: Json, path: readonly string[] = []): readonly Leaf[] =>
	Object.entries(json.properties ?? {}).flatMap(([key, child]) =>
		child.properties ? leaves(child, [...path, key]) : child.items ? [] : [{ path: [...path, key], json: child }],
	);
const all = leaves(jsonOf(root));
const nested = (path: readonly string[], value: unknown): Options => {
	const [key = "", ...rest] = path;
	return { [key]: rest.length === 0 ? value : nested(rest, value) };
};
const ranges = all.flatMap(({ path, json: { minimum, maximum } }) => [
	...(minimum === undefined ? [] : [[path.join("."), path, minimum - 1] as const]),
	...(maximum === undefined ? [] : [[path.join("."), path, maximum + 1] as const]),
]);
/** A number that is asked for as a pattern is taken as text, so there it is a text that cannot fit. */
const SHAPES: Readonly<Record<string, unknown>> = { number: "warm", integer: "warm", boolean: "perhaps", string: 7 };
const shapes = all.map(
	({ path, json }) => [path.join("."), path, json.pattern ? "#" : SHAPES[json.type ?? "string"]] as const,
);

describe("what is typed on the options page", () => {
	it("is all asked about here", () => expect(ranges.length).toBeGreaterThan(40));

	test.each(ranges)("%s outside its range (%j: %p) is refused", (_name, path, value) =>
		expect(refusedBy(nested(path, value))).not.toBe("nobody"),
	);
	test.each(shapes)("%s of another kind (%j: %p) is refused", (_name, path, value) =>
		expect(refusedBy(nested(path, value))).not.toBe("nobody"),
	);
	test.each(all.map(({ path }) => [path.join("."), path] as const))(
		"%s as nothing at all (%j) is refused",
		(_n, path) => expect(refusedBy(nested(path, null))).not.toBe("nobody"),
	);

	it("is what the app gets, where nothing is wrong with it: as installed, too", () => {
		expect(refusedBy({})).toBe("nobody");
	});
});
