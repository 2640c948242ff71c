import { describe, expect, it } from "@jest/globals";
import type { Image } from "#drivers/driver.ts";
import { codec } from "#drivers/sainsmart/codec.ts";
import { sainsmart } from "#drivers/sainsmart/sainsmart.ts";
import { SainsmartModule } from "../../fakes/sainsmart-module.ts";
import { inOwnTime } from "../../fakes/stopped-timers.ts";
import { image, lent, openingMemory } from "../bus/relay-bench.ts";

/** A module that echoes commands and answers no question, as several owners have it. */
class Module extends SainsmartModule {
	/** Called when a relay is switched, before it moves. */
	switching: (relay: number, on: boolean) => void = () => undefined;

	protected override set(relay: number, on: boolean): boolean {
		this.switching(relay, on);
		return super.set(relay, on);
	}

	/** Commands to switch a relay on. */
	get ons(): readonly string[] {
		return this.heard.filter((line) => /^FE0500..FF00/.test(line));
	}
}
const aModule = (faults = {}) => lent(new Module({ relays: 16, answers: false, memory: true, ...faults }));

const open = (module: SainsmartModule, channels: readonly string[] = ["1", "2"]) =>
	openingMemory(codec, module, channels, sainsmart.options.parse({})).device;
const all = (on: boolean): Image =>
	image(Object.fromEntries(Array.from({ length: 16 }, (_, relay) => [String(relay + 1), on])));

describe("a module that echoes commands and answers no question", () => {
	it("acknowledges, and does not count as read back", () =>
		inOwnTime(async () => {
			const device = open(aModule());
			expect(await device.readBack()).toBeUndefined();
			const wanted = image({ 1: true, 2: false });
			expect(await device.write(wanted)).toEqual({ kind: "done", confirmed: wanted });
			expect(device.verify).toBe("ack");
		}));

	it("gets a command once more that it did not echo, and then says which relay is uncertain", () =>
		inOwnTime(async () => {
			const module = aModule();
			const device = open(module);
			await device.readBack();
			await device.write(image({ 1: false, 2: false }));
			module.faults.misses = 1;
			expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({
				kind: "done",
				confirmed: image({ 1: true, 2: true }),
			});
			module.faults.misses = 3;
			const facts = { device: module.path, channel: "1", wanted: false };
			expect(await device.write(image({ 1: false, 2: true }))).toEqual({
				kind: "done",
				confirmed: image({ 2: true }),
				faults: new Map([["1", { code: "not_verified", facts }]]),
			});
		}));

	it("that says nothing more is not believed", () =>
		inOwnTime(async () => {
			const module = aModule();
			const device = open(module);
			await device.readBack();
			await device.write(image({ 1: false, 2: false }));
			module.faults.takes = false;
			expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({
				kind: "failed",
				fault: { code: "no_answer" },
			});
		}));

	it("switches sixteen relays in one call", () =>
		inOwnTime(async () => {
			const module = aModule();
			const device = open(module, [...all(true).keys()]);
			await device.readBack();
			expect(await device.write(all(true))).toMatchObject({ kind: "done", confirmed: all(true) });
			expect(module.coils.every((on) => on)).toBe(true);
			expect(module.ons).toHaveLength(16);
		}));
});

describe("a stop while sixteen relays are switched on", () => {
	// #rest-overtakes
	it.each([
		["acknowledges", {}],
		["answers questions", { answers: true }],
		["says nothing", { takes: false }],
	])("comes after the relay that is under way, where the module %s", (_, faults) =>
		inOwnTime(async () => {
			const module = aModule(faults);
			const device = open(module, [...all(true).keys()]);
			await device.readBack();
			await device.write(all(false));
			let stop: ReturnType<typeof device.write> | undefined;
			module.switching = (relay, on) => {
				if (relay === 3 && on) stop ??= device.write(all(false));
			};
			const began = performance.now();
			expect(await device.write(all(true))).toMatchObject({ kind: "failed", fault: { code: "no_answer" } });
			// Not after the time that sixteen relays are given.
			expect(performance.now() - began).toBeLessThan(1000);
			expect((await stop) ?? Promise.reject(new Error("No stop"))).toMatchObject({ kind: "done" });
			expect(module.ons).toHaveLength(3);
			expect(module.coils.some((on) => on)).toBe(false);
		}),
	);

	it("undoes also what only the order before it was to change", () =>
		inOwnTime(async () => {
			const module = aModule({ answers: true });
			const device = open(module, ["1", "2", "3"]);
			await device.readBack();
			await device.write(image({ 1: false, 2: false, 3: false }));
			let newer: ReturnType<typeof device.write> | undefined;
			module.switching = (relay) => {
				// The order before changes 1 and 2; this one, as seen from there, changes 3.
				if (relay === 1) newer ??= device.write(image({ 1: true, 2: true, 3: true }), ["3"]);
			};
			await device.write(image({ 1: true, 2: true, 3: false }), ["1", "2"]);
			expect((await newer) ?? Promise.reject(new Error("None"))).toMatchObject({ kind: "done" });
			expect(module.coils.slice(0, 3)).toEqual([true, true, true]);
		}));

	it("lets nothing follow once the module is closed", () =>
		inOwnTime(async () => {
			const module = aModule();
			const device = open(module, [...all(true).keys()]);
			await device.readBack();
			module.switching = (relay) => {
				if (relay === 3) void device.close();
			};
			expect(await device.write(all(true))).toMatchObject({ kind: "failed" });
			expect(await device.write(all(true))).toMatchObject({ kind: "failed" });
			expect(module.ons).toHaveLength(3);
		}));
});
