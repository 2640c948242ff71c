import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startsIn } from "#control/interlock.ts";
import { remembered } from "#control/memories.ts";
import type { AnyRule } from "#control/rule.ts";
import { type InForce, inForce, type Override } from "#control/settings.ts";
import type { Effect } from "#control/settle.ts";
import { firstState, type State } from "#control/step.ts";
import * as energy from "#energy/index.ts";
import { type Notice, notice, type Tell } from "#model/decision.ts";
import { type Finding, finding, type Problem, problem } from "#model/finding.ts";
import type { Intent, Job, Mode } from "#model/intent.ts";
import { AT_REST, type OutputState, type OutputStates } from "#model/output.ts";
import { emptyPlant, type Output, type Plant } from "#model/plant.ts";
import type { Sample } from "#model/reading.ts";
import type { Snapshot } from "#model/snapshot.ts";
import { instant, seconds } from "#model/units.ts";
import type { Credentials } from "#options/credentials.ts";
import { type Parsed, parse } from "#options/parse.ts";
import { devicesOf, driverOptions, plantOf, settingsOf } from "#options/plant-of.ts";
import type { Options } from "#options/root.ts";
import * as rules from "#rules/index.ts";
import { type Clock, clock } from "#runtime/clock.ts";
import { type Devices, type DevicesPorts, openDevices } from "#runtime/devices.ts";
import { Keeper, MODE, type Saving, STARTS } from "#runtime/keeper.ts";
import { Loop } from "#runtime/loop.ts";
import { narrate } from "#runtime/narrate.ts";
import { pauseAt } from "#runtime/pause.ts";
import { openStore, type Store } from "#store/store.ts";

export const ALL_RULES: readonly AnyRule[] = [...Object.values(rules), ...Object.values(energy)];

/** How long the first turn waits for the first readings; boards that can be read back keep their state as long. */
const FIRST_READINGS = seconds(10);
/** A turn older than this many periods, and than this many seconds, means that the loop hangs. */
const ALIVE_PERIODS = 5;
const ALIVE_SECONDS = 10;

export interface AppConfig {
	readonly parsed: Parsed;
	/** What is known of the login at the start, where that does not change. */
	readonly login?: Credentials;
	/** Where everything is kept that has to outlive the process. */
	readonly folder: string;
	readonly tell: Tell;
	/** For a simulated plant: how many seconds pass in one. */
	readonly speed?: number;
}

/** The running controller, as the commands and the broker's side see it. */
export interface App {
	readonly plant: Plant;
	/** Absent while the options are invalid. */
	readonly options?: Options;
	readonly store: Store;
	readonly clock: Clock;
	snapshot(): Snapshot | undefined;
	/** What the drivers read last, in the order of `plant.sensors`. */
	samples(): readonly (Sample | undefined)[];
	ask(intent: Intent): Promise<Problem | undefined>;
	alive(): boolean;
	/** Called with every finished turn. A view that throws is left alone after one complaint. */
	onTurn(view: (snapshot: Snapshot) => void): void;
	/** Something that the app knows of itself, asked at every turn. */
	addFindings(source: () => readonly Finding[]): void;
	/** How a job is begun that a person may ask for; it says why where it cannot be. */
	onJob(name: Job, begin: () => Problem | undefined): void;
	/** Resolves when the first turn is done. */
	readonly started: Promise<void>;
	/** Resolves with the exit code when the loop has ended and every output is at rest. */
	readonly ended: Promise<number>;
	stop(): void;
}

/** Opens devices and store and turns the loop. Needs no network, and comes back before the first turn. */
export function openApp({ parsed, login, folder, tell, speed = 1 }: AppConfig): App {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const store = openStore(folder, tell);
	const saved = store.load();
	const options = parsed.kind === "valid" ? parsed.options : undefined;
	const timeZone = options?.site.time_zone;
	const time = clock({
		start: saved.running ?? instant(0),
		speed,
		...(timeZone === undefined ? {} : { time_zone: timeZone }),
	});
	const plant = options === undefined ? emptyPlant() : plantOf(options);
	const period = options?.turn ?? seconds(1);
	let loop: Loop | undefined;
	const turns = () => {
		const until = seconds(((loop?.schedule.until ?? 0) / 1000) * speed);
		return { until, period };
	};
	const devices = devicesFor({ options, plant, time, tell, outputs: saved.outputs, speed, turns });

	const sources: (() => readonly Finding[])[] = [
		devices.findings,
		() => store.findings(),
		() => standing(parsed, login),
	];
	const views: ((snapshot: Snapshot) => void)[] = [narrator(tell)];
	const inOptions = options === undefined ? {} : settingsOf(options);
	const wanted = (options ?? lastValid(folder))?.system_mode ?? "auto";
	const stored = options === undefined ? [] : saved.overrides;
	const settings = inForce(
		ALL_RULES,
		inOptions,
		stored.filter((o) => o.rule !== MODE.rule),
	);
	for (const said of [...settingNotices(settings), ...modeNotices(stored, wanted)]) tell(said);
	const save = options === undefined ? modeAlone(store, saved.overrides) : store.save.bind(store);
	const keeper = new Keeper(ALL_RULES, plant, inOptions, wanted, save);
	const state = firstState(
		modeIn(saved.overrides, wanted),
		settings.settings,
		remembered(ALL_RULES, { ...saved.memories, ...saved.counters }),
		plant.outputs.map(() => AT_REST),
		startsIn(saved.memories[STARTS]),
	);

	const stop = new AbortController();
	let turnedAt = performance.now();
	const world = {
		sample: () => ({
			now: time.now(),
			wall: time.wall(),
			samples: devices.samples(),
			findings: sources.flatMap((s) => s()),
		}),
		actuate: (wants: Parameters<Devices["write"]>[0]) => devices.write(wants),
		keep: keeper.keep.bind(keeper),
		publish(snapshot: Snapshot) {
			turnedAt = performance.now();
			firstTurn.resolve();
			for (const view of views) view(snapshot);
		},
	};
	const firstTurn = Promise.withResolvers<void>();
	const queued: (() => void)[] = [];
	const ask = (intent: Intent): Promise<Problem | undefined> =>
		loop ? loop.ask(intent) : new Promise((answer) => queued.push(() => loop?.ask(intent).then(answer)));
	const jobs = new Map<Job, () => Problem | undefined>();
	const begin = (name: Job) => {
		const job = jobs.get(name);
		return job === undefined ? problem(name, "a job", "It takes a broker to be connected to.") : job();
	};

	async function run(): Promise<number> {
		if (parsed.kind === "invalid") await restLastValid(folder, time, tell, saved.outputs);
		else remember(folder, parsed.options, tell);
		const adopted = await adopt(devices, stop.signal);
		loop = new Loop(
			world,
			plant,
			ALL_RULES,
			{ ...state, outputs: outputsFrom(adopted, state) },
			inOptions,
			seconds(period / speed),
		);
		for (const ask of queued) ask();
		await loop.run(stop.signal);
		return 0;
	}

	let last: Snapshot | undefined;
	const failed = (bug: unknown) => crashed(bug, tell);
	const ended = run()
		.catch(failed)
		.then(async (code) => {
			const rested = await devices.rest();
			last = loop?.snapshot && { ...loop.snapshot, outputs: atRest(loop.snapshot.outputs, rested) };
			keeper.finish();
			await devices.close();
			return code;
		});
	return {
		plant,
		...(options && { options }),
		store,
		clock: time,
		snapshot: () => last ?? loop?.snapshot,
		samples: () => devices.samples(),
		ask: async (intent) => (await ask(intent)) ?? (intent.kind === "job" ? begin(intent.name) : undefined),
		alive: () => performance.now() - turnedAt < Math.max(ALIVE_SECONDS, (ALIVE_PERIODS * period) / speed) * 1000,
		onTurn: (view) => views.push(guarded(view, undefined, tell)),
		onJob: (name, job) => jobs.set(name, job),
		addFindings: (source) => sources.push(guarded(source, [], tell)),
		started: firstTurn.promise,
		ended,
		stop: () => stop.abort(),
	};
}

export interface DevicesFor {
	readonly options: Options | undefined;
	readonly plant: Plant;
	readonly time: Clock;
	readonly tell: Tell;
	/** How the outputs stood when they were last saved, by id. */
	readonly outputs: Readonly<Record<string, OutputState>>;
	readonly speed?: number;
	readonly turns?: NonNullable<DevicesPorts["turns"]>;
}

/** Opens what the options name. */
export function devicesFor({ options, plant, time, tell, outputs, speed = 1, turns }: DevicesFor): Devices {
	const groups = options === undefined ? {} : driverOptions(options);
	const buses = (options === undefined ? [] : devicesOf(options)).map(({ bus, driver, device, channels }) => ({
		id: bus,
		device: driver.open(device, channels, groups[driver.scheme] ?? {}, { tell, now: time.now }),
	}));
	const last = ({ id }: Output) => outputs[id]?.actual ?? outputs[id]?.wanted;
	return openDevices(plant, buses, { now: time.now, tell, pause: pauseAt(speed), last, ...(turns && { turns }) });
}

/** The first turn decides on readings, not on their absence: it waits for them, and for the boards, but not for ever. */
async function adopt(devices: Devices, signal: AbortSignal): Promise<readonly Effect[]> {
	const [adopted] = await Promise.all([devices.adopt(), firstReadings(devices, signal)]);
	return adopted;
}

async function firstReadings(devices: Devices, signal: AbortSignal): Promise<void> {
	const until = performance.now() + FIRST_READINGS * 1000;
	const pause = pauseAt(1);
	while (!devices.tried() && performance.now() < until && !signal.aborted) await pause(seconds(0.005), signal);
}

/** What a board says of itself at the start is what was wanted last, as far as anybody knows. */
const outputsFrom = (adopted: readonly Effect[], { outputs }: State): OutputStates =>
	outputs.map((state, i) => {
		const actual = adopted[i]?.actual;
		return actual === undefined ? state : { ...state, wanted: actual, actual };
	});

const atRest = (outputs: OutputStates, rested: readonly Effect[]): OutputStates =>
	outputs.map(({ wanted }, i) => ({ wanted: rested[i]?.actual ?? wanted, ...rested[i] }));

/** What was chosen at run time counts until the options page says something new. */
function modeIn(overrides: readonly Override[], wanted: Mode): Mode {
	const chosen = overrides.find((o) => o.rule === MODE.rule && o.field === MODE.field && o.replaced === wanted);
	return chosen?.value === "off" || chosen?.value === "auto" ? chosen.value : wanted;
}

const modeNotices = (overrides: readonly Override[], wanted: Mode): readonly Notice[] =>
	overrides
		.filter((o) => o.rule === MODE.rule)
		.map(({ value, replaced }) =>
			replaced === wanted
				? notice("info", "setting_kept", { path: "system_mode", value, replaced })
				: notice("info", "setting_dropped", { path: "system_mode" }),
		);

/** Invalid options know of no setting and no latch: what is saved of those waits for valid ones. The mode goes on. */
const modeAlone =
	(store: Store, before: readonly Override[]) =>
	({ overrides }: Saving): void => {
		if (overrides !== undefined)
			store.save({ overrides: [...before.filter((o) => o.rule !== MODE.rule), ...overrides] });
	};

const settingNotices = ({ overrides, dropped }: InForce): readonly Notice[] => [
	...overrides.map((o) =>
		notice("info", "setting_kept", { path: `${o.rule}.${o.field}`, value: o.value, replaced: o.replaced }),
	),
	...dropped.map((o) => notice("info", "setting_dropped", { path: `${o.rule}.${o.field}` })),
];

/** What is wrong from the start, and stays so until the options change. */
const standing = (parsed: Parsed, login: Credentials | undefined): readonly Finding[] => [
	...(parsed.kind === "invalid" ? [finding("alarm", "options_invalid", { problems: parsed.problems.length })] : []),
	...(login?.kind === "required" ? [finding("alarm", "mqtt_credentials_required", { why: login.why })] : []),
];

function narrator(tell: Tell): (snapshot: Snapshot) => void {
	let before: Snapshot | undefined;
	return guarded(
		(snapshot) => {
			const last = before;
			before = snapshot;
			for (const said of narrate(last, snapshot)) tell(said);
		},
		undefined,
		tell,
	);
}

/** A view is no part of control: its bug is told once, and the loop goes on. */
function guarded<A extends readonly unknown[], R>(
	view: (...seen: A) => R,
	otherwise: R,
	tell: Tell,
): (...seen: A) => R {
	let broken = false;
	return (...seen) => {
		try {
			return view(...seen);
		} catch (bug) {
			if (!broken) tell(notice("error", "view_failed", { text: `Something could not be shown: ${String(bug)}` }));
			broken = true;
			return otherwise;
		}
	};
}

function crashed(bug: unknown, tell: Tell): number {
	const text = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
	tell(notice("error", "control_failed", { text: `The control loop failed, so every output goes to rest: ${text}` }));
	return 1;
}

const LAST_VALID = "last-valid-options.json";

/** Kept without the broker's group: only what is needed to find the outputs again. */
function remember(folder: string, { mqtt: _, ...rest }: Options, tell: Tell): void {
	try {
		writeFileSync(join(folder, LAST_VALID), JSON.stringify(rest), { mode: 0o600 });
	} catch (failed) {
		tell(
			notice("warning", "options_not_kept", {
				text: `The valid options could not be kept for later: ${String(failed)}`,
			}),
		);
	}
}

/** Invalid options control nothing, so what the last valid ones controlled goes to rest. */
async function restLastValid(
	folder: string,
	time: Clock,
	tell: Tell,
	outputs: Readonly<Record<string, OutputState>>,
): Promise<void> {
	const options = lastValid(folder);
	if (options === undefined) return;
	const devices = devicesFor({ options, plant: plantOf(options), time, tell, outputs });
	await devices.rest();
	await devices.close();
}

/** The last options that were valid, without the broker's group. */
export function lastValid(folder: string): Options | undefined {
	try {
		const parsed = parse(JSON.parse(readFileSync(join(folder, LAST_VALID), "utf8")));
		return parsed.kind === "valid" ? parsed.options : undefined;
	} catch {
		return undefined;
	}
}
