import { describe, expect, it } from "@jest/globals";
import type { Found } from "#model/plant/found.ts";
import { celsius } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { HardwareWatch } from "../../../src/app/setup/hardware-watch.ts";
import { HandTime } from "../../runtime/hand-time.ts";

describe("looking for hardware again and again", () => {
	const looked = (finds: (() => Promise<readonly Found[]>)[]) => {
		const time = new HandTime();
		const told: Notice[] = [];
		const count = { opened: 0, closed: 0, looks: 0 };
		const open = () => {
			count.opened += 1;
			return {
				find() {
					count.looks += 1;
					return (finds.length > 1 ? finds.shift() : finds[0])?.() ?? Promise.resolve([]);
				},
				close: async () => void count.closed++,
			};
		};
		const watch = new HardwareWatch({
			tell: (said) => void told.push(said),
			open,
			now: time.now,
			pause: time.pause,
		});
		return { watch, time, told, count };
	};
	const at = (value: number): Found => ({ source: "one_wire:28-0123456789ab", value: celsius(value) });
	const port: Found = { kind: "port", at: "/dev/ttyUSB0", likely: [] };

	it("opens nothing until somebody is there", async () => {
		const { watch, time, count } = looked([async () => [at(20)]]);
		await time.pass(60);
		expect([count.opened, watch.sensors(), watch.isAwake]).toEqual([0, undefined, false]);
	});

	it("has what was found last: sensors with their rise, and places", async () => {
		const { watch, time } = looked([async () => [at(20), port], async () => [at(22.5), port]]);
		watch.awake();
		await time.pass(1);
		expect(watch.sensors()).toEqual([{ ...at(20), rise: 0, held: false, line: [20] }]);
		await time.pass(2);
		expect(watch.sensors()).toMatchObject([{ rise: 2.5, held: true, line: [20, 22.5] }]);
		expect(watch.places()).toEqual([port]);
	});

	it("ends a quarter of an hour after the last act, and begins again with the next", async () => {
		const { watch, time, count } = looked([async () => [at(20)]]);
		watch.awake();
		await time.pass(904);
		const looks = count.looks;
		expect(watch.isAwake).toBe(false);
		await time.pass(60);
		expect(count.looks).toBe(looks);
		watch.awake();
		await time.pass(1);
		expect([count.looks, count.opened]).toEqual([looks + 1, 1]);
		await watch.close();
		await time.pass(60);
		expect([time.waiting, count.closed]).toEqual([0, 1]);
	});

	it("goes on as long as nothing is set up", async () => {
		const { watch, time } = looked([async () => [at(20)]]);
		watch.awake(true);
		await time.pass(5000);
		expect(watch.isAwake).toBe(true);
		await watch.close();
	});

	it("tells of a bug once, and goes on", async () => {
		const bug = async () => {
			throw new TypeError("mistake");
		};
		const { watch, time, told } = looked([bug, bug, async () => [at(20)]]);
		watch.awake();
		await time.pass(20);
		expect(told.map(({ code }) => code)).toEqual(["view_failed"]);
		expect(watch.sensors()).toHaveLength(1);
		await watch.close();
	});
});
