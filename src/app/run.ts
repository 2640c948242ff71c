import { mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type Finding, finding } from "#model/findings/finding.ts";
import { seconds } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { remark } from "#model/sentences/sentence.ts";
import { caught } from "#model/untyped/caught.ts";
import type { Options } from "#options/root.ts";
import { serveControl } from "#runtime/socket/control-socket.ts";
import type { Watchdog } from "#runtime/watchdog/watchdog.ts";
import { sayAny } from "#texts/say.ts";
import { backups } from "./answers/backups.ts";
import { controlHandlers } from "./answers/control-handlers.ts";
import { Soaking } from "./answers/soaking.ts";
import { type App, openApp } from "./app.ts";
import { BesideControl } from "./beside.ts";
import { brokerParts, loginMissing } from "./broker/parts.ts";
import { contained } from "./contained.ts";
import { keptHere } from "./control/kept-here.ts";
import { lastValid } from "./control/last-valid.ts";
import { joinNotes } from "./control/notes.ts";
import { optionsChanged } from "./control/options-changed.ts";
import { nothingToDo } from "./control/views.ts";
import { languageAt } from "./locale.ts";
import { logOf } from "./log-of.ts";
import { supervisorIn } from "./login/origin.ts";
import { problemNotice } from "./login/problem-notice.ts";
import { languageOf, type Sourced, type SourceFlags, source } from "./login/source.ts";
import { complain, type Machine, NOT_FINE } from "./machine.ts";
import { type HttpFlags, type HttpPorts, type HttpSide, httpSide } from "./page/http.ts";
import { trailHandlers } from "./trail/handlers.ts";
import { joinTrailProof } from "./trail/proof.ts";
import { Trail } from "./trail/trail.ts";
import { VERSION } from "./version.ts";
import { remarksIn } from "./words.ts";

export interface RunFlags extends SourceFlags, HttpFlags {
	readonly speed: number;
	readonly json?: boolean;
}

/** ms that the parts beside control have to end. */
const CLOSED_MS = 2000;

/** The controller, until somebody stops it. */
export async function run(machine: Machine, flags: RunFlags): Promise<number> {
	return runWith(machine, flags, source(machine, flags), machine.out);
}

/** Who looks on, and comes in by a login that there is already. */
export interface Guests extends Pick<HttpPorts, "login" | "served"> {
	/** The first turn is done. */
	readonly joined?: (app: App) => void;
}

/** The same with options from elsewhere, and with the log going somewhere else; what the demo is made of. */
export async function runWith(
	machine: Machine,
	flags: RunFlags,
	sourced: Sourced,
	out: NodeJS.WritableStream,
	{ joined = () => undefined, ...guests }: Guests = {},
): Promise<number> {
	made(sourced.folder);
	const settled = Promise.withResolvers<void>();
	const { log, redact, language, ...said } = logOf(sourced, flags.json ?? !readByPeople(machine), out, settled.promise);
	const soaking = new Soaking(language, flags.speed);
	const trail = new Trail({ clean: redact.data });
	const tell = trail.hearing(soaking.hearing(said.tell));
	let app: App | undefined;
	const stopping = new AbortController();
	machine.onStop(() => {
		stopping.abort();
		app?.stop();
	});
	let http: HttpSide | undefined;
	const backup = backups(() => app, sourced.folder, tell);
	const handlers = {
		...controlHandlers(() => app, language),
		...soaking.handlers(),
		...backup.handlers,
		...trailHandlers(() => app, trail),
		page: async () => ({ ingress: flags.ingressPeer !== undefined, url: http?.url() ?? null }),
	};
	const serving = await serveControl(sourced.folder, handlers, tell, { clean: redact.data, word: remarksIn("en") });
	if (serving.kind === "taken") {
		const word = remarksIn(languageAt(machine, sourced));
		complain(machine, word(remark("another_runs", { folder: sourced.folder })));
		settled.resolve();
		await log.close();
		return NOT_FINE;
	}
	if (serving.kind === "failed") {
		const text = `Commands beside the running controller will not work: ${serving.why}`;
		tell(notice("warning", "control_socket_failed", { text }));
	}
	const watchdog = await watched(sourced, machine, flags.speed, tell);
	const { parsed, login, folder } = sourced;
	const missing = loginMissing(sourced) ? { login } : {};
	const before = lastValid(folder);
	const opened = soaking.app(openApp({ parsed, ...missing, folder, tell, speed: flags.speed }));
	const kept = keptHere(folder, tell, {
		listen: async () => serving.kind === "serving" && serving.again(),
		replaced: () => opened.store.replaced,
	});
	const running = trail.app(opened);
	app = running;
	running.onTurn(watchdog.turned);
	running.addFindings(() => [...backup.findings(), ...kept.findings(), ...secretsOpen(sourced)]);
	if (stopping.signal.aborted) running.stop();
	joinNotes(running, languageOf(sourced), tell);
	greet(running, sourced, tell, before);
	const beside = new BesideControl(running, tell);
	const ports = { ...guests, beside, tell, redact, settled: settled.promise, stopping: stopping.signal };
	machine.onBug?.((bug) => beside.uncaught(bug));
	const begun = running.started.then(async () => {
		contained(() => joined(running));
		await beside.start("audit_trail", async (app) => joinTrailProof(app, tell));
		await beside.start("syslog", (app) => collected(app, trail, tell));
		await beside.start("updates", (app) => keptUp(app, machine));
		await brokerParts(running, sourced, { beside, soaking, tell, settled: settled.resolve });
		await beside.start("http", async (app) => {
			http = await httpSide(app, sourced, flags, ports);
			return http;
		});
	});
	const { code, rested } = await running.ended;
	kept.close();
	stopping.abort();
	settled.resolve();
	// A stop may come before the first turn: then there is nothing beside control.
	const sides = [beside, ...(serving.kind === "serving" ? [serving] : [])];
	const started = running.snapshot() === undefined ? Promise.resolve() : begun;
	await inGoodTime(
		started.then(() => Promise.all(sides.map((one) => one.close()))),
		tell,
	);
	running.store.close();
	await watchdog.close();
	tell(rested ? notice("info", "stopped") : notice("error", "stopped_not_at_rest"));
	await log.close();
	// With 0 the supervisor takes the stop for one in good order, and runs no `rest`.
	return rested ? code : Math.max(code, NOT_FINE);
}

/** Outputs rest by now: what is beside control and does not end is left behind. */
async function inGoodTime(closed: Promise<unknown>, tell: Tell): Promise<void> {
	const late = new AbortController();
	const leftBehind = pause(CLOSED_MS, undefined, { signal: late.signal }).then(
		() => tell(notice("warning", "left_behind")),
		() => undefined,
	);
	const bug = (failed: unknown) =>
		tell(notice("error", "view_failed", { text: `Not everything was closed: ${failed}` }));
	await Promise.race([closed.catch(bug), leftBehind]);
	late.abort();
}

/** Loaded only where the owner named a collector; a bug there is no reason to stop controlling. */
async function collected(app: App, trail: Trail, tell: Tell) {
	const syslog = app.beside?.syslog;
	if (syslog?.host === undefined) return undefined;
	const { joinSyslog } = await import("./trail/syslog.ts");
	return joinSyslog(app, trail, syslog, tell);
}

/** Only Home Assistant knows of newer versions. */
async function keptUp(app: App, { env }: Machine): Promise<undefined> {
	const supervisor = supervisorIn(env);
	if (supervisor !== undefined) (await import("./outdated.ts")).joinOutdated(app, supervisor);
}

/** A loop that hangs ends the process. Begins before anything is opened that might hang, or be switched. */
async function watched({ parsed }: Sourced, { env }: Machine, speed: number, tell: Tell): Promise<Watchdog> {
	const turn = parsed.kind === "valid" ? parsed.options.turn : 1;
	return (await import("#runtime/watchdog/watchdog.ts")).watchdog({ period: seconds(turn / speed), env, tell });
}

/** A password that every user can read is not secret. It is still used. */
const secretsOpen = ({ exposed = [] }: Sourced): readonly Finding[] =>
	exposed.length === 0 ? [] : [finding("warning", "secret_readable", { files: exposed.join(" ") })];

/** On a terminal, and in the log that Home Assistant shows of its apps. */
const readByPeople = ({ terminal, env }: Machine): boolean => terminal || Boolean(env["SUPERVISOR_TOKEN"]);

/** Where it cannot be made, the store says so, and control goes on without. */
const made = (folder: string) => caught(() => mkdirSync(folder, { recursive: true, mode: 0o700 }), undefined);

function greet(app: App, sourced: Sourced, tell: Tell, before: Options | undefined): void {
	const { parsed, login, complaints, from } = sourced;
	tell(
		notice("info", "started", {
			version: VERSION,
			sensors: app.plant.sensors.length,
			outputs: app.plant.outputs.length,
			from: sayAny("en", "command", from),
		}),
	);
	const changed = before === undefined || app.options === undefined ? [] : optionsChanged(before, app.options);
	if (changed.length > 0) tell(notice("info", "options_changed", { paths: changed.join(", ") }));
	for (const p of [...complaints, ...(parsed.kind === "invalid" ? parsed.problems : [])])
		tell(problemNotice(p, languageOf(sourced)));
	if (nothingToDo(parsed)) tell(notice("warning", "nothing_configured"));
	if (loginMissing(sourced) && login.kind === "required")
		tell(notice("error", "mqtt_credentials_required", { text: login.text }));
}
