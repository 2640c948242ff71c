import { describe, expect, it, test } from "@jest/globals";
import { readIn } from "ha-mqtt-discovery/home-assistant";
import * as z from "zod";
import { Home, TOPICS } from "./fake-home.ts";

const Announced = z.object({ components: z.record(z.string(), z.looseObject({ platform: z.string() })) });
/** What was announced of the holiday's end since the last time: its platform, and whether it was only removed. */
const told = (home: Home) =>
	home.broker
		.take()
		.filter(({ topic }) => topic === TOPICS.discovery)
		.map(({ payload }) => {
			const { components } = Announced.parse(readIn(String(payload)));
			const { platform, ...rest } = components["holiday_until"] ?? { platform: "nothing" };
			return Object.keys(rest).length === 0 ? `${platform} removed` : platform;
		});
const birth = async (home: Home, core: string | undefined) => {
	home.core = core;
	home.broker.say(TOPICS.birth, "online");
	await home.time.pass(15);
};

describe("a Home Assistant that comes back as another release", () => {
	it("gets another shape: what changes its platform is removed first", async () => {
		const home = new Home();
		await home.settled();
		await home.time.pass(5);
		expect(told(home)).toEqual(["text"]);
		await birth(home, "2026.11.0");
		expect(told(home).slice(0, 2)).toEqual(["text removed", "date"]);
		await birth(home, "2025.11.0");
		expect(told(home).slice(0, 2)).toEqual(["date removed", "text"]);
	});

	test.each([
		["2026.11.0", 5, true],
		["2026.11.0", 4, false],
		["2026.10.3", 5, false],
	] as const)("%s lets commands expire at a broker that speaks protocol %d: %s", async (core, protocol, expires) => {
		const home = new Home();
		home.broker.protocol = protocol;
		home.core = core;
		await home.settled();
		await home.time.pass(5);
		const [message] = home.broker.take().filter(({ topic }) => topic === TOPICS.discovery);
		expect(JSON.parse(String(message?.payload))["msg_exp_int"]).toBe(expires ? 60 : undefined);
	});

	test.each(["2025.11.0", "2026.7.3", undefined])("gets the same again where its release is %s", async (core) => {
		const home = new Home();
		await home.settled();
		await home.time.pass(5);
		told(home);
		await birth(home, core);
		expect(told(home)).toEqual(["text"]);
	});

	it("gets devices below the plant's in its message, or a message for each, and never both", async () => {
		const home = new Home();
		await home.settled();
		await home.time.pass(5);
		const retained = () => {
			const held = new Map(home.broker.sent.map(({ topic, payload }) => [topic, String(payload)]));
			const devices = [...held].filter(([topic, payload]) => topic.endsWith("/config") && payload !== "");
			return devices.map(([topic, payload]) => [topic.split("/").at(-2), "child_devices" in readIn(payload)]);
		};
		const own = ["collector", "tank"].map((part) => [`solar_heating_part_${part}`, false]);
		const before = [
			["solar_heating", false],
			...own,
			...["ventilation", "controller"].map((place) => [`solar_heating_${place}`, false]),
		];
		expect(retained()).toEqual(before);
		await birth(home, "2026.11.0");
		expect(retained()).toEqual([["solar_heating", true]]);
		await birth(home, "2026.10.0");
		expect(retained()).toEqual(before);
	});

	it("keeps its shape over a start at which nobody says the release", async () => {
		const home = new Home();
		home.core = "2026.11.0";
		await home.settled();
		await home.time.pass(5);
		const again = new Home();
		again.core = undefined;
		again.join(home.remembered.at(-1));
		again.broker.enter("connected");
		await again.time.pass(10);
		expect(told(again)).toEqual(["date"]);
	});
});
