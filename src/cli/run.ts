import { mkdirSync } from "node:fs";
import { notice, type Tell } from "#model/decision.ts";
import { finding } from "#model/finding.ts";
import { serveControl } from "#runtime/control-socket.ts";
import { installationId } from "#store/installation-id.ts";
import { type App, openApp } from "../app.ts";
import type { BrokerSide } from "../app-broker.ts";
import { VERSION } from "../version.ts";
import { controlHandlers } from "./control-handlers.ts";
import { logOf } from "./log-of.ts";
import { complain, type Machine, NOT_FINE } from "./machine.ts";
import { problemNotice } from "./problem-notice.ts";
import { Soaking } from "./soaking.ts";
import { type Sourced, type SourceFlags, source } from "./source.ts";

export interface RunFlags extends SourceFlags {
	readonly healthPort: number;
	readonly healthHost: string;
	readonly speed: number;
	readonly json?: boolean;
}

const SETTLED_MS = 2000;
/** A connection is first used to say everything: in so many ms that is done. */
const SAID_MS = 300;

/** The controller, until somebody stops it. */
export async function run(machine: Machine, flags: RunFlags): Promise<number> {
	return runWith(machine, flags, source(machine, flags), machine.out);
}

/** The same with options from elsewhere, and with the log going somewhere else; what the demo is made of. */
export async function runWith(
	machine: Machine,
	flags: RunFlags,
	sourced: Sourced,
	out: NodeJS.WritableStream,
	joined: (app: App) => void = () => undefined,
): Promise<number> {
	mkdirSync(sourced.folder, { recursive: true, mode: 0o700 });
	const settled = Promise.withResolvers<void>();
	const { log, redact, language, ...said } = logOf(sourced, flags.json ?? !machine.terminal, out, settled.promise);
	const soaking = new Soaking(language, flags.speed);
	const tell = soaking.hearing(said.tell);
	let app: App | undefined;
	let stopping = false;
	machine.onStop(() => {
		stopping = true;
		app?.stop();
	});
	const handlers = { ...controlHandlers(() => app, language), ...soaking.handlers() };
	const serving = await serveControl(sourced.folder, handlers, tell, redact.data);
	if (serving.kind === "taken") {
		complain(machine, `Another controller runs on ${sourced.folder} already. Stop it, or give --data another folder.`);
		settled.resolve();
		await log.close();
		return NOT_FINE;
	}
	if (serving.kind === "failed") {
		const text = `Commands beside the running controller will not work: ${serving.why}`;
		tell(notice("warning", "control_socket_failed", { text }));
	}
	const { parsed, login, folder } = sourced;
	const missing = loginMissing(sourced) ? { login } : {};
	const running = soaking.app(openApp({ parsed, ...missing, folder, tell, speed: flags.speed }));
	app = running;
	if (stopping) running.stop();
	greet(running, sourced, tell);
	const beside = running.started.then(() => {
		joined(running);
		return besideControl(running, sourced, flags, tell, settled.resolve, (side) => soaking.broker(side));
	});
	const code = await running.ended;
	settled.resolve();
	// A stop may come before the first turn: then there is nothing beside control.
	const others = running.snapshot() === undefined ? [] : await beside;
	await Promise.all([...others, ...(serving.kind === "serving" ? [serving] : [])].map((one) => one.close()));
	running.store.close();
	tell(notice("info", "stopped"));
	await log.close();
	return code;
}

interface Closable {
	close(): Promise<void>;
}

/** What control does not need, loaded after its first turn: first the broker's side, which people wait for. */
async function besideControl(
	app: App,
	sourced: Sourced,
	flags: RunFlags,
	tell: Tell,
	settled: () => void,
	joined: (side: BrokerSide) => void,
): Promise<readonly Closable[]> {
	// A bug on the broker's side is no reason to stop controlling, or to say nothing of our health.
	const broker = await brokerSide(app, sourced, tell, settled).catch((bug: unknown) => {
		tell(notice("error", "view_failed", { text: `The broker's side could not be started: ${String(bug)}` }));
		return undefined;
	});
	if (broker !== undefined) joined(broker);
	const { healthPort: port, healthHost: host } = flags;
	if (broker === undefined) settled();
	if (port === 0) return broker === undefined ? [] : [broker];
	const { serveHealth } = await import("#runtime/health.ts");
	const health = serveHealth({ port, host, alive: () => ({ ok: app.alive(), facts: {} }) }, tell);
	return broker === undefined ? [health] : [broker, health];
}

async function brokerSide(
	app: App,
	sourced: Sourced,
	tell: Tell,
	settled: () => void,
): Promise<BrokerSide | undefined> {
	const { options } = app;
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
	const broker = joinBroker(app, accessOf(sourced, options), house, tell);
	// The log's library is loaded when the broker has answered, or did not in good time.
	broker.session.on(({ kind }) => kind === "connecting" || setTimeout(settled, SAID_MS).unref());
	setTimeout(settled, SETTLED_MS).unref();
	const { joinAudit } = await import("../app-audit.ts");
	const audit = joinAudit(app, broker, house, sourced.folder, tell);
	return {
		...broker,
		close() {
			audit.close();
			return broker.close();
		},
	};
}

/** There is no login, and nobody to ask for one while this process lives. */
const loginMissing = ({ login, origin, anonymous }: Sourced): boolean =>
	login.kind === "required" && (origin === undefined || origin.kind === "given") && anonymous !== true;

function greet(app: App, sourced: Sourced, tell: Tell): void {
	const { parsed, login, complaints, from } = sourced;
	tell(
		notice("info", "started", {
			version: VERSION,
			sensors: app.plant.sensors.length,
			outputs: app.plant.outputs.length,
			from,
		}),
	);
	for (const p of [...complaints, ...(parsed.kind === "invalid" ? parsed.problems : [])]) tell(problemNotice(p));
	if (loginMissing(sourced) && login.kind === "required")
		tell(notice("error", "mqtt_credentials_required", { text: login.text }));
}
