import { beforeAll, describe, expect, it, test } from "@jest/globals";
import * as registry from "#rules/index.ts";
import { dice } from "../fakes/drawn/dice.ts";
import { drawFunctionHouse } from "../fakes/drawn/function-house.ts";
import { drawFunctionLife } from "../fakes/drawn/function-life.ts";
import { ALIVE } from "./laws/alive.ts";
import { ASKED, asking } from "./laws/asking.ts";
import { FUNCTIONS } from "./laws/functions.ts";
import { LEVELS } from "./laws/levels.ts";
import { type Drawn, type Found, live } from "./laws/lives.ts";
import { PACE } from "./laws/pace.ts";
import { SAFETY } from "./laws/safety.ts";
import { SAMENESS } from "./laws/sameness.ts";
import { SHOWN } from "./laws/shown.ts";
import { VALVES } from "./laws/valves.ts";

const RULES = Object.values(registry);
/** Codes of the reasons that were given. */
const seen = new Set<string>();
const LAWS = [asking(seen), ...FUNCTIONS, ...SAFETY, ...LEVELS, ...VALVES, ...PACE, ...SAMENESS, ...SHOWN, ...ALIVE];
const PLANTS = Number(process.env["LAWS_HOUSES"] ?? 400);
const SEED = Number(process.env["LAWS_SEED"] ?? 1);
/** For these it takes claims that no rule makes, or valves that these houses do not have. */
const UNHEARD: readonly string[] = [
	"no valve moves to a position that safety denies",
	"safety's limit is never exceeded",
	"a pump never feeds two parts",
];

function drawn(seed: number): Drawn {
	const thrown = dice(seed);
	const plant = drawFunctionHouse(thrown);
	const life = drawFunctionLife(thrown, plant, RULES);
	const shape = { circuits: plant.circuits.map(({ id }) => id), settings: life.settings };
	return { shape, plant, life };
}

describe(`for ${PLANTS} houses with the functions of the trade switched on, at any settings`, () => {
	let found: Found;
	beforeAll(() => {
		found = live(LAWS, RULES, SEED, PLANTS, drawn);
	}, 600_000);

	test.each(LAWS.map((law) => [law.says, law] as const))("%s", (_, law) => {
		expect(found.broken.get(law) ?? []).toEqual([]);
		// A law that never had anything to say would show nothing.
		if (!UNHEARD.includes(law.says)) expect(found.applied.get(law) ?? 0).toBeGreaterThan(0);
	});

	it("nearly every reason was given, so that its rank was seen", () => {
		// A few take a long course of events, such as a sunny day and its evening, and another draw may miss them.
		expect(Object.keys(ASKED).filter((code) => !seen.has(code)).length).toBeLessThan(6);
	});
});
