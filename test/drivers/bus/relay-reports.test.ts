import { describe, expect, it } from "@jest/globals";
import { numato } from "#drivers/numato/numato.ts";
import { sainsmart } from "#drivers/sainsmart/sainsmart.ts";
import { NumatoModule } from "../../fakes/numato-module.ts";
import { SainsmartModule } from "../../fakes/sainsmart-module.ts";
import { image, lent, opening, until } from "./relay-bench.ts";

describe("what owners of serial relay boards reported", () => {
	it("half a command of a killed program does not spoil the first command of the next one", async () => {
		const module = lent(new NumatoModule({ relays: 4 }));
		module.half("relay o");
		const { device } = opening(numato, module.path, ["0"], { read_back: "never" });
		await device.write(image({ 0: true }));
		await until(() => module.coils[0]);
		expect(module.take()).toEqual(["relay o", "relay on 0"]);
	});

	it("a module that greets, or goes on with an old answer, is not misread", async () => {
		const module = lent(new NumatoModule({ relays: 4 }));
		const { device } = opening(numato, module.path, ["0", "1"]);
		module.say("on\n\r>relay readall\n\r0f\n\r>");
		const found = await device.readBack();
		expect([found?.get("0"), found?.get("1")]).toEqual([false, false]);
	});

	it("an answer that this process has not read yet is not taken for the one to a later question", async () => {
		const module = lent(new NumatoModule({ relays: 4 }));
		const { device } = opening(numato, module.path, ["0", "1"]);
		await device.readBack();
		for (let nth = 0; nth < 20; nth++) {
			module.say("relay readall\n\r0f\n\r>");
			const found = await device.readBack();
			expect([found?.get("0"), found?.get("1")]).toEqual([false, false]);
		}
	});

	it("a module that repeats the question instead of an answer counts as one that acknowledges", async () => {
		const module = lent(new SainsmartModule({ relays: 16, answers: false }));
		const { device } = opening(sainsmart, module.path, ["1"]);
		await until(() => module.heard.includes("FE0100000010F1"));
		module.say(":FE0100000010F1\r\n");
		expect(await device.readBack()).toBeUndefined();
		expect(await device.write(image({ 1: true }))).toEqual({ kind: "done", confirmed: image({ 1: true }) });
		expect(device.verify).toBe("ack");
	});

	it("the relays whose printed check bytes are wrong switch with the right ones", async () => {
		const module = lent(new SainsmartModule({ relays: 16 }));
		const { device } = opening(sainsmart, module.path, ["15", "16"]);
		await device.readBack();
		expect(await device.write(image({ 15: true, 16: true }))).toMatchObject({ kind: "done" });
		expect(await device.write(image({ 15: false, 16: false }))).toMatchObject({ kind: "done" });
		expect(module.take()).toEqual(expect.arrayContaining(["FE05000E0000EF", "FE05000F0000EE"]));
		expect(module.coils.slice(14)).toEqual([false, false]);
	});
});
