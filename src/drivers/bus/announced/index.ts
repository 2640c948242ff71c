import type { Announced } from "./announced.ts";
import { homeAssistant } from "./home-assistant.ts";
import { shelly } from "./shelly.ts";
import { tasmota } from "./tasmota.ts";
import { zigbee2mqtt } from "./zigbee2mqtt.ts";

/** Every kind of announcement. @param prefix that of Home Assistant's discovery */
export const announcements = (prefix: string): readonly Announced[] => [
	shelly,
	tasmota,
	zigbee2mqtt,
	homeAssistant(prefix),
];
