import { afterEach, describe, expect, it } from "@jest/globals";
import { emptyPlant } from "#model/plant/plant.ts";
import { GuidedSetup } from "../../../src/app/setup/guided-setup.ts";
import { HardwareWatch } from "../../../src/app/setup/hardware-watch.ts";
import type { Raw } from "../../../src/app/setup/to-options.ts";
import { journalIn } from "../../../src/app/setup/trial/journal.ts";
import { Trying } from "../../../src/app/setup/trial/trying.ts";
import { seen } from "../../fakes/owners-plant.ts";
import { SUNNY } from "../../web/stage.ts";
import { cleared, folder } from "../house.ts";

const [ROOF, STORE] = ["one_wire:28-0123456789ab", "one_wire:28-0123456789ac"];
const SAID = { "source:0": ROOF, "role:0": "collector", "name:0": "" };

afterEach(cleared);

const opened = async (where = folder()) => {
	const disk: { written: Raw | undefined; restarts: number } = { written: {}, restarts: 0 };
	const tell = () => undefined;
	const watch = new HardwareWatch({ tell, open: () => ({ find: async () => [], close: async () => undefined }) });
	const trying = new Trying({
		...{ tell, journal: journalIn(where), changed: () => undefined, now: () => 0 },
		after: () => () => undefined,
	});
	const setup = new GuidedSetup({
		...{ folder: where, watch, trying, plants: [emptyPlant()] },
		announced: { places: () => [], state: () => "never", look: () => undefined },
		saving: {
			read: async () => disk.written,
			check: async () => [],
			async save(raw) {
				disk.written = raw;
				return undefined;
			},
			async restart() {
				disk.restarts += 1;
				return undefined;
			},
		},
		snapshot: () => seen(SUNNY),
		ports: { tell, now: () => 0 as never },
		now: () => new Date("2026-06-21T12:00:00Z"),
	});
	await setup.open();
	return { setup, disk, where };
};

describe("what was said on the guided path", () => {
	it("is saved into the options as they are then, not as they were when the page was opened", async () => {
		const { setup, disk } = await opened();
		await setup.act({ ...SAID, do: "step:save" }, "anna");
		const mine = { id: "tank", role: "tank", source: STORE };
		disk.written = { language: "sv", sensors: [mine] };
		expect(await setup.act({ do: "save" }, "anna")).toBeUndefined();
		expect(disk).toEqual({
			written: { language: "sv", sensors: [mine, { id: "collector", role: "collector", source: ROOF }] },
			restarts: 1,
		});
		await setup.close();
	});

	it("asks how high a layer of the tank is, before it goes on and before it saves", async () => {
		const { setup, disk } = await opened();
		const layer = { "source:0": STORE, "role:0": "tank_layer", "name:0": "", "height:0": "" };
		for (const act of ["step:outputs", "step:save", "save"]) {
			const refused = await setup.act({ ...layer, do: act }, "anna");
			expect([refused?.path, refused?.remedy.code]).toEqual([`${STORE} cm`, "layer_height"]);
		}
		expect([setup.view("en").step, disk]).toEqual(["sensors", { written: {}, restarts: 0 }]);
		// What is typed is kept, and the same step can be looked at.
		expect(await setup.act({ ...layer, do: "keep" }, "anna")).toBeUndefined();
		expect(await setup.act({ ...layer, "height:0": "20", do: "save" }, "anna")).toBeUndefined();
		expect(disk.written).toEqual({ sensors: [{ id: "tank_20", role: "tank_layer", source: STORE, height: 20 }] });
		await setup.close();
	});

	it("is not saved while the options cannot be read: they would be replaced", async () => {
		const { setup, disk } = await opened();
		disk.written = undefined;
		const refused = await setup.act({ ...SAID, do: "save" }, "anna");
		expect([refused?.remedy.code, disk.restarts]).toEqual(["setup_cannot_save", 0]);
		await setup.close();
	});

	it("is kept over a restart until it is saved, and then the record alone", async () => {
		const first = await opened();
		await first.setup.act({ ...SAID, volume: "300,5", do: "step:tank" }, "anna");
		await first.setup.close();
		const next = await opened(first.where);
		expect(next.setup.view("en")).toMatchObject({ step: "tank", volume: 300.5 });
		await next.setup.act({ do: "save" }, "anna");
		// What comes next begins with the next process.
		expect(next.setup.view("en")).toMatchObject({ step: "save", restarting: true });
		await next.setup.close();
		const last = await opened(first.where);
		expect(last.setup.view("en")).toMatchObject({
			step: "wiring",
			record: [{ what: "saved", actor: "anna", at: "2026-06-21T12:00:00.000Z" }],
		});
		await last.setup.close();
	});

	it("is refused where it is no number, or nothing that this page knows", async () => {
		const { setup } = await opened();
		expect((await setup.act({ volume: "much", do: "keep" }, "anna"))?.remedy.code).toBe("plain_number");
		expect((await setup.act({ do: "step:nowhere" }, "anna"))?.remedy.code).toBe("setup_unknown");
		expect((await setup.act({ do: "dance" }, "anna"))?.remedy.code).toBe("setup_unknown");
		expect((await setup.act({ do: "heard:pump_ran" }, "anna"))?.remedy.code).toBe("setup_unknown");
		expect((await setup.act({ do: "try:usb_relay:/dev/x/1" }, "anna"))?.remedy.code).toBe("try_confirm");
		expect((await setup.act({ do: "try:usb_relay:/dev/x/1", nobody: "yes" }, "anna"))?.remedy.code).toBe(
			"try_not_found",
		);
		await setup.close();
	});
});
