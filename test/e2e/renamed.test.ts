import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Installation, until } from "./installation.ts";
import { Viewer } from "./viewer.ts";

describe("a house whose collector's sensor gets another id, and whose heater is removed", () => {
	let house: Installation;
	const topic = (entity: string) => `${house.root}/${entity}`;
	/** What the broker has retained for a new subscriber, once it holds a state of these entities. */
	const kept = async (...entities: readonly string[]) => {
		await eyes(async (viewer) =>
			until(entities.join(), () => entities.every((entity) => viewer.newest(topic(entity)) !== undefined)),
		);
		return eyes(async (viewer) => {
			// What is retained comes before what is published after it.
			await viewer.publish("end", "of what was kept");
			await until("the end", () => viewer.newest("end") !== undefined);
			return viewer.seen.filter(({ retained }) => retained).map((one) => one.topic);
		});
	};
	const eyes = async <T>(see: (viewer: Viewer) => Promise<T>): Promise<T> => {
		const viewer = new Viewer(house.broker);
		viewer.watch();
		await until("it listens", () => viewer.seen.length > 0);
		return see(viewer).finally(() => viewer.close());
	};

	beforeAll(async () => {
		house = await Installation.open();
		house.tank(50);
		house.collector(40);
		house.start();
	});
	afterAll(() => house.close());

	it("has nothing of the old ids retained at the broker, and everything of the new", async () => {
		const before = await kept("collector_temperature", "collector_fault/attributes", "heater");
		expect(before).toEqual(expect.arrayContaining([topic("collector_fault/attributes"), topic("heater")]));
		await house.end("SIGTERM");
		house.options(({ sensors: [collector, ...sensors], outputs: [pump] }) => ({
			sensors: [{ ...collector, id: "roof" }, ...sensors],
			outputs: [pump],
		}));
		house.start();
		const after = await kept("roof_temperature", "roof_fault/attributes", "pump");
		expect(after.filter((one) => /\/(?:collector_(?:temperature|fault)|heater)/.test(one))).toEqual([]);
		expect(after).toEqual(expect.arrayContaining([topic("roof_fault/attributes"), topic("pump")]));
	});
});
