import type { Intent, Job } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Finding, finding, type Problem } from "#model/findings/finding.ts";
import type { Origin } from "#model/findings/trail.ts";
import { emptyPlant, type Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import type { Tell } from "#model/sentences/notice.ts";
import { mend } from "#model/sentences/sentence.ts";
import type { Credentials } from "#options/credentials.ts";
import { besideIn, type Parsed } from "#options/parse.ts";
import { plantOf } from "#options/plant-of.ts";
import type { Options } from "#options/root.ts";
import { type Clock, clock } from "#runtime/clock.ts";
import type { Devices } from "#runtime/devices.ts";
import { Loop } from "#runtime/loop.ts";
import { openStore } from "#store/store.ts";
import type { Store } from "#store/store-contract.ts";
import { type Keeping, keepingIn } from "./control/awaited.ts";
import { atRest, devicesFor, outputsFrom, readInitialOutputs, restReached } from "./control/devices.ts";
import { LAST_VALID, type Rested, remember, restingLastValid, shownPlant } from "./control/last-valid.ts";
import { restoreState } from "./control/restore-state.ts";
import { crashed, guarded, narrator, recording, standing } from "./control/views.ts";
import { ALL_RULES } from "./rules.ts";

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
	/** Everything beside control uses these. Of invalid options they hold the valid part, if that names a broker. */
	readonly beside?: Options;
	/** What Home Assistant knows of: while the options are invalid, the plant of the last valid ones. Absent where those are lost. */
	readonly shown?: Plant;
	readonly store: Store;
	readonly clock: Clock;
	snapshot(): Snapshot | undefined;
	/** What the drivers read last, in the order of `plant.sensors`. */
	samples(): readonly (Sample | undefined)[];
	/** `origin` is for the record of what was asked. */
	ask(intent: Intent, origin?: Origin): Promise<Problem | undefined>;
	alive(): boolean;
	/** Called with every finished turn. A view that throws is left alone after one complaint. */
	onTurn(view: (snapshot: Snapshot) => void): void;
	/** Something that the app knows of itself, asked at every turn. */
	addFindings(source: () => readonly Finding[]): void;
	/** How a job is begun that a person may ask for; it says why where it cannot be. */
	onJob(name: Job, begin: () => Problem | undefined): void;
	/** Resolves when the first turn is done. */
	readonly started: Promise<void>;
	/** Resolves when the loop has ended and every output was driven to rest. */
	readonly ended: Promise<Ended>;
	stop(): void;
}

export interface Ended {
	/** Why the loop ended: 0 where it was asked to. */
	readonly code: number;
	/** True if no board reports a fault. */
	readonly rested: boolean;
}

/** Opens devices and store and turns the loop. Needs no network, and comes back before the first turn. */
export function openApp({ parsed, login, folder, tell, speed = 1 }: AppConfig): App {
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
	const shown = shownPlant(options, folder);
	const beside = besideIn(parsed);
	const period = options?.turn ?? seconds(1);
	let loop: Loop | undefined;
	const turns = () => {
		const until = seconds(((loop?.schedule.until ?? 0) / 1000) * speed);
		return { until, period };
	};
	const devices = devicesFor({ options, plant, time, tell, outputs: saved.outputs, speed, turns });

	/** Whether what the last valid options controlled came to rest, where those of today are invalid. */
	let lastRested: Rested = "rested";
	const queued: (() => void)[] = [];
	const stands = standing(parsed, login);
	const sources: (() => readonly Finding[])[] = [
		devices.findings,
		() => store.findings(),
		() => stands,
		() => (lastRested === "unknown" ? [finding("alarm", "rest_unknown", { file: LAST_VALID })] : []),
	];
	const history = recording(store, time, options?.history.days);
	const views: ((snapshot: Snapshot) => void)[] = [narrator(tell), guarded(history.turn, undefined, tell)];
	const ask = (intent: Intent): Promise<Problem | undefined> =>
		loop ? loop.ask(intent) : new Promise((answer) => queued.push(() => loop?.ask(intent).then(answer)));
	const keeping: Keeping = keepingIn({
		store,
		time,
		goOn: () => restoreState(store, options, plant, folder, tell),
		shift: devices.shift,
		change: (change) => loop?.change(change),
		ask: (intent) => void ask(intent),
		tell,
	});
	sources.push(keeping.findings.bind(keeping));
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
		keep: keeping.keep.bind(keeping),
		publish(snapshot: Snapshot) {
			turnedAt = performance.now();
			firstTurn.resolve();
			for (const view of views) view(snapshot);
		},
	};
	const firstTurn = Promise.withResolvers<void>();
	const jobs = new Map<Job, () => Problem | undefined>();
	const begin = (name: Job) => {
		const job = jobs.get(name);
		return job === undefined ? { path: name, value: mend("a_job"), remedy: mend("broker_needed") } : job();
	};

	/** What the last valid options controlled, where those of today are invalid. */
	let others: ReturnType<typeof restingLastValid> | undefined;
	async function run(): Promise<number> {
		if (parsed.kind === "invalid") {
			others = restingLastValid(folder, time, tell, saved.outputs);
			lastRested = await others.first;
		} else remember(folder, parsed.options, tell);
		const adopted = await readInitialOutputs(devices, stop.signal);
		loop = new Loop(
			world,
			plant,
			ALL_RULES,
			{ ...keeping.state, outputs: outputsFrom(adopted, keeping.state) },
			keeping.on_page,
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
			guarded(history.stop, undefined, tell)(last);
			keeping.finish();
			await devices.close();
			lastRested = (await others?.finish()) ?? lastRested;
			return { code, rested: restReached(plant, rested, tell) && lastRested === "rested" };
		});
	return {
		plant,
		...(options && { options }),
		...(beside && { beside }),
		...(shown && { shown }),
		store,
		clock: time,
		snapshot: () => last ?? loop?.snapshot,
		samples: () => devices.samples(),
		async ask(intent) {
			const refused = await ask(intent);
			if (refused === undefined) keeping.heard(intent);
			return refused ?? (intent.kind === "job" ? begin(intent.name) : undefined);
		},
		alive: () => performance.now() - turnedAt < Math.max(ALIVE_SECONDS, (ALIVE_PERIODS * period) / speed) * 1000,
		onTurn: (view) => views.push(guarded(view, undefined, tell)),
		onJob: (name, job) => jobs.set(name, job),
		addFindings: (source) => sources.push(guarded(source, [], tell)),
		started: firstTurn.promise,
		ended,
		stop: () => stop.abort(),
	};
}
