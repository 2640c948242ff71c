import { afterAll, beforeAll, describe, expect, it, test } from "@jest/globals";
import * as announced from "./announced.ts";
import { eventually } from "./eventually.ts";
import { House, unknownIn } from "./house.ts";

/** s; what the app's connection says. */
const KEEPALIVE = 15;
const PUMP = "switch.solar_heating_pump";

let house: House;
/** Entity and unique ids, as they were at first. */
let ids: readonly string[] = [];
const idsNow = async () => (await house.entries()).map((e) => `${e.entity_id} ${e.unique_id}`).sort();
const state = async (entity: string) => (await house.states()).get(entity)?.state;
/** Everything is there again: under its old ids, once, and Home Assistant knows of everything how it is. */
const whole = async () => {
	const states = [...(await house.states()).values()];
	expect(await idsNow()).toEqual(ids);
	expect(states.filter((s) => s.state === "unavailable").map((s) => s.entity_id)).toEqual([]);
	expect(unknownIn(states)).toEqual([]);
	expect(states.length).toBeGreaterThan(30);
};
/** What a person holds on shows that states are those of now, and that commands get through. */
const obeys = async () => {
	const wanted = (await state(PUMP)) === "on" ? "off" : "on";
	await house.resident.calls(`switch.turn_${wanted}`, { entity_id: PUMP });
	await eventually(async () => expect(await state(PUMP)).toBe(wanted));
	await eventually(async () => {
		const { outputs } = await house.plant();
		expect(outputs.find(({ id }) => id === "pump")?.actual).toBe(wanted === "on" ? 100 : 0);
	});
};

beforeAll(async () => {
	house = await House.open({ mosquitto: "2.1" });
	house.start();
	// Home Assistant takes one platform after the other.
	await eventually(() => announced.expectAsDeclared(house), 60_000);
	await eventually(async () => {
		const states = await house.states();
		expect([unknownIn(states.values()), states.size > 30]).toEqual([[], true]);
	});
	ids = await idsNow();
}, 180_000);
afterAll(() => house.close(), 60_000);

const RESTARTS = {
	"Home Assistant": () => house.resident.restarts(),
	Mosquitto: () => house.broker.restart(),
	"the killed app": async () => {
		await house.signal("SIGKILL");
		house.start();
	},
};
type Who = keyof typeof RESTARTS;
const WHO: readonly Who[] = ["Home Assistant", "Mosquitto", "the killed app"];
const ORDERS = WHO.flatMap((first) =>
	WHO.filter((one) => one !== first).map((second): readonly [Who, Who, Who] => {
		const [third = first] = WHO.filter((one) => one !== first && one !== second);
		return [first, second, third];
	}),
);

describe("when all are restarted, one right after the other", () => {
	test.each(ORDERS)(
		"%s, %s, then %s: every entity is back, once, alive and obeying",
		async (...order) => {
			const from = performance.now();
			for (const who of order) await RESTARTS[who]();
			const restarted = performance.now();
			await eventually(whole, 60_000);
			await obeys();
			console.info(
				`${order.join(", ")}: ${Math.round(restarted - from)} ms to restart, then ${Math.round(performance.now() - restarted)} ms`,
			);
		},
		150_000,
	);
});

describe("an app that is gone", () => {
	const gone = async () => {
		const states = [...(await house.states()).values()];
		expect(states.filter((s) => s.state !== "unavailable").map((s) => s.entity_id)).toEqual([]);
	};

	it("killed: nothing pretends to be alive, and all is back when it is", async () => {
		await house.signal("SIGKILL");
		const took = await eventually(gone, 4000 * KEEPALIVE);
		house.start();
		const back = await eventually(whole);
		await obeys();
		console.info(`killed: unavailable after ${Math.round(took)} ms, back ${Math.round(back)} ms after its start`);
	});

	it("frozen: the broker gives it up after its own keepalive, and all is back when it thaws", async () => {
		await house.signal("SIGSTOP");
		// Counted from its last word, by a broker that looks only every few seconds. With a keepalive of a minute, which
		// clients usually have, it would take 90 s.
		const took = await eventually(gone, 4000 * KEEPALIVE);
		await house.signal("SIGCONT");
		const back = await eventually(whole, 60_000);
		await obeys();
		console.info(`frozen: unavailable after ${Math.round(took)} ms, back after ${Math.round(back)} ms`);
	});
});

it("had nothing to complain of but the broker's absence", () => {
	// Its client says when the broker goes, comes, or owes an answer; traces follow in lines of their own.
	const complaint = /^\d{4}-\S+ \S+ (?:WARNING|ERROR|CRITICAL) .*(?:mqtt|solar)/i;
	const lines = house.resident.home.log().split("\n");
	expect(lines.filter((line) => complaint.test(line) && !BROKER_AWAY.test(line))).toEqual([]);
});

/** Its own words for a broker that is away, which it was; nothing of them is about us. */
const BROKER_AWAY =
	/\[homeassistant\.components\.mqtt\.client\]|\[paho\.mqtt\.client\] failed to receive on socket|\[homeassistant\.components\.mqtt\.util\] Error talking to MQTT: The client is not currently connected/;
