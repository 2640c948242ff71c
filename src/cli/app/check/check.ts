import { existsSync } from "node:fs";
import { brokerOf, installationOf } from "#app/broker/join.ts";
import { languageAt } from "#app/locale.ts";
import { nextOf } from "#app/login/next-password.ts";
import { type Sourced, type SourceFlags, source } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "#app/machine.ts";
import { VERSION } from "#app/version.ts";
import { remarksIn } from "#app/words.ts";
import { isFinding } from "#broker/proofs/findings.ts";
import { isHere } from "#broker/proofs/here.ts";
import { PROOFS } from "#broker/proofs/index.ts";
import type { Context, Listener } from "#broker/proofs/proof.ts";
import { prove, type Step } from "#broker/proofs/prove.ts";
import { proofsAt } from "#broker/proofs/tried/installation/listeners.ts";
import { clientIdsIn } from "#broker/proofs/trying/own/own-logins.ts";
import { topicsOf } from "#home-assistant/installation.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { mend, remark, type Sentence, says } from "#model/sentences/sentence.ts";
import type { Credentials } from "#mqtt/broker.ts";
import { tlsFiles } from "#mqtt/wire/tls-files.ts";
import { notesOn, wantsAttention } from "#options/notes/notes.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import { heaterNotes } from "#options/problems/unproven-heaters.ts";
import { type Redact, redactor } from "#runtime/log/redact.ts";
import { installationId } from "#store/files/installation-id.ts";
import { type Language, spoken } from "#texts/say.ts";
import { askedOnce } from "../asked-once.ts";
import { secondLogin } from "./second-login.ts";
import { summary } from "./summary.ts";

export interface CheckFlags extends SourceFlags {
	readonly json?: boolean;
	/** Other ports of the broker, which must also refuse strangers. */
	readonly listener?: readonly Listener[];
	/** A file with the login of another user. */
	readonly secondLogin?: string;
	/** The configuration of this machine's broker, if it is not in Debian's place. */
	readonly config?: string;
	/** Tries strangers in every way, even if a firewall may ban this machine because of it. */
	readonly thorough?: boolean;
}

/** Checks options, network, login and rights, and that strangers are refused. Each step says what to do. */
export async function check(machine: Machine, flags: CheckFlags): Promise<number> {
	const sourced = await askedOnce(source(machine, flags));
	const language = languageAt(machine, sourced);
	const second = flags.secondLogin === undefined ? undefined : secondLogin(machine, flags.secondLogin);
	if (second?.kind === "refused") {
		complain(machine, remarksIn(language)(second.why));
		return USAGE;
	}
	const redact = redactor(() => [...sourced.secrets, ...(second ? [second.login.password] : [])]);
	const more = flags.listener ?? [];
	const context = asked(contextOf(sourced), flags, second?.login);
	const steps: Step[] = [];
	for await (const step of prove([...PROOFS, ...proofsAt(more)], context)) {
		steps.push(step);
		if (!flags.json) print(machine, lines(step, language, redact));
	}
	const ok = steps.every(({ status }) => status !== "fail");
	if (flags.json) print(machine, JSON.stringify({ ok, steps: steps.map((step) => plain(step, redact)) }));
	else print(machine, spoken(language, summary(steps, context, flags.config)));
	if (ok) return FINE;
	return steps.some(({ status, class: class_ }) => status === "fail" && OURS.has(class_)) ? USAGE : NOT_FINE;
}

/** Adds what was given on the command line. */
function asked(context: Context, { listener: listeners = [], thorough }: CheckFlags, second?: Credentials): Context {
	const { target } = context;
	const others = second === undefined ? {} : { others: [second.username] };
	return {
		...context,
		listeners,
		...(second && { second }),
		...(target && { target: { ...target, ...others, ...(thorough && { thorough }) } }),
	};
}

/** Failures caused by the arguments of this command, not by the broker. */
const OURS: ReadonlySet<string> = new Set(["options-invalid", "credentials-required"]);

/** The context of the proofs. A broker is named only if options and login are complete. */
export function contextOf(sourced: Sourced): Context {
	const { parsed, login, exposed = [], anonymous, from, folder } = sourced;
	const about = (summary: readonly Sentence[], problems: readonly Problem[]) => ({
		summary,
		problems: [...problems, ...sourced.complaints, ...brokenOff(sourced)],
	});
	if (parsed.kind === "invalid") return { options: about([], parsed.problems), exposed };
	const { options } = parsed;
	const files = tlsFiles(options.mqtt);
	const [sensors, outputs] = [options.sensors.length, options.outputs.length];
	const found = says("valid_options", { version: VERSION, from, sensors, outputs });
	const noted = notesOn(plantOf(options), settingsOf(options), options.site.time_zone).filter(wantsAttention);
	const notes = [...noted, ...heaterNotes(options)];
	const read = { ...about([found], files.kind === "unreadable" ? [files.problem] : []), notes };
	const without = anonymous === true && login.kind === "required";
	if (login.kind === "required" && !without) return { options: read, login, exposed };
	const who = login.kind === "required" ? { username: "", password: "" } : login.login;
	const as = without ? ({ kind: "none" } as const) : ({ kind: "complete", username: who.username } as const);
	const known = { options: read, login: as, exposed };
	if (files.kind === "unreadable" || read.problems.length > 0) return known;
	const house = installationOf(options, installationId(folder, () => undefined).id);
	const tls = options.mqtt.tls ? files.tls : undefined;
	const broker = { ...brokerOf(options, who, tls, house), ...(without && { anonymous: true }) };
	const thorough = isHere(broker.host);
	return { ...known, target: { broker, topics: topicsOf(house), clientIds: clientIdsIn(folder), thorough } };
}

/** A power cut during `broker rotate` leaves two passwords, of which the broker accepts one. */
function brokenOff({ origin }: Sourced): readonly Problem[] {
	if (origin?.kind !== "file" || !existsSync(nextOf(origin.path))) return [];
	return [problem("mqtt.password_file", nextOf(origin.path), mend("finish_rotation"))];
}

/** In English in every house, like the log, so that it can be searched. Codes and facts are for other languages. */
export const plain = ({ id, status, class: class_, message, remedy, facts }: Step, { text, data }: Redact) => ({
	id,
	status,
	class: class_,
	message: text(spoken("en", message)),
	remedy: text(spoken("en", remedy)),
	facts: data(facts),
	says: data(message),
	mend: data(remedy),
});

const MARKS = { ok: remark("mark_ok"), fail: remark("mark_fail"), skipped: remark("mark_skipped") } as const;
/** Marks remarks that are no failures. In JSON the class says so. */
const TO_KNOW = remark("mark_note");

/** One line per step. Details are indented below it. */
export function lines(step: Step, language: Language, { text }: Redact): string {
	const { id, status } = step;
	const [message, remedy] = [spoken(language, step.message), spoken(language, step.remedy)].map(text);
	const said = `${id}: ${message}${remedy === "" ? "" : `\n${remedy}`}`;
	const word = remarksIn(language);
	const mark = word(isFinding(step) && status === "ok" ? TO_KNOW : MARKS[status]);
	const width = Math.max(...[...Object.values(MARKS), TO_KNOW].map((one) => word(one).length)) + 1;
	return `${mark.padEnd(width)}${said.replaceAll("\n", `\n${" ".repeat(width + 2)}`)}`;
}
