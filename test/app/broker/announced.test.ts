import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Published, published } from "ha-mqtt-discovery";
import * as z from "zod";
import { discoveryOf } from "#home-assistant/devices.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import { NEWEST_SHAPE, OLDEST_SHAPE, type Shape, shapeAnnounced } from "#home-assistant/shape.ts";
import { openStore } from "#store/store.ts";
import type { Store } from "#store/store-contract.ts";
import { announcedIn, keepAnnounced } from "../../../src/app/broker/announced.ts";
import { HOUSE, ownersPlant } from "../../fakes/owners-plant.ts";

/** As 0.1.0 read it before there were child devices: an unknown key refuses the whole list. */
const formerly = z.array(
	z.strictObject({
		topic: z.string(),
		components: z.array(z.strictObject({ key: z.string(), platform: z.string(), unique_id: z.string() })),
	}),
);

let folder = "";
let store: Store;
const open = () => openStore(folder, () => undefined);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "announced-"));
	store = open();
});
afterEach(() => {
	store.close();
	rmSync(folder, { recursive: true, force: true });
});

const announced = (shape: Shape): readonly Published[] =>
	discoveryOf(HOUSE, ownersPlant, entitiesOf(ownersPlant, "en"), shape).map(published);
const restarted = () => {
	store.close();
	store = open();
};

describe("what was announced", () => {
	it.each([NEWEST_SHAPE, OLDEST_SHAPE])("is known whole after a restart: %j", (shape) => {
		keepAnnounced(store, announced(shape));
		restarted();
		expect(announcedIn(store)).toHaveLength(announced(shape).length);
		expect(announcedIn(store)).toEqual(expect.arrayContaining([...announced(shape)]));
		expect(shapeAnnounced(announcedIn(store))).toEqual(shape);
	});

	it.each([NEWEST_SHAPE, OLDEST_SHAPE])("is read by a release that does not know child devices: %j", (shape) => {
		keepAnnounced(store, announced(shape));
		restarted();
		const read = formerly.parse(Object.values(store.load().published));
		const entities = (some: z.output<typeof formerly> | readonly Published[]) =>
			some.flatMap(({ topic, components }) => components.map(({ unique_id }) => `${topic} ${unique_id}`)).toSorted();
		expect(entities(read)).toEqual(entities(announced(shape)));
	});

	it("is forgotten with its child devices when another shape is announced", () => {
		keepAnnounced(store, announced(NEWEST_SHAPE));
		keepAnnounced(store, announced(OLDEST_SHAPE));
		keepAnnounced(store, announced({ ...OLDEST_SHAPE, moments: true }).slice(0, 1));
		restarted();
		expect(announcedIn(store)).toEqual(announced({ ...OLDEST_SHAPE, moments: true }).slice(0, 1));
	});

	it("is nothing where the list cannot be read", () => {
		store.save({ published: { "homeassistant/device/x/config": { topic: 5 } } });
		expect(announcedIn(store)).toEqual([]);
	});
});
