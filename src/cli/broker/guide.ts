import { languageAt } from "#app/locale.ts";
import { type Sourced, type SourceFlags, source } from "#app/login/source.ts";
import { FINE, type Machine, NOT_FINE, print } from "#app/machine.ts";
import { newPassword } from "#broker/access/passwords.ts";
import type { Rules } from "#broker/plans/acl.ts";
import { PROOFS } from "#broker/proofs/index.ts";
import { prove, type Step } from "#broker/proofs/prove.ts";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { redactor } from "#runtime/log/redact.ts";
import type { Language } from "#texts/say.ts";
import { askedOnce } from "../app/asked-once.ts";
import { contextOf, lines, plain } from "../app/check/check.ts";
import { rulesFor } from "./acl/rules.ts";
import { english, refuse, wordIn } from "./change/words.ts";

export interface GuideFlags extends SourceFlags {
	readonly json?: boolean;
}

/** Users that Home Assistant's broker creates for itself and for its apps. Both need all rights. */
const SYSTEM_USERS = ["homeassistant", "addons"];

/** What to set in Home Assistant's own broker, whose files we cannot reach, and what the network shows of it. */
export async function brokerGuide(machine: Machine, flags: GuideFlags): Promise<number> {
	const rules = await rulesFor(machine, { ...flags, all: SYSTEM_USERS, lent: SYSTEM_USERS });
	const sourced = source(machine, flags);
	const language = languageAt(machine, sourced);
	const word = wordIn(language);
	if ("wrong" in rules) return refuse(machine, word, ...rules.wrong);
	const parts = partsOf(rules, newPassword());
	if (!flags.json)
		for (const { title, text, goes_on } of parts)
			print(machine, `${goes_on ? "   " : ""}${word(title)}\n\n${indented(text)}\n`);
	const { steps, show, data } = await proofs(sourced, language);
	const ok = steps.every(({ status }) => status !== "fail");
	if (flags.json) {
		const said = parts.map(({ title, text }) => ({ title: english(title), text, says: [title], told: word(title) }));
		const not = { not_provable: NOT_PROVABLE.map(english), not_provable_told: NOT_PROVABLE.map(word) };
		print(machine, JSON.stringify({ ok, parts: said, steps: steps.map(data), ...not }));
		return ok ? FINE : NOT_FINE;
	}
	print(machine, `${word(phrase("guide_seen"))}\n`);
	for (const step of steps) print(machine, show(step));
	print(machine, `\n${word(phrase("guide_unseen"))}\n\n${NOT_PROVABLE.map((line) => `- ${word(line)}`).join("\n")}`);
	return ok ? FINE : NOT_FINE;
}

async function proofs(sourced: Sourced, language: Language) {
	const asked = await askedOnce(sourced);
	const redact = redactor(() => asked.secrets);
	const steps: Step[] = [];
	for await (const step of prove(PROOFS, contextOf(asked))) steps.push(step);
	return {
		steps,
		show: (step: Step) => lines(step, language, redact),
		data: (step: Step) => plain(step, redact),
	};
}

/** A step: its purpose, and the text to paste. */
interface Part {
	readonly title: Sentence;
	/** Part of the numbered step above. */
	readonly goes_on?: true;
	readonly text: string;
}

const partsOf = ({ user, text }: Rules, password: string): readonly Part[] => [
	{
		title: phrase("guide_login"),
		text: ["logins:", `  - username: ${quoted(user)}`, `    password: ${quoted(password)}`].join("\n"),
	},
	{
		title: phrase("guide_password"),
		goes_on: true,
		text: ["mqtt:", "  host: core-mosquitto", `  username: ${quoted(user)}`, `  password: ${quoted(password)}`].join(
			"\n",
		),
	},
	{
		title: phrase("guide_rights"),
		text: ["customize:", "  active: true", "  folder: mosquitto"].join("\n"),
	},
	{ title: phrase("guide_acl_conf"), goes_on: true, text: "acl_file /share/mosquitto/accesscontrollist" },
	{ title: phrase("guide_acl", { users: SYSTEM_USERS.join(", ") }), goes_on: true, text },
	{
		title: phrase("guide_tls"),
		text: ["certfile: fullchain.pem", "keyfile: privkey.pem", "require_certificate: false"].join("\n"),
	},
	{
		title: phrase("guide_tls_clients"),
		goes_on: true,
		text: ["cafile: ca.pem", "require_certificate: true"].join("\n"),
	},
	{
		title: phrase("guide_tls_app"),
		goes_on: true,
		text: ["mqtt:", "  host: homeassistant.example", "  port: 8883", "  tls: true", "  ca: /ssl/ca.pem"].join("\n"),
	},
	{ title: phrase("guide_close"), text: "solar-heating check" },
];

const NOT_PROVABLE = [phrase("unseen_users"), phrase("unseen_ports"), phrase("unseen_files")];

/** JSON strings are YAML. */
const quoted = (text: string) => JSON.stringify(text);

const indented = (text: string) =>
	text
		.split("\n")
		.map((line) => (line === "" ? line : `       ${line}`))
		.join("\n");
