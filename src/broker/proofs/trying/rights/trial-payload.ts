import { DISCOVERY_OF_NOTHING } from "ha-mqtt-discovery";

/** A payload for trying a right on an unused topic, without any effect. */
export const trialPayload = (topic: string): string => (topic.endsWith("/config") ? DISCOVERY_OF_NOTHING : "");
