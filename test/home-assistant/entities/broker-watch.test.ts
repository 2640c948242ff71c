import { describe, expect, it, test } from "@jest/globals";
import { brokerWatch } from "#home-assistant/entities/broker/watch.ts";
import { ALERT_KINDS, ATTACKS } from "#model/findings/alert.ts";
import type { Finding } from "#model/findings/finding.ts";
import { componentOf } from "../../contract/payloads.ts";
import { ownersPlant, seen } from "../../fakes/owners-plant.ts";
import { finding } from "../../fakes/unworded.ts";

const entities = brokerWatch(ownersPlant, "en", { watch: true });
const [attack, event, refusals] = entities;
const with_ = (...findings: readonly Finding[]) => ({ ...seen({}), findings });
const watching = finding("info", "broker_watch", { state: "watching", refusals: 7, lines: 90 });
const alert = (nth: number, kind: string, facts = {}) =>
	finding("warning", "broker_alert", { nth, kind, count: 10, window: 300, ...facts });

describe("the watch over the broker", () => {
	it("has no entity where it is off", () => {
		expect(brokerWatch(ownersPlant, "en", {})).toEqual([]);
		expect(brokerWatch(ownersPlant, "en")).toEqual([]);
	});

	it("is unknown for as long as nothing was heard of the broker: never well for want of knowing better", () => {
		for (const state of ["waiting", "unreadable"])
			expect(attack?.state?.(with_(finding("info", "broker_watch", { state, refusals: 0 })))).toBeUndefined();
		expect(attack?.state?.(with_())).toBeUndefined();
		expect(attack?.state?.(with_(watching))).toBe("OFF");
	});

	test.each(ALERT_KINDS)("alarms for %s where somebody tries something, and only then", (kind) => {
		const state = attack?.state?.(with_(watching, alert(1, kind)));
		expect(state).toBe(ATTACKS.includes(kind) ? "ON" : "OFF");
	});

	it("says what, from where and what to do of the last attack, and not how often it was told", () => {
		const snapshot = with_(
			watching,
			alert(1, "brute_force", { address: "10.0.0.5" }),
			alert(2, "new_address", { address: "10.0.0.6" }),
		);
		const said = attack?.attributes?.(snapshot);
		expect(said).toEqual({
			watch: "watching",
			kind: "brute_force",
			address: "10.0.0.5",
			count: 10,
			window: 300,
			happened: "10 logins from 10.0.0.5 were refused within 5 min.",
			means: expect.stringMatching(/^Someone there is trying passwords/),
			remedy: expect.stringMatching(/^If 10\.0\.0\.5 is yours/),
			text: expect.stringMatching(/^10 logins from .* If 10\.0\.0\.5 is yours/),
		});
	});

	it("says each alert as an event of its kind, under an id of its own", () => {
		const facts = { count: 10, remedy: expect.stringMatching(/\.$/), text: expect.stringMatching(/\.$/) };
		expect(event?.occurrences?.(with_(watching, alert(1, "brute_force"), alert(2, "new_address")))).toMatchObject([
			{ id: "1", event_type: "brute_force", facts: { kind: "brute_force", ...facts } },
			{ id: "2", event_type: "new_address", facts: { kind: "new_address", ...facts } },
		]);
		expect(event && componentOf(event)).toMatchObject({ platform: "event", event_types: ALERT_KINDS });
	});

	it("counts refusals, unknown before the watch began", () => {
		expect(refusals?.state?.(with_())).toBeUndefined();
		expect(refusals?.state?.(with_(watching))).toBe(7);
	});
});
