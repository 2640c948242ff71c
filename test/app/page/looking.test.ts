import { describe, expect, it } from "@jest/globals";
import type { Found } from "#model/plant/found.ts";
import { celsius } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { keepLooking } from "../../../src/app/page/looking.ts";
import { HandTime } from "../../runtime/hand-time.ts";

describe("looking for sensors again and again", () => {
	const looked = (finds: (() => Promise<readonly Found[]>)[]) => {
		const time = new HandTime();
		const told: Notice[] = [];
		let closed = 0;
		const finder = {
			find: () => (finds.length > 1 ? finds.shift() : finds[0])?.() ?? Promise.resolve([]),
			close: async () => void closed++,
		};
		const looking = keepLooking(finder, (said) => void told.push(said), time.pause);
		return { ...looking, time, told, closed: () => closed };
	};
	const one: Found = { source: "one_wire:28-0123456789ab", value: celsius(20) };
	const warm: Found = { ...one, value: celsius(30) };

	it("has what was found last, and nothing before the first look", async () => {
		const { found, time, close, closed } = looked([async () => [one], async () => [warm]]);
		expect(found()).toBeUndefined();
		await time.pass(1);
		expect(found()).toEqual([one]);
		await time.pass(5);
		expect(found()).toEqual([warm]);
		close();
		await time.pass(60);
		expect([time.waiting, closed()]).toEqual([0, 1]);
	});

	it("shows sensors alone, whatever else is there", async () => {
		const { found, time, close } = looked([async () => [{ kind: "port", at: "/dev/ttyUSB0", likely: [] }, one]]);
		await time.pass(1);
		expect(found()).toEqual([one]);
		close();
	});

	it("tells of a bug once, and goes on", async () => {
		const bug = async () => {
			throw new TypeError("mistake");
		};
		const { found, time, told, close } = looked([bug, bug, async () => [one]]);
		await time.pass(20);
		expect(told.map(({ code }) => code)).toEqual(["view_failed"]);
		expect(found()).toEqual([one]);
		close();
	});
});
