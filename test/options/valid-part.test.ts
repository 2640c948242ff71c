import { describe, expect, it, test } from "@jest/globals";
import { besideIn, parse } from "#options/parse.ts";
import { BOARD, owner } from "./plants.ts";

const OUTPUT = { id: "pump", role: "pump", target: `usb_relay:${BOARD}/1` };

describe("an empty text where one may be left out", () => {
	const emptied = owner({
		mqtt: { host: "", username: "", password: "", password_file: "", ca: "", cert: "", key: "", base_topic: "" },
		outputs: [{ ...OUTPUT, excludes: "" }],
		site: { time_zone: "" },
		watch: { enabled: true, log_file: "" },
		syslog: { host: "" },
		one_wire: { root: "" },
	});
	it("is the same as none", () => {
		const without = owner({ mqtt: {}, outputs: [OUTPUT], watch: { enabled: true } });
		expect(parse(emptied)).toMatchObject({ kind: "valid" });
		expect(parse(emptied)).toEqual(parse(without));
	});
	test.each([
		["an id", { outputs: [{ ...OUTPUT, id: "" }] }, "outputs[0].id"],
		["a role", { outputs: [{ ...OUTPUT, role: "" }] }, "outputs[0].role"],
		["a target", { outputs: [{ ...OUTPUT, target: "" }] }, "outputs[0].target"],
		["a choice", { language: "" }, "language"],
	])("is refused for %s, which has to be given or chosen", (_, changes, path) => {
		expect(parse(owner(changes))).toMatchObject({ kind: "invalid", problems: [{ path }] });
	});
});

describe("of options that are not valid", () => {
	// #names-that-objects-have
	test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
		"an option called %s is one that does not exist",
		(name) => {
			const raw: unknown = JSON.parse(JSON.stringify(owner({})).replace(/^\{/, `{"${name}":1,`));
			expect(parse(raw)).toMatchObject({ kind: "invalid", problems: [{ path: name }] });
		},
	);

	const broken = { sensors: [{ id: "tank", role: "tank", source: "pigeon:7" }] };
	it("the groups that are valid are kept for what runs beside control, and nothing that is controlled", () => {
		const parsed = parse(
			owner({ ...broken, mqtt: { host: "broker", port: 1884 }, language: "sv", tank: { volume: 1 }, strange: 1 }),
		);
		expect(parsed.kind).toBe("invalid");
		expect(besideIn(parsed)).toMatchObject({
			mqtt: { host: "broker", port: 1884 },
			language: "sv",
			tank: { volume: 360 },
			sensors: [],
			outputs: [],
		});
	});
	test.each([
		["a wrong port", { mqtt: { host: "broker", port: 0 } }],
		["an unknown field, such as a misspelt tls", { mqtt: { host: "broker", tsl: true } }],
		["half a certificate", { mqtt: { host: "broker", tls: true, cert: "/c" } }],
	])("nothing is kept where the broker's group has %s: nothing connects", (_, mqtt) => {
		expect(besideIn(parse(owner({ ...broken, ...mqtt })))).toBeUndefined();
		expect(besideIn(parse(owner(mqtt)))).toBeUndefined();
	});
	test.each([[undefined], [null], [[]], ["{}"]])("nothing is kept of %j", (raw) => {
		expect(besideIn(parse(raw))).toBeUndefined();
	});
	it("also what only two of them make is no sensor and no output", () => {
		const twice = parse(owner({ outputs: [OUTPUT, { ...OUTPUT, id: "b", role: "other" }] }));
		expect(twice.kind).toBe("invalid");
		expect(besideIn(twice)).toMatchObject({ sensors: [], outputs: [] });
	});
});
