import { topicsOf } from "#entities/house.ts";
import type { Problem } from "#model/finding.ts";
import { tlsFiles } from "#mqtt/tls-files.ts";
import { isFinding } from "#proof/findings.ts";
import { PROOFS } from "#proof/index.ts";
import { proofsAt } from "#proof/listeners.ts";
import { marksIn } from "#proof/own-logins.ts";
import type { Context, Listener } from "#proof/proof.ts";
import { prove, type Step } from "#proof/prove.ts";
import { redactor } from "#runtime/redact.ts";
import { installationId } from "#store/installation-id.ts";
import { brokerOf, houseOf } from "../app-broker.ts";
import { VERSION } from "../version.ts";
import { askedOnce } from "./asked-once.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";
import { secondLogin } from "./second-login.ts";
import { type Sourced, type SourceFlags, source } from "./source.ts";

export interface CheckFlags extends SourceFlags {
	readonly json?: boolean;
	/** Other ports of the broker, where strangers must be turned away too. */
	readonly listener?: readonly Listener[];
	/** A file with the login of another user. */
	readonly secondLogin?: string;
}

/** Options, network, login, rights, and that strangers are turned away: a step each, with what to do about it. */
export async function check(machine: Machine, flags: CheckFlags): Promise<number> {
	const sourced = await askedOnce(source(machine, flags));
	const second = flags.secondLogin === undefined ? undefined : secondLogin(machine, flags.secondLogin);
	if (second?.kind === "refused") {
		complain(machine, second.why);
		return USAGE;
	}
	const { text } = redactor(() => [...sourced.secrets, ...(second ? [second.login.password] : [])]);
	const more = flags.listener ?? [];
	const context = { ...contextOf(sourced), listeners: more, ...(second && { second: second.login }) };
	const steps: Step[] = [];
	for await (const step of prove([...PROOFS, ...proofsAt(more)], context)) {
		const shown = { ...step, message: text(step.message), remedy: text(step.remedy) };
		steps.push(shown);
		if (!flags.json) print(machine, lines(shown));
	}
	const ok = steps.every(({ status }) => status !== "fail");
	if (flags.json) print(machine, JSON.stringify({ ok, steps: steps.map(plain) }));
	else print(machine, summary(steps));
	if (ok) return FINE;
	return steps.some(({ id, status }) => status === "fail" && OURS.has(id)) ? USAGE : NOT_FINE;
}

/** Steps that fail by what was given to this command, not by what a broker does. */
const OURS: ReadonlySet<string> = new Set(["options", "credentials"]);

/** What proofs may know. A broker is named only where options and login are complete. */
function contextOf({ parsed, login, complaints, from, folder }: Sourced): Context {
	const about = (summary: string, problems: readonly Problem[]) => ({
		summary,
		problems: [...problems, ...complaints],
	});
	if (parsed.kind === "invalid") return { options: about("", parsed.problems) };
	const { options } = parsed;
	const files = tlsFiles(options.mqtt);
	const found = `Solar Heating ${VERSION} has valid options from ${from}: ${options.sensors.length} sensors, ${options.outputs.length} outputs.`;
	const read = about(found, files.kind === "unreadable" ? [files.problem] : []);
	if (login.kind === "required") return { options: read, login };
	const known = { options: read, login: { kind: "complete", username: login.login.username } } as const;
	if (files.kind === "unreadable" || read.problems.length > 0) return known;
	const house = houseOf(options, installationId(folder, () => undefined).id);
	const tls = options.mqtt.tls ? files.tls : undefined;
	const broker = brokerOf(options, login.login, tls, house);
	return { ...known, target: { broker, topics: topicsOf(house), marks: marksIn(folder) } };
}

const plain = ({ id, status, class: class_, message, remedy }: Step) => ({
	id,
	status,
	class: class_,
	message,
	remedy,
});

const MARKS = { ok: "ok", fail: "FAIL", skipped: "skipped" } as const;
/** For what is no failure and yet to be known; in JSON its class says so. */
const TO_KNOW = "note";
const WIDTH = 8;

/** A line for the step; what else there is to say is indented under it. */
function lines(step: Step): string {
	const { id, status, message, remedy } = step;
	const said = `${id}: ${message}${remedy === "" ? "" : `\n${remedy}`}`;
	const mark = isFinding(step) && status === "ok" ? TO_KNOW : MARKS[status];
	return `${mark.padEnd(WIDTH)}${said.replaceAll("\n", `\n${" ".repeat(WIDTH + 2)}`)}`;
}

function summary(steps: readonly Step[]): string {
	const failed = steps.filter(({ status }) => status === "fail");
	const [first] = failed;
	if (first === undefined) {
		const notes = steps.filter(isFinding).map(({ id }) => id);
		const known = notes.length === 0 ? "" : ` To know: see ${notes.join(", ")}.`;
		return `All in order: MQTT connection successful with authentication, and the broker turns everybody else away.${known}`;
	}
	const count = failed.length === 1 ? "One step is" : `${failed.length} steps are`;
	return `${count} not in order. Begin with ${first.id}.`;
}
