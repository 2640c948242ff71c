import { esphome } from "#drivers/esphome/esphome.ts";
import { shelly } from "#drivers/shelly/shelly.ts";
import { tasmota } from "#drivers/tasmota/tasmota.ts";
import { zigbee2mqtt } from "#drivers/zigbee2mqtt/zigbee2mqtt.ts";
import { BridgeBench } from "../../fakes/bridges/bench.ts";
import type { Bridged } from "../../fakes/bridges/bridged.ts";
import { FakeEsphome } from "../../fakes/bridges/esphome.ts";
import { FakeShelly } from "../../fakes/bridges/shelly.ts";
import { FakeTasmota } from "../../fakes/bridges/tasmota.ts";
import { FakeZigbeePlug } from "../../fakes/bridges/zigbee.ts";

export interface Kind {
	readonly kind: string;
	readonly channel: string;
	/** It reports its own timer. */
	readonly reports_timer: boolean;
	/** It reports by itself when its timer ends. */
	bench(off_after?: number): BridgeBench<Bridged>;
}

/** Each driver with its emulator. */
export const KINDS: readonly Kind[] = [
	{
		kind: "shelly",
		channel: "0",
		reports_timer: true,
		bench: (t) =>
			new BridgeBench(shelly, "shellyplus1-a/0", (line, timers) => new FakeShelly(line, timers, "shellyplus1-a"), t),
	},
	{
		kind: "esphome",
		channel: "switch/relay",
		reports_timer: true,
		bench: (t) =>
			new BridgeBench(
				esphome,
				"solar-node/switch/relay",
				(line, timers) => new FakeEsphome(line, timers, "solar-node"),
				t,
			),
	},
	{
		kind: "tasmota",
		channel: "1",
		reports_timer: true,
		bench: (t) =>
			new BridgeBench(
				tasmota,
				"tasmota_9CF9D1/1",
				(line, timers) => new FakeTasmota(line, timers, "tasmota_9CF9D1"),
				t,
			),
	},
	{
		kind: "zigbee2mqtt",
		channel: "state",
		reports_timer: false,
		bench: (t) =>
			new BridgeBench(
				zigbee2mqtt,
				"zigbee2mqtt/solar pump",
				(line, timers) => new FakeZigbeePlug(line, timers, "zigbee2mqtt/solar pump"),
				t,
			),
	},
];
