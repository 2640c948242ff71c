import { topicsOf } from "#entities/house.ts";
import type { Problem } from "#model/finding.ts";
import { tlsFiles } from "#mqtt/tls-files.ts";
import { PROOFS } from "#proof/index.ts";
import type { Context } from "#proof/proof.ts";
import { prove, type Step } from "#proof/prove.ts";
import { redactor } from "#runtime/redact.ts";
import { installationId } from "#store/installation-id.ts";
import { brokerOf, houseOf } from "../app-broker.ts";
import { VERSION } from "../version.ts";
import { FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";
import { type Sourced, type SourceFlags, source } from "./source.ts";

/** Options, network, login, rights, and that strangers are turned away: a step each, with what to do about it. */
export async function check(machine: Machine, flags: SourceFlags & { readonly json?: boolean }): Promise<number> {
	const sourced = source(machine, flags);
	const { text } = redactor(() => sourced.secrets);
	const steps: Step[] = [];
	for await (const step of prove(PROOFS, contextOf(sourced))) {
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
	return { ...known, target: { broker: brokerOf(options, login.login, tls, house), topics: topicsOf(house) } };
}

const plain = ({ id, status, class: class_, message, remedy }: Step) => ({
	id,
	status,
	class: class_,
	message,
	remedy,
});

const MARKS = { ok: "ok", fail: "FAIL", skipped: "skipped" } as const;
const WIDTH = 8;

/** A line for the step; what else there is to say is indented under it. */
function lines({ id, status, message, remedy }: Step): string {
	const said = `${id}: ${message}${remedy === "" ? "" : `\n${remedy}`}`;
	return `${MARKS[status].padEnd(WIDTH)}${said.replaceAll("\n", `\n${" ".repeat(WIDTH + 2)}`)}`;
}

function summary(steps: readonly Step[]): string {
	const failed = steps.filter(({ status }) => status === "fail");
	const [first] = failed;
	if (first === undefined)
		return "All in order: MQTT connection successful with authentication, and the broker turns everybody else away.";
	const count = failed.length === 1 ? "One step is" : `${failed.length} steps are`;
	return `${count} not in order. Begin with ${first.id}.`;
}
