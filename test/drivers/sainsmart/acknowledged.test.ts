import { describe, expect, it } from "@jest/globals";
import { sainsmart } from "#drivers/sainsmart/sainsmart.ts";
import { SainsmartModule } from "../../fakes/sainsmart-module.ts";
import { image, lent, opening, until } from "../bus/relay-bench.ts";

/** A module that echoes commands and answers no question, as several owners have it. */
const aModule = () => lent(new SainsmartModule({ relays: 16, answers: false }));
const open = (module: SainsmartModule) => opening(sainsmart, module.path, ["1", "2"]);

describe("a module that echoes commands and answers no question", () => {
	it("acknowledges, and does not count as read back", async () => {
		const module = aModule();
		const { device } = open(module);
		expect(await device.readBack()).toBeUndefined();
		const wanted = image({ 1: true, 2: false });
		expect(await device.write(wanted)).toEqual({ kind: "done", confirmed: wanted });
		expect(device.verify).toBe("ack");
	});

	it("gets a command once more that it did not echo, and then says which relay is uncertain", async () => {
		const module = aModule();
		const { device } = open(module);
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
	});

	it("that says nothing more is not believed", async () => {
		const module = aModule();
		const { device } = open(module);
		await device.readBack();
		await device.write(image({ 1: false, 2: false }));
		module.faults.takes = false;
		expect(await device.write(image({ 1: true, 2: true }))).toMatchObject({
			kind: "failed",
			fault: { code: "no_answer" },
		});
	});

	it("switches sixteen relays, in a few calls where the machine is too busy for one", async () => {
		const module = aModule();
		const all = Object.fromEntries(Array.from({ length: 16 }, (_, relay) => [String(relay + 1), true]));
		const { device } = opening(sainsmart, module.path, Object.keys(all));
		await until(() => module.heard.length >= 3);
		let written = await device.write(image(all));
		for (let more = 0; more < 5 && written.kind !== "done"; more++) written = await device.write(image(all));
		expect(written).toMatchObject({ kind: "done" });
		expect(module.coils.every((on) => on)).toBe(true);
	});
});
