import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import type { AclOf } from "./access-rules.ts";
import { topicsOf } from "./installation.ts";

/** Other users with rights at the house's broker. */
export interface Others {
	/** Home Assistant's own user. */
	readonly home_assistant?: string;
	/** Devices, each with the prefix of its topics. */
	readonly devices: readonly { readonly user: string; readonly prefix: string }[];
	/** Users with all rights. */
	readonly all: readonly string[];
}

type House = Pick<AclOf, "installation" | "base_topic" | "discovery_prefix">;

/** Rules for the others, in the format of Mosquitto's `acl_file`. One part per user, with nothing that it does not need. */
export function aclOfOthers(house: House, { home_assistant, devices, all }: Others): readonly string[] {
	const users = [...new Set(devices.map(({ user }) => user))];
	const prefixes = (user: string) => devices.filter((device) => device.user === user).map(({ prefix }) => prefix);
	return [
		...(home_assistant === undefined ? [] : [homeAssistant(house, home_assistant, devices)]),
		...users.map((user) =>
			[`# A device: its own topics.`, `user ${user}`, ...prefixes(user).map((p) => `topic readwrite ${p}/#`)].join(
				"\n",
			),
		),
		...all.map((user) => [`# May do everything.`, `user ${user}`, "topic readwrite #", "topic read $SYS/#"].join("\n")),
	];
}

/**
 * Home Assistant discovers and removes devices below its prefix, reports when it comes and goes, and reads and commands
 * what it discovered.
 */
function homeAssistant(house: House, user: string, devices: Others["devices"]): string {
	const { root, commands, birth } = topicsOf(house);
	const { discovery_prefix: prefix } = house;
	return [
		"# Home Assistant: what it finds, and what it reads and commands of that.",
		`user ${user}`,
		`topic read ${prefix}/#`,
		`topic write ${prefix}/+/+/config`,
		`topic write ${prefix}/+/+/+/config`,
		`topic write ${birth}`,
		`topic read ${root}/+`,
		`topic read ${root}/+/availability`,
		`topic read ${root}/+/attributes`,
		`topic write ${commands}`,
		...devices.map((device) => `topic readwrite ${device.prefix}/#`),
	].join("\n");
}

/** What is wrong with a device's topic prefix; undefined if nothing is. */
export function prefixFlaw(house: House, prefix: string): Sentence | undefined {
	const { root } = topicsOf(house);
	if (prefix === "" || /[+#\p{Cc}]/u.test(prefix) || prefix.startsWith("$") || /^\/|\/$|^\s|\s$/.test(prefix))
		return phrase("prefix_form", { prefix });
	const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);
	if (within(prefix, root) || within(root, prefix)) return phrase("prefix_of_app", { prefix, topics: root });
	const ours = `${house.discovery_prefix}/device/${house.installation}`;
	if (within(prefix, ours) || within(ours, prefix))
		return phrase("prefix_of_discovery", { prefix, topics: ours, less: `${house.discovery_prefix}/sensor` });
	return undefined;
}
