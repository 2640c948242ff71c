import { describe, expect, it, test } from "@jest/globals";
import { relayFollows } from "#checks/relay-follows.ts";
import { FULL, OFF, percent } from "#model/quantities/units.ts";
import { Bench, plantWith, told } from "../fakes/rule-bench.ts";

const relay = (wanted: number, actual: number | undefined) => ({ outputs: { heater: { wanted, actual } as never } });
const bench = () => new Bench(relayFollows, plantWith(), "heater");

describe("a relay", () => {
	test.each<[number, number | undefined, number | undefined]>([
		[FULL, OFF, 120],
		[OFF, FULL, 120],
		[OFF, percent(1), 120],
		[percent(1), OFF, 120],
		[FULL, FULL, undefined],
		[OFF, OFF, undefined],
		[FULL, percent(1), undefined],
		[FULL, undefined, undefined],
		[OFF, undefined, undefined],
	])("that was told %d and reports %s is found to differ after %s s", (wanted, actual, first) => {
		expect(bench().begins(0, 300, relay(wanted, actual))).toBe(first);
	});

	it("is told by what it does not do", () => {
		const off = bench();
		off.during(0, 120, relay(FULL, OFF));
		expect(told(off.found)).toEqual([["alarm", "relay_stays_off", { output: "heater" }]]);
		const slow = bench();
		slow.during(0, 120, relay(percent(1), OFF));
		expect(slow.found[0]?.code).toBe("relay_stays_off");
		const on = bench();
		on.during(0, 120, relay(OFF, FULL));
		expect(told(on.found)).toEqual([["alarm", "relay_stays_on", { output: "heater" }]]);
	});

	it("is over when it has followed for a minute", () => {
		const one = bench();
		one.during(0, 120, relay(FULL, OFF));
		expect(one.ends(200, 300, relay(FULL, FULL))).toBe(260);
	});

	it("is not over when it does not answer, and its minute begins anew", () => {
		const one = bench();
		one.during(0, 120, relay(FULL, OFF));
		one.during(200, 259, relay(FULL, FULL));
		expect(one.ends(260, 400, relay(FULL, undefined))).toBeUndefined();
		expect(one.ends(401, 500, relay(FULL, FULL))).toBe(461);
	});

	it("that differed for a moment begins anew, and one that follows changes no memory", () => {
		const one = bench();
		one.during(0, 119, relay(FULL, OFF));
		one.look(120, relay(FULL, FULL));
		expect(one.memory).toEqual({});
		one.look(121);
		expect(one.changed).toBe(false);
		expect(one.begins(122, 300, relay(FULL, OFF))).toBe(242);
	});
});
