import { expect, test } from "@jest/globals";
import { credentialsAge } from "#home-assistant/entities/broker/credentials-age.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { ownersPlant, seen } from "../../fakes/owners-plant.ts";

const [entity] = credentialsAge(ownersPlant, "en");
const shown = (...findings: readonly Finding[]) => {
	const snapshot = { ...seen({}), findings };
	return [entity?.state?.(snapshot), entity?.attributes?.(snapshot)];
};

test("the age of the login is shown in days, with its first day", () => {
	const since = "2026-01-01";
	expect(shown(finding("info", "credentials", { user: "solar", since, days: 0 }))).toEqual([0, { since }]);
	expect(shown(finding("info", "credentials", { user: "solar", since, days: 91 }))).toEqual([91, { since }]);
});

test("an age that nobody knows is none", () => {
	expect(shown()).toEqual([undefined, {}]);
	expect(shown(finding("info", "credentials", { user: "solar" }))).toEqual([undefined, {}]);
});
