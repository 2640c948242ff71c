import { afterEach, describe, expect, it, test } from "@jest/globals";
import type { Intent } from "#model/decision/intent.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL } from "#model/quantities/units.ts";
import { kernelText } from "../fakes/w1.ts";
import { WiredHouse } from "./wired-house.ts";

/** A thermocouple on a MAX31850, as the kernel shows it. */
const thermocouple = (celsius: number) => {
	const raw = celsius * 16;
	return kernelText([raw & 0xff, (raw >> 8) & 0xff, 0x80, 0x18, 0xf0, 0xff, 0xff, 0xff], celsius * 1000);
};
const HEATER_ON: Intent = { kind: "hold", output: outputId("heater"), want: FULL };
const PUMP_ON: Intent = { kind: "hold", output: outputId("pump"), want: FULL };

let house: WiredHouse;
afterEach(() => house.close());
const switchedOn = async (rounds: number) => {
	const on = new Set<string>();
	for (let round = 0; round < rounds; round++)
		for (const [output, is] of Object.entries((await house.turn()).on)) if (is) on.add(output);
	return [...on];
};

/** Its maximum is in force, while a person holds the heater on and the collector asks to be cooled. */
const hotTank = async () => {
	house = new WiredHouse({ collector: 100, tank: 96, tank_20: 60, tank_140: 90 });
	const { on, decision } = await house.turn([HEATER_ON]);
	expect(on).toMatchObject({ pump: false, heater: false });
	expect(decision.verdicts[0]?.because.code).toBe("tank_maximum");
};
const boiling = async () => {
	house = new WiredHouse({ collector: 100, tank: 50, tank_20: 40, tank_140: 60 });
	await house.says("collector", thermocouple(156));
	const { on, decision } = await house.turn([PUMP_ON]);
	expect(on.pump).toBe(false);
	expect(decision.verdicts[0]?.because.code).toBe("boiling");
};

describe("one wrong reading with a right checksum", () => {
	// #wrong-reading-releases-nothing
	test.each([2.8125, 0, -0.0625, 25, 60, 92.9375, 125])(
		"of %d °C does not release the maximum of a tank at 96 °C, nor does a second one that differs",
		async (wrong) => {
			await hotTank();
			const once = house.says("tank", wrong, 96);
			expect(await switchedOn(2)).toEqual([]);
			await once;
			const two = house.says("tank", wrong, wrong > 50 ? 10 : 80, 96);
			expect(await switchedOn(3)).toEqual([]);
			await two;
		},
	);

	test.each([100, 2.75, 0, 139.75])(
		"of %d °C does not release the boil stop of a collector at 156 °C",
		async (wrong) => {
			await boiling();
			const once = house.says("collector", thermocouple(wrong), thermocouple(156));
			expect(await switchedOn(3)).toEqual([]);
			await once;
		},
	);

	it("switches nothing on with no reading after it", async () => {
		await hotTank();
		const then = house.says("tank", 2.8125, "", 96);
		expect(await switchedOn(3)).toEqual([]);
		await then;
	});

	it("switches nothing on right after a restart", async () => {
		await hotTank();
		const { state } = house;
		await house.close();
		house = new WiredHouse({ collector: 100, tank: 96, tank_20: 60, tank_140: 90 }, state);
		const first = house.says("tank", 2.8125, 96);
		expect(await switchedOn(3)).toEqual([]);
		await first;
	});

	it("switches nothing on when a lost sensor comes back", async () => {
		await hotTank();
		await house.says("tank", "");
		expect(await switchedOn(20)).toEqual([]);
		const back = house.says("tank", 2.8125, 96);
		expect(await switchedOn(3)).toEqual([]);
		await back;
	});

	it("does not start charging", async () => {
		house = new WiredHouse({ collector: 30, tank: 50, tank_20: 40, tank_140: 60 });
		expect(await switchedOn(1)).toEqual([]);
		const once = house.says("collector", 84.9375, 30);
		expect(await switchedOn(2)).toEqual([]);
		await once;
		const cold = house.says("tank", -0.0625, 50);
		expect(await switchedOn(2)).toEqual([]);
		await cold;
	});
});

describe("a temperature that really changes fast", () => {
	it("starts and stops the pump in the following turn", async () => {
		house = new WiredHouse({ collector: 30, tank: 50, tank_20: 40, tank_140: 60 });
		await house.turn();
		await house.says("collector", 75);
		expect((await house.turn()).on.pump).toBe(true);
		// Cold water comes through the collector, and it goes on cooling between the two reads.
		const plug = house.says("collector", 56, 52);
		expect((await house.turn()).decision.state.readings[0]).toMatchObject({ kind: "ok", value: 52 });
		await plug;
	});

	it("releases the tank's maximum in the following turn, after cold water came in", async () => {
		await hotTank();
		await house.says("tank", 70);
		expect((await house.turn()).on).toMatchObject({ pump: true, heater: true });
	});

	it("stops pump and heater in the following turn", async () => {
		house = new WiredHouse({ collector: 100, tank: 60, tank_20: 50, tank_140: 62 });
		expect((await house.turn([HEATER_ON])).on).toMatchObject({ pump: true, heater: true });
		await house.says("tank_140", 97);
		expect((await house.turn()).on).toMatchObject({ pump: false, heater: false });
	});
});
