import { expect, it } from "@jest/globals";
import { deviceTopics } from "#options/device-topics.ts";
import { parse } from "#options/parse.ts";

it("the topics of the options are those of their devices, each once", () => {
	const parsed = parse({
		sensors: [
			{ id: "a", role: "collector", source: "mqtt:roof#/hot" },
			{ id: "b", role: "tank", source: "mqtt:roof#/tank" },
			{ id: "c", role: "room", source: "mqtt:hall/temperature" },
			{ id: "d", role: "other", source: "one_wire:28-0123456789ab" },
		],
	});
	if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
	expect(deviceTopics(parsed.options)).toEqual({ read: ["hall/temperature", "roof"], write: [] });
});
