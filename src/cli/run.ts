import { mkdirSync } from "node:fs";
import { notice, type Tell } from "#model/decision.ts";
import { finding, type Problem } from "#model/finding.ts";
import { tlsFiles } from "#mqtt/tls-files.ts";
import { serveControl } from "#runtime/control-socket.ts";
import { type Health, serveHealth } from "#runtime/health.ts";
import { installationId } from "#store/installation-id.ts";
import { type App, openApp } from "../app.ts";
import { VERSION } from "../version.ts";
import { controlHandlers } from "./control-handlers.ts";
import { logOf } from "./log-of.ts";
import { complain, type Machine, NOT_FINE } from "./machine.ts";
import { type Sourced, type SourceFlags, source } from "./source.ts";

export interface RunFlags extends SourceFlags {
	readonly healthPort: number;
	readonly healthHost: string;
	readonly speed: number;
	readonly json?: boolean;
}

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
	const first = Promise.withResolvers<void>();
	const { log, tell, redact, language } = logOf(sourced, flags.json ?? !machine.terminal, out, first.promise);
	let app: App | undefined;
	const serving = await serveControl(
		sourced.folder,
		controlHandlers(() => app, language),
		tell,
		redact.data,
	);
	if (serving.kind === "taken") {
		complain(
			machine,
			`Another controller runs on ${sourced.folder} already. Stop it first, or give --data another folder.`,
		);
		first.resolve();
		await log.close();
		return NOT_FINE;
	}
	if (serving.kind === "failed")
		tell(
			notice("warning", "control_socket_failed", {
				text: `Commands beside the running controller will not work: ${serving.why}`,
			}),
		);
	app = openApp({ parsed: sourced.parsed, login: sourced.login, folder: sourced.folder, tell, speed: flags.speed });
	machine.onStop(app.stop);
	greet(app, sourced, tell);
	const running = app;
	const beside = running.started.then(() => {
		first.resolve();
		joined(running);
		return besideControl(running, sourced, flags, tell);
	});
	const code = await running.ended;
	first.resolve();
	// A stop may come before the first turn: then there is nothing beside control.
	const { health, broker } = running.snapshot() === undefined ? {} : await beside;
	await Promise.all([broker?.close(), health?.close(), serving.kind === "serving" ? serving.close() : undefined]);
	running.store.close();
	tell(notice("info", "stopped"));
	await log.close();
	return code;
}

interface Beside {
	readonly health?: Health;
	readonly broker?: { close(): Promise<void> };
}

/** What control does not need, loaded after its first turn. */
async function besideControl(
	app: App,
	sourced: Sourced,
	{ healthPort, healthHost }: RunFlags,
	tell: Tell,
): Promise<Beside> {
	const health =
		healthPort === 0
			? {}
			: {
					health: serveHealth(
						{ port: healthPort, host: healthHost, alive: () => ({ ok: app.alive(), facts: {} }) },
						tell,
					),
				};
	const { options } = app;
	const { login, folder } = sourced;
	if (options === undefined || login.kind === "required") return health;
	const files = options.mqtt.tls ? tlsFiles(options.mqtt) : undefined;
	if (files?.kind === "unreadable") {
		tell(problemNotice(files.problem));
		app.addFindings(() => [finding("alarm", "mqtt_files_unreadable", { path: files.problem.path })]);
		return health;
	}
	const { brokerOf, houseOf, joinBroker } = await import("../app-broker.ts");
	const installation = installationId(folder, tell);
	app.addFindings(() => installation.findings);
	const house = houseOf(options, installation.id);
	return { ...health, broker: joinBroker(app, brokerOf(options, login.login, files?.tls, house), house, tell) };
}

function greet(app: App, { parsed, login, complaints, from }: Sourced, tell: Tell): void {
	tell(
		notice("info", "started", {
			version: VERSION,
			sensors: app.plant.sensors.length,
			outputs: app.plant.outputs.length,
			from,
		}),
	);
	for (const p of [...complaints, ...(parsed.kind === "invalid" ? parsed.problems : [])]) tell(problemNotice(p));
	if (login.kind === "required") tell(notice("error", "mqtt_credentials_required", { text: login.text }));
}

const problemNotice = ({ path, value, remedy }: Problem) => notice("error", "options_problem", { path, value, remedy });
