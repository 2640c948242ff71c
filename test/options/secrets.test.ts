import { describe, expect, test } from "@jest/globals";
import { parse } from "#options/parse.ts";
import { owner } from "./plants.ts";

describe("a secret", () => {
	const SECRET = "hunter2-very-secret";
	// #never-shows-problem
	test.each<[string, unknown]>([
		["that is a number", owner({ mqtt: { password: 4711_4711 } })],
		["in a list", owner({ mqtt: { password: [SECRET] } })],
		["with a typo in its name", owner({ mqtt: { pasword: SECRET } })],
		["at the top", owner({ password: SECRET })],
		["in a list for the group", owner({ mqtt: [{ password: SECRET }] })],
		["as the group itself", owner({ mqtt: SECRET })],
		["as all there is", SECRET],
		["in a list of options", [owner({ mqtt: { password: SECRET } })]],
		["as the key's path", owner({ mqtt: { tls: true, cert: "/c", key: [SECRET] } })],
		["beside other mistakes", owner({ mqtt: { password: SECRET, port: "x" } })],
		["as a file's name of another kind", owner({ mqtt: { password_file: { SECRET } } })],
	])("%s never shows in a problem", (_, raw) => {
		const parsed = parse(raw);
		const found = parsed.kind === "valid" ? [] : parsed.problems;
		expect(found.length).toBeGreaterThan(0);
		expect(JSON.stringify(found)).not.toMatch(/hunter2|47114711/);
	});
});
