import { beforeAll, describe, expect, test } from "@jest/globals";
import * as registry from "#rules/index.ts";
import { ALIVE } from "./laws/alive.ts";
import { LEVELS } from "./laws/levels.ts";
import { type Found, live } from "./laws/lives.ts";
import { PACE } from "./laws/pace.ts";
import { SAFETY } from "./laws/safety.ts";
import { SAMENESS } from "./laws/sameness.ts";
import { SHOWN } from "./laws/shown.ts";
import { VALVES } from "./laws/valves.ts";

const LAWS = [...SAFETY, ...LEVELS, ...VALVES, ...PACE, ...SAMENESS, ...SHOWN, ...ALIVE];
/** More of them, or others, from the environment. */
const PLANTS = Number(process.env["LAWS_PLANTS"] ?? 4000);
const SEED = Number(process.env["LAWS_SEED"] ?? 1);

describe(`for ${PLANTS} plants of up to four tanks and fields, whatever sensors, boards and people do`, () => {
	let found: Found;
	beforeAll(() => {
		found = live(LAWS, Object.values(registry), SEED, PLANTS);
	}, 600_000);

	test.each(LAWS.map((law) => [law.says, law] as const))("%s", (_, law) => {
		expect(found.broken.get(law) ?? []).toEqual([]);
		// A law that never had anything to say would show nothing.
		expect(found.applied.get(law) ?? 0).toBeGreaterThan(PLANTS / 40);
	});
});
