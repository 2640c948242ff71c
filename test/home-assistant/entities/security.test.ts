import { describe, expect, it } from "@jest/globals";
import { security } from "#home-assistant/entities/broker/security.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { says } from "#model/sentences/sentence.ts";
import { asked, ownersPlant, seen } from "../../fakes/owners-plant.ts";

const [score, button] = security(ownersPlant, "en");
const shown = (...findings: readonly Finding[]) => {
	const snapshot = { ...seen({}), findings };
	return [score?.state?.(snapshot), score?.attributes?.(snapshot)];
};

describe("the security score", () => {
	it("is unknown before the first audit", () => {
		expect(shown()).toEqual([undefined, { proofs: [] }]);
	});

	it("shows each proof with status, class, message and moment, and nothing of other findings", () => {
		const when = "2026-11-25T02:34:56.000Z";
		const facts = { proof: "login", status: "ok", when };
		const fine = [says("verbatim", { text: `fine${".".repeat(400)}` })];
		expect(
			shown(
				finding("info", "security_audit", { score: 85, when }),
				{ severity: "info", code: "ok", facts, says: fine, mend: [] },
				finding("alarm", "store_unavailable", { cause: "EROFS" }),
			),
		).toEqual([
			85,
			{
				when,
				proofs: [{ proof: "login", status: "ok", class: "ok", when, message: expect.stringMatching(/^fine\.{296}$/) }],
			},
		]);
	});
});

describe("the button for an audit", () => {
	it("asks for the job, and the core passes it on and changes nothing", () => {
		expect(button?.command?.("PRESS", seen({}))).toEqual({ kind: "job", name: "audit" });
		expect(asked({ kind: "job", name: "audit" }).answers).toEqual([undefined]);
	});
});
