import { mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { notice, type Tell } from "#model/decision.ts";
import { type Finding, finding } from "#model/finding.ts";
import { remark } from "#model/sentence.ts";
import { seconds } from "#model/units.ts";
import { besideIn } from "#options/parse.ts";
import type { Options } from "#options/root.ts";
import { serveControl } from "#runtime/control-socket.ts";
import type { Watchdog } from "#runtime/watchdog.ts";
import { installationId } from "#store/installation-id.ts";
import { say } from "#texts/say.ts";
import { type App, openApp } from "../app.ts";
import type { BrokerSide } from "../app-broker.ts";
import { joinNotes } from "../app-notes.ts";
import { Trail } from "../app-trail.ts";
import { joinTrailProof } from "../app-trail-proof.ts";
import { nothingToDo } from "../app-views.ts";
import { lastValid } from "../last-valid.ts";
import { optionsChanged } from "../options-changed.ts";
import { VERSION } from "../version.ts";
import { Backups } from "./backups.ts";
import { BACKUPS } from "./broker-folder.ts";
import { controlHandlers } from "./control-handlers.ts";
import { type HttpFlags, type HttpSide, httpSide, type Lent } from "./http-side.ts";
import { languageAt } from "./locale.ts";
import { logOf } from "./log-of.ts";
import { complain, type Machine, NOT_FINE } from "./machine.ts";
import { supervisorIn } from "./origin.ts";
import { problemNotice } from "./problem-notice.ts";
import { calmWhileRotating } from "./rotating.ts";
import { Soaking } from "./soaking.ts";
import { languageOf, type Sourced, type SourceFlags, source } from "./source.ts";
import { trailHandlers } from "./trail-handlers.ts";
import { remarksIn } from "./words.ts";

export interface RunFlags extends SourceFlags, HttpFlags {
	readonly speed: number;
	readonly json?: boolean;
}

const SETTLED_MS = 2000;
/** A connection is first used to say everything: in so many ms that is done. */
const SAID_MS = 300;
/** What is beside control has so many ms to say goodbye. */
const CLOSED_MS = 2000;

/** The controller, until somebody stops it. */
export async function run(machine: Machine, flags: RunFlags): Promise<number> {
	return runWith(machine, flags, source(machine, flags), machine.out);
}

/** Who looks on, and comes in by a login that there is already. */
export interface Guests extends Pick<Lent, "login" | "served"> {
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
	const backups = new Backups(() => app, sourced.folder, tell);
	const handlers = {
		...controlHandlers(() => app, language),
		...soaking.handlers(),
		...backups.handlers(),
		...trailHandlers(() => app, trail),
		page: async () => ({ ingress: flags.ingressPeer !== undefined, url: http?.url() ?? null }),
	};
	const serving = await serveControl(sourced.folder, handlers, tell, redact.data);
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
	const running = trail.app(opened);
	app = running;
	running.onTurn(watchdog.turned);
	running.addFindings(() => [...backups.findings(), ...secretsOpen(sourced)]);
	if (stopping.signal.aborted) running.stop();
	joinNotes(running, languageOf(sourced), tell);
	greet(running, sourced, tell, before);
	joinTrailProof(running, tell);
	const lent = { ...guests, tell, redact, settled: settled.promise, stopping: stopping.signal };
	const beside = running.started.then(async () => {
		joined(running);
		const collector = await collected(running, trail, tell);
		await keptUp(running, machine);
		const broker = await besideControl(running, sourced, tell, settled.resolve);
		if (broker !== undefined) soaking.broker(broker);
		http = await httpSide(running, sourced, flags, lent);
		return [broker, http, collector].filter((side) => side !== undefined);
	});
	const { code, rested } = await running.ended;
	stopping.abort();
	settled.resolve();
	// A stop may come before the first turn: then there is nothing beside control.
	const others = running.snapshot() === undefined ? Promise.resolve([]) : beside;
	const closed = others.then((all) =>
		Promise.all([...all, ...(serving.kind === "serving" ? [serving] : [])].map((one) => one.close())),
	);
	await inGoodTime(closed, tell);
	running.store.close();
	await watchdog.close();
	tell(rested ? notice("info", "stopped") : notice("error", "stopped_not_at_rest"));
	await log.close();
	return code;
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
	const { joinSyslog } = await import("../app-syslog.ts");
	return joinSyslog(app, trail, syslog, tell);
}

/** Only Home Assistant knows of newer versions. */
async function keptUp(app: App, { env }: Machine): Promise<void> {
	const supervisor = supervisorIn(env);
	if (supervisor !== undefined) (await import("../app-outdated.ts")).joinOutdated(app, supervisor);
}

/** A loop that hangs ends the process. Begins before anything is opened that might hang, or be switched. */
async function watched({ parsed }: Sourced, { env }: Machine, speed: number, tell: Tell): Promise<Watchdog> {
	const turn = parsed.kind === "valid" ? parsed.options.turn : 1;
	return (await import("#runtime/watchdog.ts")).watchdog({ period: seconds(turn / speed), env, tell });
}

/** What control does not need and people wait for: loaded after its first turn. */
async function besideControl(
	app: App,
	sourced: Sourced,
	tell: Tell,
	settled: () => void,
): Promise<BrokerSide | undefined> {
	// A bug on the broker's side is no reason to stop controlling, or to say nothing of our health.
	const broker = await brokerSide(app, sourced, tell, settled).catch((bug: unknown) => {
		tell(notice("error", "view_failed", { text: `The broker's side could not be started: ${String(bug)}` }));
		return undefined;
	});
	if (broker === undefined) settled();
	return broker;
}

async function brokerSide(
	app: App,
	sourced: Sourced,
	tell: Tell,
	settled: () => void,
): Promise<BrokerSide | undefined> {
	const { beside: options } = app;
	if (options === undefined) return undefined;
	if (loginMissing(sourced)) {
		const { host, port, username } = options.mqtt;
		app.addFindings(() => [finding("info", "broker", { state: "credentials_required", host, port, user: username })]);
		return undefined;
	}
	const [{ houseOf, joinBroker }, { accessOf }] = await Promise.all([
		import("../app-broker.ts"),
		import("./access.ts"),
	]);
	const installation = installationId(sourced.folder, tell);
	app.addFindings(() => installation.findings);
	const house = houseOf(options, installation.id);
	const broker = joinBroker(app, accessOf(sourced, options), house, calmWhileRotating(sourced.origin, tell));
	// The log's library is loaded when the broker has answered, or did not in good time.
	broker.session.on(({ kind }) => kind === "connecting" || setTimeout(settled, SAID_MS).unref());
	setTimeout(settled, SETTLED_MS).unref();
	const { joinAudit } = await import("../app-audit.ts");
	const audit = joinAudit(app, broker, house, sourced.folder, tell);
	const watch = options.watch.enabled ? await brokerWatch(app, broker, options, sourced, tell) : undefined;
	return {
		...broker,
		close() {
			audit.close();
			watch?.close();
			return broker.close();
		},
	};
}

/** Loaded only where the owner wants it. */
async function brokerWatch(app: App, broker: BrokerSide, { watch }: Options, sourced: Sourced, tell: Tell) {
	const [{ joinWatch }, { ownProbes }] = await Promise.all([import("../app-watch.ts"), import("./own-probes.ts")]);
	const { folder } = sourced;
	return joinWatch(app, broker, {
		watch,
		folder,
		language: languageOf(sourced),
		own: ownProbes(folder, BACKUPS),
		tell,
	});
}

/** A password that everybody here can read is nobody's secret, and goes on working. */
const secretsOpen = ({ exposed = [] }: Sourced): readonly Finding[] =>
	exposed.length === 0 ? [] : [finding("warning", "secret_readable", { files: exposed.join(" ") })];

/** On a terminal, and in the log that Home Assistant shows of its apps. */
const readByPeople = ({ terminal, env }: Machine): boolean => terminal || Boolean(env["SUPERVISOR_TOKEN"]);

/** There is no login, and nobody to ask for one while this process lives. Where nothing is known of the broker, nor is that. */
const loginMissing = ({ parsed, login, origin, anonymous }: Sourced): boolean =>
	besideIn(parsed) !== undefined &&
	login.kind === "required" &&
	(origin === undefined || origin.kind === "given") &&
	anonymous !== true;

/** Where it cannot be made, the store says so, and control goes on without. */
function made(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
	} catch {
		return;
	}
}

function greet(app: App, sourced: Sourced, tell: Tell, before: Options | undefined): void {
	const { parsed, login, complaints, from } = sourced;
	tell(
		notice("info", "started", {
			version: VERSION,
			sensors: app.plant.sensors.length,
			outputs: app.plant.outputs.length,
			from: say("en", "command", from),
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
