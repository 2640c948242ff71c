import { describe, expect, it, test } from "@jest/globals";
import { proofKey, proofs } from "#home-assistant/entities/broker/proofs.ts";
import { security } from "#home-assistant/entities/broker/security.ts";
import { ACCESS, AUDITED } from "#model/findings/audited.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { says } from "#model/sentences/sentence.ts";
import { LANGUAGES } from "#texts/say.ts";
import { componentOf } from "../../contract/payloads.ts";
import { ownersPlant, seen } from "../../fakes/owners-plant.ts";

const entities = proofs(ownersPlant, "en");
const WHEN = "2026-11-25T02:34:56.000Z";
const of = (proof: string, verdict: string, text = "Tried."): Finding => ({
	severity: "info",
	code: "anonymous-allowed",
	facts: { proof, verdict, status: "fail", when: WHEN },
	says: [says("verbatim", { text })],
	mend: [says("verbatim", { text: "Mend it." })],
});
const statesOf = (...findings: readonly Finding[]) => {
	const snapshot = { ...seen({}), findings };
	return Object.fromEntries(entities.map((e) => [e.key, e.state?.(snapshot)]));
};
const unknown = Object.fromEntries(AUDITED.map((proof) => [proofKey(proof), undefined]));

describe("the entities of the audit's proofs", () => {
	it("are all unknown before the first audit, and say nothing more", () => {
		expect(statesOf()).toEqual(unknown);
		expect(statesOf(finding("alarm", "store_unavailable", { cause: "EROFS" }))).toEqual(unknown);
		for (const entity of entities) expect(entity.attributes?.(seen({}))).toEqual({});
	});

	it("are cut between two characters, because Home Assistant takes no half one", () => {
		const long = of(AUDITED[0], "fine", `${"x".repeat(299)}${"🔥".repeat(2000)}`);
		const snapshot = { ...seen({}), findings: [long] };
		for (const entity of [...entities, ...security(ownersPlant, "en")])
			expect(JSON.stringify(entity.attributes?.(snapshot) ?? {})).not.toMatch(/\\ud/);
	});

	test.each(AUDITED)("%s is off where it was found good, on where something was found, else unknown", (proof) => {
		for (const [verdict, state] of [
			["fine", "OFF"],
			["problem", "ON"],
			["unknown", undefined],
			["whatever", undefined],
		] as const)
			expect(statesOf(of(proof, verdict))).toEqual({ ...unknown, [proofKey(proof)]: state });
	});

	it("say what was tried and seen, what to do, and when; long texts are cut for the recorder", () => {
		const snapshot = { ...seen({}), findings: [of("anonymous_refused", "problem", "x".repeat(9000))] };
		const entity = entities.find(({ key }) => key === "proof_anonymous_refused");
		expect(entity?.attributes?.(snapshot)).toEqual({
			status: "fail",
			class: "anonymous-allowed",
			message: "x".repeat(2000),
			remedy: "Mend it.",
			when: WHEN,
		});
	});

	it("tell what is unsafe from what does not work, and begin disabled: one alarm sums them up", () => {
		for (const [n, proof] of AUDITED.entries()) {
			const entity = entities[n];
			if (entity === undefined) throw new Error(proof);
			const access = ACCESS.some((way) => way === proof);
			const shown = componentOf(entity);
			expect(shown).toMatchObject({ device_class: access ? "problem" : "safety", entity_category: "diagnostic" });
			expect(shown).toMatchObject({ enabled_by_default: false });
		}
	});

	it.each(LANGUAGES)("have a name of their own each in %s", (language) => {
		const names = proofs(ownersPlant, language).map(({ name }) => name);
		expect(new Set(names).size).toBe(AUDITED.length);
		for (const name of names) expect(name).not.toMatch(/proof_/);
	});
});
