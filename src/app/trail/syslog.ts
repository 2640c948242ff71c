import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { finding } from "#model/findings/finding.ts";
import type { TrailEntry } from "#model/findings/trail.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Options } from "#options/root.ts";
import type { SecurityEvent, Severity } from "#syslog/message.ts";
import { type Collector, Syslog, type SyslogPorts } from "#syslog/syslog.ts";
import { later } from "../beside/beside-control.ts";
import type { Observer } from "../beside/running.ts";
import { readOnce } from "./authority.ts";
import type { Level, Trail } from "./trail.ts";

/** Seconds. A collector that is away for less is not reported, because it may be starting. */
const PATIENCE = 60;

/** Sends all entries of the audit trail to the collector in the options; undefined without one. */
export function joinSyslog(
	trail: Pick<Trail, "onEntry">,
	{ host, port, tls, ca }: Options["syslog"],
	tell: Tell,
	ports: Pick<SyslogPorts, "after" | "now" | "random"> = OURS,
): (Observer & { close(): Promise<void> }) | undefined {
	if (host === undefined) return undefined;
	const collector: Collector = { host, port, ...(tls && { tls: ca === undefined ? {} : { ca: readOnce(ca) } }) };
	let since: number | undefined = ports.now();
	const syslog = new Syslog(collector, {
		...ports,
		sender: { host: hostname(), app: "solar-heating", process: randomBytes(4).toString("hex") },
		heard(cause) {
			since = cause === undefined ? undefined : (since ?? ports.now());
			if (cause === undefined) tell(notice("info", "syslog_connected", { host, port }));
			else tell(notice("warning", "syslog_unreachable", { host, port, cause }));
		},
	});
	trail.onEntry((entry, level, text) => syslog.send(eventOf(entry, level, text)));
	return {
		findings() {
			const { cause, waiting } = syslog.standing();
			if (cause === undefined || since === undefined || ports.now() - since < PATIENCE) return [];
			return [finding("warning", "syslog_unreachable", { host, port, cause, waiting })];
		},
		close: () => syslog.close(),
	};
}

const SEVERITY: Readonly<Record<Level, Severity>> = { info: "notice", warning: "warning", error: "error" };
const ALERTS: ReadonlySet<string> = new Set([
	"broker_alert",
	"audit_trail_broken",
	"audit_trail_anew",
	"kept_data_removed",
]);

function eventOf(
	{ at, source, actor, what, facts }: TrailEntry,
	level: Level,
	text: string | undefined,
): SecurityEvent {
	return {
		at,
		severity: ALERTS.has(what) ? "alert" : SEVERITY[level],
		id: what,
		data: { source, ...(actor !== undefined && { actor }), ...facts },
		text: text ?? [what, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(" "),
	};
}

const OURS: Pick<SyslogPorts, "after" | "now" | "random"> = {
	after: later,
	now: () => performance.now() / 1000,
	random: Math.random,
};
