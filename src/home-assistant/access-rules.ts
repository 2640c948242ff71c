import { topicsOf } from "./installation.ts";

export interface AclOf {
	readonly user: string;
	readonly installation: string;
	readonly base_topic: string;
	readonly discovery_prefix: string;
	/** How the app watches the broker's log: as a file or over MQTT. */
	readonly watch?: "file" | "topic";
}

/** Rules for one user in the format of Mosquitto's `acl_file` (mosquitto.conf(5)): what this app needs, and nothing else. */
export function aclOf({ user, watch, ...house }: AclOf): string {
	const { root, commands, discovery, birth } = topicsOf(house);
	return [
		`# Solar Heating ${house.installation}: what it says of itself, what it is asked, and its entities in Home Assistant.`,
		`user ${user}`,
		`topic write ${root}/#`,
		`topic read ${commands}`,
		`topic readwrite ${discovery.replace(/[^/]+(?=\/config$)/, "+")}`,
		`topic read ${birth}`,
		...(watch === "topic" ? ["topic read $SYS/broker/log/#"] : []),
		...(watch === undefined ? [] : ["topic read $SYS/broker/version"]),
	].join("\n");
}
