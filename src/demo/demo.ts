import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Writable } from "node:stream";
import type { Sourced } from "#app/login/source.ts";
import { complain, type Machine, NOT_FINE, USAGE } from "#app/machine.ts";
import { runWith } from "#app/run.ts";
import { remark } from "#model/sentences/sentence.ts";
import { within } from "#mqtt/wire/timer.ts";
import { credentials } from "#options/credentials.ts";
import { type Parsed, parse } from "#options/parse.ts";
import { createLog } from "#runtime/log/log.ts";
import { redactor } from "#runtime/log/redact.ts";
import { HOST } from "./broker/broker.ts";
import type { Door } from "./broker/commands.ts";
import { guardedBroker } from "./broker/guarded-broker.ts";
import { tryStrangers } from "./broker/strangers.ts";
import { demoOptions, type OwnPlant, ownPlant } from "./plant/own-plant.ts";
import { type Login, optionsFor, startOf } from "./plant/plant.ts";
import { beginsOn } from "./plant/plant-time.ts";
import { type Showing, show } from "./screen/show.ts";

export interface DemoFlags {
	readonly speed: number;
	readonly port: number;
	readonly minutes?: number;
	readonly data?: string;
	readonly json?: boolean;
	/** An options file with the plant to run. */
	readonly options?: string;
}

/**
 * A sensor counts as lost after 30 s without a reading. At this speed that is a pause of 50 ms, which a laptop under load
 * was measured to stay below; a slower machine may not. A higher speed could not be followed in the table.
 */
const FASTEST = 600;
/** Least seconds of the machine between two turns. */
const SHORTEST_TURN = 0.02;
/** Seconds within which everything must be running. */
const PATIENCE = 30;

/** The whole product with nothing but Node: a broker with logins, a simulated plant, and the real controller. */
export async function demo(machine: Machine, flags: DemoFlags): Promise<number> {
	if (flags.speed > FASTEST) {
		complain(
			machine,
			`--speed ${flags.speed} is too fast: a hitch of ${Math.round(30_000 / flags.speed)} ms on this machine would be 30 s without a reading for the controller, and its sensors would count as lost. Give at most ${FASTEST}.`,
		);
		return USAGE;
	}
	const own = flags.options === undefined ? undefined : ownPlant(machine, flags.options);
	if (flags.options !== undefined && own === undefined) return USAGE;
	const stop = new AbortController();
	machine.onStop(() => stop.abort());
	machine.out.on("error", () => stop.abort());
	const folder =
		flags.data === undefined ? mkdtempSync(join(tmpdir(), "solar-heating-demo-")) : resolve(machine.cwd, flags.data);
	try {
		return await onBroker(machine, flags, folder, stop, own);
	} finally {
		if (flags.data === undefined) rmSync(folder, { recursive: true, force: true });
	}
}

async function onBroker(
	machine: Machine,
	flags: DemoFlags,
	folder: string,
	stop: AbortController,
	own: OwnPlant | undefined,
): Promise<number> {
	const guarded = await guardedBroker(folder, flags.port);
	if (guarded.kind === "failed") {
		complain(
			machine,
			`The demo's broker cannot listen on ${HOST}:${flags.port} (${guarded.why}). Give --port another one, or 0 for any.`,
		);
		return NOT_FINE;
	}
	const { broker, app, door, announced } = guarded;
	try {
		const refusals = await tryStrangers(HOST, broker.port, door.username);
		const sourced = sourcedFor(app, door, flags.speed, folder, own);
		const told = { ...door, ...pumpIn(sourced.parsed) };
		const showing = show(machine, { ...flags, start: startOf(sourced.parsed) }, told, refusals);
		return await controlled({ machine, flags, sourced, stop, showing, door, announced });
	} finally {
		await broker.close();
	}
}

const zoneOf = (parsed: Parsed) => (parsed.kind === "valid" ? parsed.options.site.time_zone : undefined);

/** The pump that the visitor is shown how to hold. */
function pumpIn(parsed: Parsed): Pick<Door, "pump"> {
	const pump = parsed.kind === "valid" ? parsed.options.outputs.find(({ role }) => role === "pump") : undefined;
	return pump === undefined ? {} : { pump: pump.id };
}

function sourcedFor(app: Login, door: Door, speed: number, folder: string, own?: OwnPlant): Sourced {
	const parsed = parse(optionsFor(door.host, door.port, app, turnAt(speed)));
	return {
		parsed:
			own === undefined || parsed.kind === "invalid"
				? parsed
				: { ...parsed, options: demoOptions(own.options, parsed.options) },
		login: credentials(app.username, app.password),
		complaints: [],
		from: remark("from_demo").code,
		secrets: [app.password, door.password, ...(own?.secrets ?? [])],
		folder,
	};
}

interface Running {
	readonly machine: Machine;
	readonly flags: DemoFlags;
	readonly sourced: Sourced;
	readonly stop: AbortController;
	readonly showing: Showing;
	/** The login for the page. */
	readonly door: Door;
	readonly announced: Promise<void>;
}

/** Runs the controller like `run`, until it is stopped. */
async function controlled({ machine, flags, sourced, stop, showing, door, announced }: Running): Promise<number> {
	const { speed, minutes } = flags;
	const page = Promise.withResolvers<string | undefined>();
	const up = Promise.all([page.promise, announced]).then(([url]) => showing.up(url));
	const ended = Promise.withResolvers<void>();
	const late = lateness(up, ended.promise).then((isLate) => {
		if (isLate) stop.abort();
		return isLate;
	});
	const timer = minutes === undefined ? undefined : setTimeout(() => stop.abort(), minutes * 60_000);
	const inner: Machine = { ...machine, onStop: (end) => whenAborted(stop.signal, end) };
	try {
		await warmUp();
		const flagsOfRun = { httpPort: "any", httpHost: HOST, speed, json: true } as const;
		const guests = {
			...{ onlooker: { turned: showing.see }, login: door, served: page.resolve, guided: false },
			begins: beginsOn(startOf(sourced.parsed), zoneOf(sourced.parsed)),
		};
		const code = await runWith(inner, flagsOfRun, sourced, showing.log, guests);
		ended.resolve();
		return (await late) ? NOT_FINE : code;
	} finally {
		ended.resolve();
		clearTimeout(timer);
		await showing.end();
		if (await late) complain(machine, `The controller did not join the broker within ${PATIENCE} s.`);
	}
}

/**
 * Loads what a controller loads after its first turn. In a fast plant a tenth of a second is minutes, and sensors would
 * count as lost meanwhile.
 */
async function warmUp(): Promise<void> {
	await Promise.all([import("#app/broker/join.ts"), import("#app/page/join.ts")]);
	await (await import("#web/http/page.ts")).warmUp();
	const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
	const date = () => new Date();
	await createLog({ level: "error", json: true, out: nowhere, redact: redactor(() => []), date }).close();
}

/** Whether it took too long until everything was running. */
const lateness = (up: Promise<void>, ended: Promise<void>): Promise<boolean> =>
	within(
		PATIENCE,
		Promise.race([up, ended]).then(() => false),
		true,
	);

/** A longer turn in a fast plant saves the processor turns that are not shown. */
const turnAt = (speed: number) => Math.min(60, Math.max(1, speed * SHORTEST_TURN));

function whenAborted(signal: AbortSignal, run: () => void): void {
	if (signal.aborted) run();
	else signal.addEventListener("abort", run, { once: true });
}
