import { describe, expect, it, test } from "@jest/globals";
import { findingOf } from "#broker/proofs/findings.ts";
import { PROOFS } from "#broker/proofs/index.ts";
import { fail } from "#broker/proofs/proof.ts";
import { proofKey } from "#home-assistant/entities/broker/proofs.ts";
import { entitiesOf, picture } from "#home-assistant/installation.ts";
import { AUDITED } from "#model/findings/audited.ts";
import { type Finding, INFORMATIVE } from "#model/findings/finding.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { keysOf } from "#texts/say.ts";
import { HOUSE, ownersPlant, seen } from "../fakes/owners-plant.ts";
import { topics } from "./payloads.ts";

/** The owner's plant with its heater behind a network. */
const plant = {
	...ownersPlant,
	outputs: ownersPlant.outputs.map((output) =>
		output.id === "heater" ? { ...output, off_after: seconds(60) } : output,
	),
};
const entities = entitiesOf(plant, "en", { watch: true });
const calm = seen({});

/** The keys of the entities that look otherwise with this finding than without any. */
function changedBy(finding: Finding): readonly string[] {
	const shown = (findings: readonly Finding[]) =>
		new Map(
			picture(HOUSE, entities, { ...calm, findings }, (key) => void broken.push(key)).map((s) => [s.topic, s.payload]),
		);
	const broken: string[] = [];
	const [without, with_] = [shown([]), shown([finding])];
	const differs = (topic: string) => without.get(topic) !== with_.get(topic);
	const keys = entities.filter(
		({ key, occurrences }) =>
			differs(topics.state(key)) ||
			differs(topics.attributes(key)) ||
			(occurrences?.({ ...calm, findings: [finding] }) ?? []).length > 0,
	);
	expect(broken).toEqual([]);
	return keys.map(({ key }) => key);
}

/** Something for every fact that an entity may look for. */
const FACTS: Facts = {
	days: 3,
	since: "2026-01-01",
	score: 85,
	when: "2026-01-01T02:00:00Z",
	state: "connected",
	bus: "x",
	output: "heater",
	standing: "passed",
};

describe("whatever the app finds of itself", () => {
	test.each([
		["info", INFORMATIVE],
		["warning", keysOf("finding")],
	] as const)("has an entity that shows it, also one that is mere information: %s", (severity, codes) => {
		const invisible = codes.filter((code) => changedBy({ code, severity, facts: FACTS }).length === 0);
		expect(invisible).toEqual([]);
	});
});

describe("the audit's proofs", () => {
	/** Of the app itself, not of a broker; and in words only: which doors were tried. */
	const NOT_OF_A_BROKER = ["options", "credentials", "secret_files", "listeners"];

	it("are those that are safe to repeat, as everybody else knows them by name", () => {
		const safe = PROOFS.filter(({ by_hand }) => !by_hand).map(({ id }) => id);
		expect([...AUDITED].sort()).toEqual(safe.filter((id) => !NOT_OF_A_BROKER.includes(id)).sort());
	});

	test.each(AUDITED)("%s has an entity of its own for what is found", (id) => {
		const result = fail("anonymous-allowed", [], []);
		const told = findingOf({ id, ...result }, "2026-01-01T02:00:00Z");
		expect(changedBy(told)).toContain(proofKey(id));
		expect(changedBy(told)).toContain("attention");
	});
});
