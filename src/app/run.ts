import { setTimeout as pause } from "node:timers/promises";
import { seconds } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { remark } from "#model/sentences/sentence.ts";
import type { Watchdog } from "#runtime/watchdog/watchdog.ts";
import { openApp } from "./app.ts";
import { begin, type Guests, type Run } from "./begin.ts";
import { BesideControl } from "./beside/beside-control.ts";
import { loginMissing } from "./broker/parts.ts";
import { answerCommands, type Commands } from "./commands.ts";
import { lastValid } from "./control/last-valid.ts";
import { greet, secretsOpen } from "./greet.ts";
import { languageAt } from "./locale.ts";
import { supervisorIn } from "./login/origin.ts";
import { type Sourced, type SourceFlags, source } from "./login/source.ts";
import { complain, type Machine, NOT_FINE } from "./machine.ts";
import type { HttpFlags } from "./page/http.ts";
import { startEarlyParts, startParts } from "./parts.ts";
import { remarksIn } from "./words.ts";

export interface RunFlags extends SourceFlags, HttpFlags {
	readonly speed: number;
	readonly json?: boolean;
}

/** Runs the controller until it is stopped. */
export async function run(machine: Machine, flags: RunFlags): Promise<number> {
	return runWith(machine, flags, source(machine, flags), machine.out);
}

/** The same with options from elsewhere and another log. The demo uses this. */
export async function runWith(
	machine: Machine,
	flags: RunFlags,
	sourced: Sourced,
	out: NodeJS.WritableStream,
	guests: Guests = {},
): Promise<number> {
	const run = begin(machine, flags, sourced, out, guests);
	const { tell } = run;
	const commands = await answerCommands(run);
	if (commands.serving.kind === "taken") return anotherRuns(run);
	const watchdog = await watched(run);

	const { app, beside } = control(run, commands);
	app.observe("watchdog", { turned: watchdog.turned });
	const started = app.started.then(() => startParts(run, beside, commands));
	void started.then(({ whole }) => whole).then(() => machine.onStarted?.());

	const { code, rested } = await app.ended;
	run.stopping.abort();
	run.settled.resolve();
	// A stop may come before the first turn. Then no parts were started.
	const begun: Promise<unknown> = app.snapshot() === undefined ? Promise.resolve() : started;
	await inGoodTime(
		begun.then(() => beside.close()),
		tell,
	);
	app.store.close();
	await watchdog.close();
	tell(rested ? notice("info", "stopped") : notice("error", "stopped_not_at_rest"));
	await run.log.close();
	// After 0 the supervisor assumes a clean stop and does not run `rest`.
	return rested ? code : Math.max(code, NOT_FINE);
}

/** Opens and runs the loop, with the observers that are needed before the first turn. */
function control(run: Run, commands: Commands) {
	const { machine, flags, sourced, guests, observers, stopping, tell } = run;
	const { parsed, folder, login } = sourced;
	const before = lastValid(folder);
	const supervisor = supervisorIn(machine.env);
	const app = openApp({
		...{ parsed, folder, observers, speed: flags.speed, begins: guests.begins },
		...(loginMissing(sourced) && { login }),
		...(supervisor && { home_assistant: { url: `${supervisor.url}/core`, token: supervisor.token } }),
	});
	if (stopping.signal.aborted) app.stop();
	else stopping.signal.addEventListener("abort", app.stop);
	const beside = new BesideControl(app, tell);
	machine.onBug?.((bug) => beside.uncaught(bug));
	startEarlyParts(run, beside, commands);
	app.observe("secrets", { findings: () => secretsOpen(sourced) });
	greet(app, sourced, tell, before);
	return { app, beside };
}

async function anotherRuns({ machine, sourced, settled, log }: Run): Promise<number> {
	const word = remarksIn(languageAt(machine, sourced));
	complain(machine, word(remark("another_runs", { folder: sourced.folder })));
	settled.resolve();
	await log.close();
	return NOT_FINE;
}

/** Kills the process if the loop hangs. Starts before anything is opened that might hang or be switched. */
async function watched({ sourced, machine, flags, tell }: Run): Promise<Watchdog> {
	const { parsed } = sourced;
	const turn = parsed.kind === "valid" ? parsed.options.turn : 1;
	const { watchdog } = await import("#runtime/watchdog/watchdog.ts");
	return watchdog({ period: seconds(turn / flags.speed), env: machine.env, tell });
}

/** ms that the parts beside control have to end. */
const CLOSED_MS = 2000;

/** The outputs are at rest. Parts that do not end in time are abandoned. */
async function inGoodTime(closed: Promise<unknown>, tell: Tell): Promise<void> {
	const late = new AbortController();
	const leftBehind = pause(CLOSED_MS, undefined, { signal: late.signal }).then(
		() => tell(notice("warning", "left_behind")),
		() => undefined,
	);
	const bug = (failed: unknown) => tell(notice("error", "view_failed", { what: "closing", error: String(failed) }));
	await Promise.race([closed.catch(bug), leftBehind]);
	late.abort();
}
