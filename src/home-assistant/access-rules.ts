import type { Topics } from "#model/plant/messages.ts";
import { overlap } from "#mqtt/topic.ts";
import { topicsOf } from "./installation.ts";

export interface AclOf {
	readonly user: string;
	readonly installation: string;
	readonly base_topic: string;
	readonly discovery_prefix: string;
	/** How the app watches the broker's log: as a file or over MQTT. */
	readonly watch?: "file" | "topic";
	/** What it reads and writes of devices beyond the broker. */
	readonly devices?: Topics;
}

/** Rules for one user in the format of Mosquitto's `acl_file` (mosquitto.conf(5)): what this app needs, and nothing else. */
export function aclOf({ user, watch, ...house }: AclOf): string {
	const { devices = { read: [], write: [] } } = house;
	const { root, commands, discovery, birth } = topicsOf(house);
	return [
		`# Solar Heating ${house.installation}: what it says of itself, what it is asked, and its entities in Home Assistant.`,
		`user ${user}`,
		`topic write ${root}/#`,
		`topic read ${commands}`,
		`topic readwrite ${discovery.replace(/[^/]+(?=\/config$)/, "+")}`,
		`topic read ${birth}`,
		...rulesOf(devices, [`${root}/#`, commands, birth]),
		...(watch === "topic" ? ["topic read $SYS/broker/log/#"] : []),
		...(watch === undefined ? [] : ["topic read $SYS/broker/version"]),
	].join("\n");
}

/** A rule for each filter. Of the app's own topics a device gets none, and a line break would be a rule of its own. */
function rulesOf({ read, write }: Topics, own: readonly string[]): readonly string[] {
	const fit = (filter: string) => !/\p{Cc}/u.test(filter) && !own.some((one) => overlap(one, filter));
	return [...new Set([...read, ...write])].filter(fit).map((filter) => {
		const both = read.includes(filter) && write.includes(filter);
		return `topic ${both ? "readwrite" : read.includes(filter) ? "read" : "write"} ${filter}`;
	});
}
