import { newPassword } from "#broker/passwords.ts";
import { PROOFS } from "#proof/index.ts";
import { prove, type Step } from "#proof/prove.ts";
import { redactor } from "#runtime/redact.ts";
import { askedOnce } from "./asked-once.ts";
import { type Rules, rulesFor } from "./broker-acl-rules.ts";
import { contextOf, lines, plain } from "./check.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";
import { languageOf, type SourceFlags, source } from "./source.ts";

export interface GuideFlags extends SourceFlags {
	readonly json?: boolean;
}

/** Users that Home Assistant's broker makes for itself and for its apps; both have to be allowed everything. */
const SYSTEM_USERS = ["homeassistant", "addons"];

/** What to set in Home Assistant's own broker, whose files nobody but it can reach, and what its network shows of it. */
export async function brokerGuide(machine: Machine, flags: GuideFlags): Promise<number> {
	const rules = await rulesFor(machine, { ...flags, all: SYSTEM_USERS, lent: SYSTEM_USERS });
	if ("wrong" in rules) {
		for (const line of rules.wrong) complain(machine, line);
		return USAGE;
	}
	const parts = partsOf(rules, newPassword());
	if (!flags.json) for (const { title, text } of parts) print(machine, `${title}\n\n${indented(text)}\n`);
	const { steps, show, data } = await proofs(machine, flags);
	const ok = steps.every(({ status }) => status !== "fail");
	if (flags.json) {
		print(machine, JSON.stringify({ ok, parts, steps: steps.map(data), not_provable: NOT_PROVABLE }));
		return ok ? FINE : NOT_FINE;
	}
	print(machine, "What the network shows of this broker now\n");
	for (const step of steps) print(machine, show(step));
	print(machine, `\nWhat cannot be proven from here\n\n${NOT_PROVABLE.map((line) => `- ${line}`).join("\n")}`);
	return ok ? FINE : NOT_FINE;
}

async function proofs(machine: Machine, flags: GuideFlags) {
	const sourced = await askedOnce(source(machine, flags));
	const redact = redactor(() => sourced.secrets);
	const steps: Step[] = [];
	for await (const step of prove(PROOFS, contextOf(sourced))) steps.push(step);
	return {
		steps,
		show: (step: Step) => lines(step, languageOf(sourced), redact),
		data: (step: Step) => plain(step, redact),
	};
}

interface Part {
	readonly title: string;
	readonly text: string;
}

const partsOf = ({ user, text }: Rules, password: string): readonly Part[] => [
	{
		title: "1. A login for this app alone. Settings > Apps > Mosquitto broker > Configuration > ⋮ > Edit in YAML: add",
		text: ["logins:", `  - username: ${quoted(user)}`, `    password: ${quoted(password)}`].join("\n"),
	},
	{
		title:
			"   The password is new and kept nowhere: put it on this app's Configuration page as well, and into your password manager",
		text: ["mqtt:", "  host: core-mosquitto", `  username: ${quoted(user)}`, `  password: ${quoted(password)}`].join(
			"\n",
		),
	},
	{
		title: "2. Rights. On the same page of Mosquitto broker, so that it reads files of yours",
		text: ["customize:", "  active: true", "  folder: mosquitto"].join("\n"),
	},
	{
		title: "   /share/mosquitto/acl.conf (by the Samba, SSH or File editor app; one line)",
		text: "acl_file /share/mosquitto/accesscontrollist",
	},
	{
		title: `   /share/mosquitto/accesscontrollist; ${SYSTEM_USERS.join(" and ")} keep everything, and whoever else logs in needs a part of its own, or may do nothing`,
		text,
	},
	{
		title: "3. TLS. With a certificate and its key in /ssl, on the same page; ports 8883 and 8884 speak TLS then",
		text: ["certfile: fullchain.pem", "keyfile: privkey.pem", "require_certificate: false"].join("\n"),
	},
	{
		title: "   Certificates for clients too, if you want them: cafile is the authority that signed them, in /ssl",
		text: ["cafile: ca.pem", "require_certificate: true"].join("\n"),
	},
	{
		title:
			"   In this app, by a name that stands in the certificate. Without mqtt.ca the public authorities are trusted",
		text: ["mqtt:", "  host: the name in the certificate", "  port: 8883", "  tls: true", "  ca: /ssl/ca.pem"].join(
			"\n",
		),
	},
	{
		title:
			"4. When every client speaks TLS: on the same page under Network, leave 1883 and 1884 empty. Then save, restart Mosquitto broker, and",
		text: "solar-heating check",
	},
];

const NOT_PROVABLE = [
	"What other users may do: that takes their logins. The rules above are all there is to it.",
	"Ports that this app does not use (1883, 1884, 8883, 8884), unless they are named: solar-heating check --listener core-mosquitto:1884",
	"What is in the broker's files and its log, and that they are backed up: Home Assistant's own backup holds them.",
];

/** JSON strings are YAML. */
const quoted = (text: string) => JSON.stringify(text);

const indented = (text: string) =>
	text
		.split("\n")
		.map((line) => (line === "" ? line : `       ${line}`))
		.join("\n");
