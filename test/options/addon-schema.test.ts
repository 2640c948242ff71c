import { describe, expect, it, test } from "@jest/globals";
import * as z from "zod";
import { timeWindows } from "#model/quantities/fields.ts";
import { WINDOWS } from "#model/quantities/windows.ts";
import { type AddonSchema, addonDefaults, addonSchema, jsonOf } from "#options/page/addon-schema.ts";
import { parse } from "#options/parse.ts";
import { root } from "#options/root.ts";

/** What every Supervisor of the last years takes as a leaf; older ones know no negative bounds. */
const LEAF = new RegExp(
	[
		"^(?:bool|email|url|port|device(?:\\(subsystem=[a-z]+\\))?",
		"|(?:str|password|int)(?:\\(\\d*,\\d*\\))?",
		"|float(?:\\((?:\\d*\\.?\\d+)?,(?:\\d*\\.?\\d+)?\\))?",
		"|match\\(\\^.*\\$\\)|list\\([^|()]+(?:\\|[^|()]+)*\\))\\??$",
	].join(""),
);
const schema = addonSchema(root);
const defaults = addonDefaults(root) as Record<string, unknown>;
type Leaf = readonly [path: string, leaf: string, inList: boolean];

const leaves = (node: AddonSchema, path = "", inList = false): readonly Leaf[] => {
	if (typeof node === "string") return [[path, node, inList]];
	if (Array.isArray(node)) return leaves(node[0], `${path}[]`, true);
	return Object.entries(node).flatMap(([key, child]) => leaves(child, path === "" ? key : `${path}.${key}`, inList));
};
const at = (value: unknown, path: string): unknown =>
	path.split(".").reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined)?.[key], value);

describe("the manifest's schema", () => {
	test.each(leaves(schema))("%s is %s, which every Supervisor understands", (_, leaf) => {
		expect(leaf).toMatch(LEAF);
	});

	it("has every option", () => {
		expect(Object.keys(schema)).toEqual(Object.keys(root.shape));
	});

	it("asks for time windows as a text of their form, which Python reads alike", () => {
		const [leaf] = Object.values(addonSchema(z.strictObject({ when: timeWindows().default("always") })));
		expect(leaf).toBe(`match(${WINDOWS.source})`);
		expect(leaf).toMatch(LEAF);
	});

	it("asks for the login as a password, for the port as a port, and for choices as lists", () => {
		const of = Object.fromEntries(leaves(schema));
		expect(of["mqtt.password"]).toBe("password");
		expect(of["mqtt.port"]).toBe("port");
		expect(of["system_mode"]).toBe("list(auto|off)");
		expect(of["solar_charging.start_at"]).toBe("float(1,40)");
		expect(of["outputs[].starts_per_hour"]).toBe("int(0,120)?");
		expect(of["sensors[].id"]).toMatch(/^match\(\^.*\)\?$/);
	});

	it("leaves a negative bound to our own parser", () => {
		const of = Object.fromEntries(leaves(schema));
		expect([of["sensors[].offset"], of["site.latitude"]]).toEqual(["float(,10)?", "float(,90)?"]);
		expect(parse({ site: { latitude: -91 } }).kind).toBe("invalid");
	});

	test.each(leaves(schema).filter(([, , inList]) => !inList))(
		"%s (%s) is optional exactly where it has no default",
		(path, leaf) => {
			expect(leaf.endsWith("?")).toBe(at(defaults, path) === undefined);
		},
	);

	it("makes every field of a list's item optional that has a default: defaults do not reach there", () => {
		const required = leaves(schema).filter(([, leaf, inList]) => inList && !leaf.endsWith("?"));
		expect(required.map(([path]) => path)).toEqual([
			"sensors[].role",
			"sensors[].source",
			"outputs[].role",
			"outputs[].target",
			"circuits[].from",
			"circuits[].to",
			"circuits[].pump",
			"modbus_buses[].id",
			"modbus_buses[].at",
			"modbus_points[].id",
			"modbus_points[].function",
			"modbus_points[].register",
			"relind_cards[].stack",
			"relind_cards[].board",
		]);
	});

	it("refuses to be made of something that the Supervisor cannot ask for", () => {
		expect(() => addonSchema(z.object({ odd: z.null() }))).toThrow("The Supervisor cannot ask for");
	});

	it("reads ranges that are open at one end", () => {
		const open = addonSchema(
			z.object({ a: z.number().min(1).default(1), b: z.number().max(2).default(1), c: z.number().default(1) }),
		);
		expect(open).toEqual({ a: "float(1,)", b: "float(,2)", c: "float" });
		expect(jsonOf(z.object({ a: z.string() })).properties).toHaveProperty("a");
	});
});

describe("the manifest's default options", () => {
	// #valid-parser
	it("are valid for our own parser", () => {
		expect(parse(defaults)).toMatchObject({ kind: "valid" });
	});

	it("mean the same as no options at all", () => {
		expect(parse(defaults)).toEqual(parse({}));
	});

	// #every-group-every-list
	it("have every group and every list, since the Supervisor refuses an absent one", () => {
		expect(Object.keys(defaults)).toEqual(Object.keys(schema));
		for (const [key, node] of Object.entries(schema))
			if (typeof node !== "string") expect(typeof defaults[key]).toBe("object");
	});

	it("are empty texts only where the Supervisor takes one", () => {
		for (const [path, leaf] of leaves(schema)) if (at(defaults, path) === "") expect(leaf).toMatch(/^(str|password)$/);
	});

	it("lie within the schema's own ranges and choices", () => {
		for (const [path, leaf, inList] of leaves(schema)) {
			const value = at(defaults, path);
			if (inList || value === undefined) continue;
			const [, low, high] = /\((-?[\d.]*),(-?[\d.]*)\)/.exec(leaf) ?? [];
			if (low) expect(value).toBeGreaterThanOrEqual(Number(low));
			if (high) expect(value).toBeLessThanOrEqual(Number(high));
			const choices = /^list\((.*)\)/.exec(leaf)?.[1]?.split("|");
			if (choices) expect(choices).toContain(value);
			const pattern = /^match\((.*)\)\??$/.exec(leaf)?.[1];
			if (pattern) expect(value).toMatch(new RegExp(pattern));
		}
	});
});
