import { complain, type Machine, NOT_FINE, notFine } from "#app/machine.ts";
import { carryOut, type Outcome, type Ports, recover, takeBack, unchanged } from "#broker/change/carry-out.ts";
import { foreseen, remarksOn } from "#broker/change/foreseen.ts";
import { confOf } from "#broker/conf/conf.ts";
import { linesOf } from "#broker/conf/lost.ts";
import { pathFlaw } from "#broker/conf/path-settings.ts";
import { onDisk, type Place, placeOf } from "#broker/conf/place.ts";
import { alone } from "#broker/files/alone.ts";
import { bugOf, step, type Trouble } from "#broker/files/trouble.ts";
import type { Plan, Refusal } from "#broker/plans/plan.ts";
import { untriedAt } from "#broker/running/certified.ts";
import { reload, restart, usualRestart } from "#broker/running/restart.ts";
import { outdated, standing } from "#broker/running/standing.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { inside, phrase, remark, type Sentence } from "#model/sentences/sentence.ts";
import { errorCode } from "#model/untyped/error-code.ts";
import type { BrokerFlags, Calling } from "./plan.ts";
import { changeIn, enter } from "./recorded.ts";
import { rehearse, report } from "./told.ts";
import { refuse, troubleText, wordAt } from "./words.ts";

export type { BrokerFlags };

/**
 * The frame of every command that changes a broker: finds it, finishes a change that a power cut interrupted, shows the
 * difference, tries, backs up, changes, proves, and rolls back if the proof fails.
 */
export async function change(
	machine: Machine,
	flags: BrokerFlags,
	planned: (place: Place) => Promise<Plan | Refusal>,
): Promise<number> {
	const place = await placeOf(flags.config, machine.env);
	const calling = { machine, flags, word: wordAt(machine, flags) };
	if ("code" in place) return refuse(machine, calling.word, elsewhere(machine) ?? place);
	const changing = () => changed(calling, place, planned);
	try {
		if (flags.dryRun) return await changing();
		return (await alone(flags.backups, changing)) ?? notFine(machine, calling.word(phrase("busy")));
	} catch (failed) {
		return notFine(machine, troubleText(calling.word, unchanged(failed).trouble));
	}
}

async function changed(
	calling: Calling,
	place: Place,
	planned: (place: Place) => Promise<Plan | Refusal>,
): Promise<number> {
	const { machine, flags, word } = calling;
	const starter = flags.restartWith ?? usualRestart();
	const ended = await resumed(calling, place, starter);
	if (ended !== undefined) return ended;
	flags.step?.("before plan");
	const plan = await planned(place);
	// A rollback works with any content of the file.
	const back = "why" in plan && plan.why === "rollback";
	const flaw = back ? undefined : pathFlaw(confOf(place.config, onDisk));
	if (flaw !== undefined) return refuse(machine, word, flaw);
	if ("remedy" in plan) return refuse(machine, word, ...plan.remedy);
	const { lost } = await linesOf(plan.files, configsOf(place));
	if (lost.length > 0 && !plan.takes_away) return losing(calling, lost);
	for (const remark of plan.doors === undefined ? [] : remarksOn(place, plan.files)) complain(machine, word(remark));
	if (flags.dryRun) return rehearse(calling, plan, place);
	if (plan.activate === "restart" && starter === undefined)
		return refuse(machine, word, phrase("say_restart"), phrase("nothing_changed"));
	return carriedOut(calling, place, plan, portsFor(flags, place, plan, starter));
}

/** A bug after the change must not lose the report of a change that is in force. */
async function carriedOut(calling: Calling, place: Place, plan: Plan, ports: Ports): Promise<number> {
	const outcome = await handed(plan, await begun(plan, ports), ports);
	const unfinished =
		(await step(ports, "end", async () => plan.end?.(outcome))) ?? (await stands(place, plan, outcome, ports));
	try {
		ports.step?.("before report");
		const untried = plan.doors === undefined ? [] : untriedAt(place);
		const code = await report(calling, { ...plan, untried }, outcome, unfinished);
		await entered(calling, changeIn(plan, outcome));
		return code;
	} catch (failed) {
		// A password that was not shown cannot be used.
		const lost = outcome.kind === "done" && plan.password !== undefined;
		const last = lost ? await takeBack(outcome.backup, ports, unshown(failed)) : outcome;
		await entered(calling, changeIn(plan, last));
		// The output is closed, so the message goes to where errors go.
		if (lost) await report({ ...calling, flags: { ...calling.flags, json: false } }, plan, last);
		else complain(calling.machine, troubleText(calling.word, bugOf(failed)));
		return NOT_FINE;
	}
}

/** If no file had to be changed, the promise is proven all the same. */
const stands = async (place: Place, plan: Plan, outcome: Outcome, ports: Ports): Promise<Trouble | undefined> =>
	outcome.kind === "nothing" && plan.nothing === undefined
		? step(ports, "prove", () => standing(place, plan))
		: undefined;

const configsOf = ({ config }: Place): ReadonlySet<string> =>
	new Set([config, ...confOf(config, onDisk).lines.map(({ file }) => file)]);

/** A change that removes more than requested is a mistake of ours. */
function losing({ machine, word }: Calling, lost: readonly string[]): number {
	complain(machine, word(phrase("would_lose_lines", { lines: lost.map((line) => `\n  ${line}`).join("") })));
	return notFine(machine, word(phrase("nothing_changed")));
}

/** The system's error code for why the output failed: a full disk, a closed pipe. */
function unshown(failed: unknown): Trouble {
	const cause = errorCode(failed);
	if (cause === undefined) return bugOf(failed);
	return { message: phrase("password_not_shown", { cause }), remedy: phrase("password_to_file") };
}

/** Undoes the change if its result cannot be delivered. */
async function handed(plan: Plan, outcome: Outcome, ports: Ports): Promise<Outcome> {
	if (outcome.kind !== "done" || plan.hand === undefined) return outcome;
	const trouble = await step(ports, "hand", plan.hand);
	return trouble === undefined ? outcome : takeBack(outcome.backup, ports, trouble);
}

/** A change that cannot be recorded is still made, and the command says so. */
async function entered({ machine, flags, word }: Calling, facts: Facts | undefined): Promise<void> {
	if (facts === undefined) return;
	const trouble = await step(flags, "trail", async () => {
		const trail = await enter(machine, flags, facts);
		if (typeof trail === "object") complain(machine, word(phrase("not_in_trail", inside("why", trail.why))));
		return undefined;
	});
	if (trouble !== undefined) {
		const why = remark("cause", { cause: word(trouble.message) });
		complain(machine, word(phrase("not_in_trail", inside("why", why))));
	}
}

async function begun(plan: Plan, ports: Ports): Promise<Outcome> {
	try {
		ports.step?.("before begin");
		const trouble = await plan.begin?.();
		ports.step?.("after begin");
		if (trouble !== undefined) return { kind: "refused", trouble };
	} catch (failed) {
		return unchanged(failed);
	}
	return carryOut(plan, ports);
}

function portsFor(
	{ backups, at, step }: BrokerFlags,
	place: Place,
	{ activate, prove, doors }: Pick<Plan, "activate" | "prove" | "doors">,
	starter: string | undefined,
): Ports {
	// A broker that rereads its files keeps serving.
	let down = 0;
	return {
		backups,
		now: () => new Date(),
		try: (files) => foreseen(place, files, doors),
		activate: async () => {
			if (activate === "reload" || starter === undefined) return reload(place);
			return restart(place, starter, (ms) => {
				down = ms;
			});
		},
		downtime: () => down,
		// Without a restart the old configuration stays in force.
		prove: async () => (activate === "restart" ? outdated(place) : undefined) ?? prove(),
		...(at && { at }),
		...(step && { step }),
	};
}

/** The result for a change that a power cut interrupted; undefined if there was none, or it is resolved. */
async function resumed(calling: Calling, place: Place, starter: string | undefined): Promise<number | undefined> {
	const { machine, flags, word } = calling;
	if (flags.dryRun) return undefined;
	const mended = await recover(portsFor(flags, place, { activate: "restart", prove: async () => undefined }, starter));
	if (mended === undefined) return undefined;
	if (mended.trouble !== undefined) {
		complain(machine, word(phrase("broken_off_stuck", { backup: mended.from })));
		complain(machine, troubleText(word, mended.trouble));
		return notFine(machine, word(phrase("way_out")));
	}
	complain(machine, word(phrase("broken_off_mended", { backup: mended.from })));
	await entered(calling, { change: "put-back", outcome: "done", backup: mended.from });
	return undefined;
}

/** In Home Assistant the broker is another app, whose files we cannot reach. */
const elsewhere = ({ env }: Machine): Sentence | undefined =>
	env["SUPERVISOR_TOKEN"] ? phrase("broker_is_an_app") : undefined;
