import { resolve } from "node:path";
import { seenOfApp } from "#app/answers/seen-of-app.ts";
import { ownProbes } from "#app/broker/own-probes.ts";
import { languageAt } from "#app/locale.ts";
import { type Sourced, type SourceFlags, source } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "#app/machine.ts";
import { VERSION } from "#app/version.ts";
import { lastChange } from "#broker/change/carry-out.ts";
import { placeOf } from "#broker/conf/place.ts";
import { mine, put } from "#broker/files/file.ts";
import { clientIdsIn } from "#broker/proofs/trying/own/own-logins.ts";
import { checklist } from "#broker/verify/checklist.ts";
import { doorsUnknown, seenAtDoors } from "#broker/verify/doors.ts";
import { seenOfBroker } from "#broker/verify/files.ts";
import { elsewhere, type Found, seenAtBroker } from "#broker/verify/steps.ts";
import { compared, type Kept, type Report, reportIn, reportOf } from "#broker/verify/verified.ts";
import { verifiedPage } from "#broker/verify/verified-page.ts";
import { textOfFile } from "#files/named-file.ts";
import { phrase, type Sentence, type Word } from "#model/sentences/sentence.ts";
import { codeOf, refusalOf } from "#model/untyped/error-code.ts";
import { redactor } from "#runtime/log/redact.ts";
import type { Language } from "#texts/say.ts";
import { askedOnce } from "../../app/asked-once.ts";
import { contextOf } from "../../app/check/check.ts";
import type { BrokerFlags } from "../change/change.ts";
import { refuse, wordIn } from "../change/words.ts";
import { plainReport, reportLines } from "./words.ts";

export interface VerifyFlags extends SourceFlags, Pick<BrokerFlags, "config" | "backups" | "json"> {
	/** A file for the report as JSON. */
	readonly keep?: string;
	/** A file for the report as a page to print. */
	readonly page?: string;
	/** An earlier report. */
	readonly compare?: string;
	/** Days. */
	readonly againIn?: number;
}

/** Measures the guide's checklist: at the broker, in its files, and in the running app. Changes nothing. */
export async function brokerVerify(machine: Machine, flags: VerifyFlags): Promise<number> {
	const asked = source(machine, flags);
	const language = languageAt(machine, asked);
	const word = wordIn(language);
	const before = flags.compare === undefined ? undefined : olderReport(machine, flags.compare);
	if (before !== undefined && "code" in before) return refuse(machine, word, before);
	const sourced = await askedOnce(asked);
	const at = new Date();
	const last = await lastChange(flags.backups);
	const lines = checklist(new Map(await evidence(machine, flags, sourced, at)));
	const about = { at, version: VERSION, broker: brokerOf(sourced), ...(last && { last_change: last }) };
	const now = reportOf(lines, about);
	const report = before === undefined ? now : { ...now, compared: compared(now, before) };
	const unwritten = await written(machine, flags, report, language);
	if (flags.json) print(machine, JSON.stringify(plainReport(report, language)));
	else for (const line of reportLines(report, word)) print(machine, line);
	if (!flags.json && flags.againIn !== undefined) for (const line of again(flags, at, word)) print(machine, line);
	if (unwritten !== undefined) complain(machine, word(unwritten));
	return report.ok && unwritten === undefined ? FINE : NOT_FINE;
}

async function evidence(machine: Machine, flags: VerifyFlags, sourced: Sourced, at: Date): Promise<Found> {
	const { text } = redactor(() => sourced.secrets);
	const steps = await seenAtBroker(contextOf(sourced), text);
	const place = await placeOf(flags.config, machine.env);
	const files =
		"code" in place
			? elsewhere(place)
			: await seenOfBroker(place, flags.backups, ownProbes(sourced.folder, flags.backups));
	const doors =
		"code" in place ? doorsUnknown(brokerOf(sourced)) : await seenAtDoors(place, clientIdsIn(sourced.folder));
	return [...steps, ...files, doors, ...(await seenOfApp(sourced.folder, at))];
}

const brokerOf = ({ parsed }: Sourced): string =>
	parsed.kind === "valid" ? `${parsed.options.mqtt.host}:${parsed.options.mqtt.port}` : "–";

function olderReport({ cwd }: Machine, path: string): Kept | Sentence {
	try {
		return reportIn(textOfFile(resolve(cwd, path))) ?? phrase("no_report", { path });
	} catch (failed) {
		return phrase("unreadable_for", { path, cause: codeOf(failed) });
	}
}

async function written(
	{ cwd }: Machine,
	{ keep, page }: VerifyFlags,
	report: Report,
	language: Language,
): Promise<Sentence | undefined> {
	const texts = [
		[keep, `${JSON.stringify(plainReport(report, language), undefined, "\t")}\n`],
		[page, verifiedPage(report, language, wordIn(language))],
	] as const;
	for (const [path, text] of texts) {
		if (path === undefined) continue;
		const cause = await refusalOf(put({ path: resolve(cwd, path), bytes: Buffer.from(text), rights: mine(0o600) }));
		if (cause !== undefined) return phrase("not_writable", { path, cause });
	}
	return undefined;
}

function again(flags: VerifyFlags, at: Date, word: Word): readonly string[] {
	const { againIn: days = 0, keep } = flags;
	const when = new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
	if (keep === undefined) return [word(phrase("keep_report"))];
	const named = (["options", "data", "config"] as const).flatMap((name) =>
		flags[name] === undefined ? [] : [`--${name} ${flags[name]}`],
	);
	const command = ["solar-heating broker verify", ...named, `--compare ${keep}`].join(" ");
	return [word(phrase("again_on", { day: when, command })), word(phrase("again_by_systemd", { days, command }))];
}
