import { DISCOVERY_OF_NOTHING } from "ha-mqtt-discovery";

/** What can be published on a topic that nobody uses, to try a right, without anybody's minding. */
export const trialPayload = (topic: string): string => (topic.endsWith("/config") ? DISCOVERY_OF_NOTHING : "");
