import { DISCOVERY_OF_NOTHING } from "ha-mqtt-discovery";

/** A payload that can be published on an unused topic to try a right, without any effect. */
export const trialPayload = (topic: string): string => (topic.endsWith("/config") ? DISCOVERY_OF_NOTHING : "");
