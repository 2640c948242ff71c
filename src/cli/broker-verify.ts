import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { lastChange } from "#broker/carry-out.ts";
import { checklist, type Line, ROWS, type Seen } from "#broker/checklist.ts";
import { codeOf, mine, put } from "#broker/file.ts";
import { placeOf } from "#broker/place.ts";
import { compared, type Report, reportIn, reportOf } from "#broker/verified.ts";
import { comparison, lastChange as downtime, verifiedPage } from "#broker/verified-page.ts";
import { PROOFS } from "#proof/index.ts";
import { prove } from "#proof/prove.ts";
import { type Redact, redactor } from "#runtime/redact.ts";
import { spoken } from "#texts/say.ts";
import { VERSION } from "../version.ts";
import { askedOnce } from "./asked-once.ts";
import type { BrokerFlags } from "./broker-change.ts";
import { contextOf } from "./check.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";
import { type Sourced, type SourceFlags, source } from "./source.ts";
import { seenOfApp } from "./verify-app.ts";
import { seenOfBroker } from "./verify-broker.ts";

export interface VerifyFlags extends SourceFlags, Pick<BrokerFlags, "config" | "backups" | "json"> {
	/** Where the report is kept as JSON. */
	readonly keep?: string;
	/** Where it goes as a page to print. */
	readonly page?: string;
	/** A report that was kept. */
	readonly compare?: string;
	/** Days. */
	readonly againIn?: number;
}

/** The guide's checklist, measured: at the broker, in its files, and in the running app. Changes nothing. */
export async function brokerVerify(machine: Machine, flags: VerifyFlags): Promise<number> {
	const before = flags.compare === undefined ? undefined : olderReport(machine, flags.compare);
	if (typeof before === "string") {
		complain(machine, before);
		return USAGE;
	}
	const sourced = await askedOnce(source(machine, flags));
	const at = new Date();
	const last = await lastChange(flags.backups);
	const lines = checklist(new Map(await evidence(machine, flags, sourced, at)));
	const about = { at, version: VERSION, broker: brokerOf(sourced), ...(last && { last_change: last }) };
	const now = reportOf(lines, about);
	const report = before === undefined ? now : { ...now, compared: compared(now, before) };
	const unwritten = await written(machine, flags, report);
	if (flags.json) print(machine, JSON.stringify(report));
	else for (const line of words(report)) print(machine, line);
	if (!flags.json && flags.againIn !== undefined) for (const line of again(flags, at)) print(machine, line);
	if (unwritten !== undefined) complain(machine, unwritten);
	return report.ok && unwritten === undefined ? FINE : NOT_FINE;
}

type Found = readonly (readonly [string, Seen])[];

async function evidence(machine: Machine, flags: VerifyFlags, sourced: Sourced, at: Date): Promise<Found> {
	const redact = redactor(() => sourced.secrets);
	const steps = await seenAtBroker(sourced, redact);
	const place = await placeOf(flags.config, machine.env);
	const files = typeof place === "string" ? elsewhere(place) : await seenOfBroker(place, flags.backups, sourced.folder);
	return [...steps, ...files, ...(await seenOfApp(sourced.folder, at))];
}

/** As `check` tries it, from here. */
async function seenAtBroker(sourced: Sourced, { text }: Redact): Promise<Found> {
	const found: (readonly [string, Seen])[] = [];
	for await (const { id, status, message } of prove(PROOFS, contextOf(sourced)))
		found.push([
			`step:${id}`,
			{
				status: status === "skipped" ? "not_measured" : status,
				tried: `Step ${id} of solar-heating check.`,
				seen: text(spoken("en", message)),
			},
		]);
	return found;
}

/** The broker's files are another machine's: what the network does not show is not measured. */
const elsewhere = (why: string): Found =>
	[...new Set(ROWS.flatMap(([, , ...from]) => from))]
		.filter((key) => /^(?:file|log|backup|change):/.test(key))
		.map((key) => [key, { status: "not_measured", tried: "Looked for a Mosquitto on this machine.", seen: why }]);

const brokerOf = ({ parsed }: Sourced): string =>
	parsed.kind === "valid" ? `${parsed.options.mqtt.host}:${parsed.options.mqtt.port}` : "unknown";

function olderReport({ cwd }: Machine, path: string): Pick<Report, "at" | "lines"> | string {
	try {
		return reportIn(readFileSync(resolve(cwd, path), "utf8")) ?? `${path} is no report of broker verify --keep.`;
	} catch (failed) {
		return `${path} cannot be read (${codeOf(failed)}).`;
	}
}

async function written({ cwd }: Machine, { keep, page }: VerifyFlags, report: Report): Promise<string | undefined> {
	const texts = [
		[keep, `${JSON.stringify(report, undefined, "\t")}\n`],
		[page, verifiedPage(report)],
	] as const;
	for (const [path, text] of texts) {
		if (path === undefined) continue;
		try {
			await put({ path: resolve(cwd, path), bytes: Buffer.from(text), rights: mine(0o600) });
		} catch (failed) {
			return `${path} cannot be written (${codeOf(failed)}).`;
		}
	}
	return undefined;
}

const MARKS: Readonly<Record<Line["status"], string>> = { ok: "ok", fail: "FAIL", not_measured: "-" };

function words(report: Report): readonly string[] {
	const { count, lines } = report;
	return [
		...lines.map(({ id, status, words, seen }) => `${MARKS[status].padEnd(6)}${id.padEnd(13)}${words}: ${seen}`),
		downtime(report),
		...comparison(report),
		`${count.ok} ok, ${count.fail} failed, ${count.not_measured} not measured (-).`,
	];
}

function again(flags: VerifyFlags, at: Date): readonly string[] {
	const { againIn: days = 0, keep } = flags;
	const when = new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
	if (keep === undefined) return ["To compare with today in a week, keep this report: --keep FILE"];
	const named = (["options", "data", "config"] as const).flatMap((name) =>
		flags[name] === undefined ? [] : [`--${name} ${flags[name]}`],
	);
	const command = ["solar-heating broker verify", ...named, `--compare ${keep}`].join(" ");
	return [
		`Again on ${when}: ${command}`,
		`Or let systemd do it: systemd-run --on-active=${days}d --unit=solar-heating-verify ${command}`,
	];
}
