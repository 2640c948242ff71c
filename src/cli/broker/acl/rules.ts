import { type SourceFlags, source } from "#app/login/source.ts";
import type { Machine } from "#app/machine.ts";
import { nameFlaw } from "#broker/access/passwords.ts";
import type { Rules } from "#broker/plans/acl.ts";
import { aclOf } from "#home-assistant/access-rules.ts";
import { aclOfOthers, type Others, prefixFlaw } from "#home-assistant/access-rules-of-others.ts";
import { topicsOf } from "#home-assistant/installation.ts";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { deviceTopics } from "#options/device-topics.ts";
import { installationId } from "#store/files/installation-id.ts";
import { askedOnce } from "../../app/asked-once.ts";
import { optionWords } from "../change/words.ts";

export interface RulesFlags extends SourceFlags {
	readonly homeAssistant?: string;
	readonly device?: Others["devices"];
	readonly all?: readonly string[];
	/** Users whose login is only lent to the app. The rules are then for a user of its own. No flag of the command line. */
	readonly lent?: readonly string[];
}

const USER = "solar_heating";

/** The rules, or all faults of the request. */
export async function rulesFor(
	machine: Machine,
	flags: RulesFlags,
): Promise<Rules | { readonly wrong: readonly Sentence[] }> {
	const sourced = await askedOnce(source(machine, flags));
	const { parsed, login, folder } = sourced;
	if (parsed.kind === "invalid") return { wrong: parsed.problems.map(optionWords) };
	const { options } = parsed;
	const { mqtt, watch } = options;
	const known = login.kind === "complete" ? login.login.username : mqtt.username || USER;
	const user = flags.lent?.includes(known) ? USER : known;
	const { id } = installationId(folder, () => undefined);
	const { base_topic, discovery_prefix } = mqtt;
	const house = { installation: id, base_topic, discovery_prefix, devices: deviceTopics(options) };
	const others = othersIn(flags);
	const wrong = flawsOf(user, others, house);
	if (wrong.length > 0) return { wrong };
	const watching = watch.enabled ? ({ watch: watch.log_file === undefined ? "topic" : "file" } as const) : {};
	return {
		text: [aclOf({ user, ...house, ...watching }), ...aclOfOthers(house, others)].join("\n\n"),
		user,
		...(login.kind === "complete" && { login: login.login }),
		topics: topicsOf(house),
		reads_sys: watch.enabled,
		users: [user, ...usersOf(others)],
		asked: askedFor(others),
	};
}

const othersIn = ({ homeAssistant, device = [], all = [] }: RulesFlags): Others => ({
	...(homeAssistant !== undefined && { home_assistant: homeAssistant }),
	devices: device,
	all,
});

const usersOf = ({ home_assistant, devices, all }: Others): readonly string[] => [
	...(home_assistant === undefined ? [] : [home_assistant]),
	...new Set(devices.map(({ user }) => user)),
	...new Set(all),
];

function flawsOf(app: string, others: Others, house: Parameters<typeof prefixFlaw>[0]): readonly Sentence[] {
	const users = [app, ...usersOf(others)];
	const twice = users.filter((user, nth) => users.indexOf(user) !== nth);
	return [
		...users.flatMap((user) => nameFlaw(user) ?? []),
		...users.filter((user) => user !== user.trim()).map((user) => phrase("user_blank", { user })),
		...twice.map((user) => phrase("user_twice", { user })),
		...others.devices.flatMap(({ prefix }) => prefixFlaw(house, prefix) ?? []),
	];
}

function askedFor({ home_assistant, devices, all }: Others): string {
	const flags = [
		...(home_assistant === undefined ? [] : ["--home-assistant", home_assistant]),
		...devices.flatMap(({ user, prefix }) => ["--device", `${user}=${prefix}`]),
		...all.flatMap((user) => ["--all", user]),
	];
	const quoted = flags.map((word) => (/^[\w=./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`));
	return ["solar-heating broker acl --apply", ...quoted].join(" ");
}
