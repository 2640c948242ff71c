import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { assembled } from "ha-mqtt-discovery";
import { deviceMessage, PLATFORMS, TREATMENTS, type Treatment, worst } from "ha-mqtt-discovery/home-assistant";
import { BREAKS, JUNKED } from "./discovery/breaks.ts";
import { type Case, cases } from "./discovery/cases.ts";
import { type Seen, seenLive } from "./discovery/live.ts";
import { OURS } from "./discovery/ours.ts";
import { type Probe, type Read, readBySchemas } from "./discovery/schemas.ts";

const CASES = cases();

/** As published by a program that does not look at the verdict. */
const probe = ({ mark, input }: Case): Probe => {
	const { topic, payload } = assembled(input);
	const components = Object.values(input.components);
	const proposed = components[0]?.default_entity_id;
	return {
		mark,
		topic,
		payload: JSON.stringify(payload),
		entities: components.length,
		proposed: typeof proposed === "string" ? proposed : undefined,
	};
};

/** What is wrong with the topic, or with two entities together, is nothing that a schema could see. */
const UNKNOWN_TO_SCHEMAS: readonly string[] = [
	"device id with a space",
	"empty device id",
	"id twice on one platform",
	"node id with a dot",
];
interface Verdict {
	readonly mark: string;
	readonly platform: unknown;
	readonly broken: string | undefined;
	/** Undefined where the library has no objection. */
	readonly library: Treatment | undefined;
	readonly home: Treatment;
	readonly schemas: Treatment;
	readonly live: Treatment;
	readonly said: readonly string[];
}
let verdicts: readonly Verdict[];
let read: ReadonlyMap<string, Read>;
let seen: ReadonlyMap<string, Seen>;

const verdict = ({ mark, broken, input }: Case): Verdict => {
	const result = deviceMessage(input);
	const schemas = read.get(mark);
	const live = seen.get(mark);
	if (schemas === undefined || live === undefined) throw new Error(`nothing was seen of ${mark}`);
	return {
		mark,
		platform: Object.values(input.components)[0]?.platform,
		broken,
		library: result.kind === "ok" ? undefined : result.treatment,
		home: worst([schemas.treatment, live.treatment]),
		schemas: schemas.treatment,
		live: live.treatment,
		said: [...live.said.map((line) => line.slice(0, 300)), schemas.why],
	};
};

beforeAll(async () => {
	const probes = CASES.map(probe);
	[read, seen] = await Promise.all([readBySchemas(probes), seenLive(probes)]);
	verdicts = CASES.map(verdict);
}, 180_000);

const shown = ({ mark, broken, library, schemas, live, said }: Verdict) =>
	`${mark}, ${broken ?? "valid"}: library ${library ?? "ok"}, schemas ${schemas}, live ${live}: ${said.join(" ")}`;
const isJunk = ({ broken }: Verdict) => broken?.startsWith(JUNKED.what) === true;

describe("500 device messages, judged by the library and taken to a real Home Assistant", () => {
	// #treated-library-says-taken
	it("are treated there as the library says: taken, complained of, altered, stripped or refused", () => {
		expect(verdicts).toHaveLength(500);
		expect(verdicts.filter(({ library = "taken", home }) => library !== home).map(shown)).toEqual([]);
	});

	it("become entities or not as Home Assistant's schemas say, where the log does not name another reason", () => {
		const alike = ({ schemas, live }: Verdict) => (schemas === "refused") === (live === "refused");
		const others = verdicts.filter((one) => !alike(one));
		expect(others.filter(({ broken = "" }) => !UNKNOWN_TO_SCHEMAS.includes(broken)).map(shown)).toEqual([]);
		expect(others.map(({ broken }) => broken).sort()).toEqual([...UNKNOWN_TO_SCHEMAS].sort());
	});

	it("are taken without a word where they are valid, and objected to where they are broken", () => {
		const valid = verdicts.filter(({ broken }) => broken === undefined);
		expect(valid.filter(({ library, home }) => library !== undefined || home !== "taken").map(shown)).toEqual([]);
		const broken = verdicts.filter((one) => one.broken !== undefined && !isJunk(one));
		expect(broken.filter(({ library }) => library === undefined).map(shown)).toEqual([]);
		expect([valid.length, broken.length]).toEqual([170, 227]);
	});

	it("meet every treatment, and are of every platform and every way to break one", () => {
		const met = new Set(verdicts.map(({ home }) => home));
		expect([...met].sort()).toEqual([...TREATMENTS].sort());
		const ways = new Set(verdicts.map(({ broken }) => broken));
		expect(BREAKS.map(({ what }) => what).filter((what) => !ways.has(what))).toEqual([]);
		for (const platform of PLATFORMS) {
			const its = verdicts.filter((one) => one.platform === platform);
			expect(its.filter(({ library }) => library === undefined).length).toBeGreaterThanOrEqual(10);
			expect(its.filter(({ library }) => library !== undefined).length).toBeGreaterThan(15);
		}
	});

	it("are objected to by the library alone for the reasons of docs/mqtt.md, and for no other", () => {
		const own = verdicts.filter((one) => one.library === "taken" && !isJunk(one));
		expect([...new Set(own.map(({ broken }) => broken))].sort()).toEqual(Object.values(OURS).flat().sort());
		const page = readFileSync(join(import.meta.dirname, "../../docs/mqtt.md"), "utf8").replaceAll(/\s+/g, " ");
		expect(Object.keys(OURS).filter((reason) => !page.includes(reason))).toEqual([]);
	});
});
