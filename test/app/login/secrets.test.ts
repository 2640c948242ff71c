import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { secretsIn } from "#app/login/secrets.ts";
import { source } from "#app/login/source.ts";
import { main } from "#cli/program.ts";
import { CANARY, Desk } from "../../cli/desk.ts";

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());

const ran = async (...argv: readonly string[]) => {
	desk.out = "";
	desk.err = "";
	const code = await main({ ...desk.machine(), argv });
	return { code, said: desk.out + desk.err };
};

/** Every command that there is, as its own help lists them, with what it cannot do without. */
async function commands(...parents: readonly string[]): Promise<readonly (readonly string[])[]> {
	const { said } = await ran(...parents, "--help");
	const listed = said.split("\nCommands:\n")[1] ?? "";
	const found = [...listed.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name = ""]) => name);
	const names = found.filter((name) => name !== "help");
	const inner = await Promise.all(
		names.map(async (name) => {
			const within = parents.length < 2 ? await commands(...parents, name) : [];
			return within.length > 0 ? within : [[...parents, name]];
		}),
	);
	return inner.flat();
}
/** What a command has to be given. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
	replay: ["--readings", "none.csv"],
	restore: ["none.db"],
	"broker user add": ["somebody"],
	"broker user remove": ["somebody"],
};
/** It has options of its own making. */
const WITHOUT_OPTIONS: ReadonlySet<string> = new Set(["demo"]);

/** Where a password may be by mistake: in a field that it makes invalid, or in one that describes such a field. */
const STRAYED: readonly (readonly [string, unknown])[] = [
	["the port", { mqtt: { password: CANARY, port: CANARY } }],
	["a topic", { mqtt: { password: CANARY, base_topic: `#${CANARY}` } }],
	["the log's level", { mqtt: { password: CANARY }, log_level: CANARY }],
	["an id", { mqtt: { password: CANARY }, sensors: [{ id: CANARY, role: "tank", source: `one_wire:${CANARY}` }] }],
	["a field, under a misspelt name", { mqtt: { pasword: CANARY, port: CANARY } }],
	["a field, behind a lot of text", { mqtt: { password: CANARY, port: `${"x".repeat(68)}${CANARY}` } }],
	["a host's address", { mqtt: { password: CANARY, host: `${CANARY}\n` } }],
];

describe("a password that strayed into another field", () => {
	// #strayed-shown-by-none
	test.each(STRAYED)(
		"(%s) is shown by no command",
		async (_, options) => {
			const all = await commands();
			expect(all.length).toBeGreaterThan(20);
			const file = desk.file("options.json", options);
			const told: string[] = [];
			for (const command of all) {
				const name = command.join(" ");
				if (WITHOUT_OPTIONS.has(name)) continue;
				const { said: help } = await ran(...command, "--help");
				const flags = [
					...(help.includes("--options <") ? ["--options", file] : []),
					...(help.includes("--data <") ? ["--data", desk.data] : []),
					...(help.includes("--config <") ? ["--config", `${desk.folder}/mosquitto.conf`] : []),
					...(help.includes("--http-port <") ? ["--http-port", "0"] : []),
				];
				const stopping = setInterval(() => desk.stop(), 200);
				const { said } = await ran(...command, ...(GIVEN[name] ?? []), ...flags);
				clearInterval(stopping);
				if (said.includes("canary") || said.includes(CANARY.slice(0, 8))) told.push(`${name}: ${said}`);
			}
			expect(told).toEqual([]);
		},
		120_000,
	);

	it("is known by its name, also where that is misspelt, and a file's name is none", () => {
		const raw = { mqtt: { password: 4711, pasword: "a", password_file: "b" }, list: [{ token: ["c"] }], secret: "d" };
		expect(secretsIn(raw)).toEqual(["4711", "a", "c", "d"]);
	});
});

const TLS = { tls: true, cert: "/a", key: "/b" };

describe("a control character", () => {
	test.each([
		["mqtt.host", { mqtt: { host: "bro\nker" } }],
		["mqtt.host", { mqtt: { host: "broker\0.lan" } }],
		["mqtt.username", { mqtt: { username: "solar\r" } }],
		["mqtt.password", { mqtt: { password: `${CANARY}\n` } }],
		["mqtt.password_file", { mqtt: { password_file: "/data/\0x" } }],
		["mqtt.ca", { mqtt: { tls: true, ca: "/ssl/\nca.crt" } }],
		["mqtt.cert", { mqtt: { ...TLS, cert: "/ssl/\ra" } }],
		["mqtt.key", { mqtt: { ...TLS, key: "/ssl/a\0" } }],
		["watch.log_file", { watch: { log_file: "/var/log/\0" } }],
		["syslog.host", { syslog: { host: "collector\n" } }],
		["syslog.ca", { syslog: { host: "collector", ca: "/ssl/\0" } }],
	])("in %s is a problem with path, value and remedy, and control goes on: %j", (path, options) => {
		const { parsed, complaints } = source(desk.machine(), { options: desk.file("options.json", options) });
		expect(parsed.kind).toBe("valid");
		expect(complaints).toContainEqual(
			expect.objectContaining({ path, remedy: expect.objectContaining({ code: "one_line" }) }),
		);
		expect(JSON.stringify(complaints)).not.toContain(CANARY);
	});
});
