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
 * The frame of every command that changes a broker: finds it, ends what a power cut left half done, shows the difference,
 * tries, backs up, changes, proves, and rolls back where the proof fails.
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
	// The way back works with any content of the file.
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

/** Nothing of a change that is in force may be lost with a bug in what comes after it. */
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
		// Nothing reaches the output any more, so it is said where troubles are.
		if (lost) await report({ ...calling, flags: { ...calling.flags, json: false } }, plan, last);
		else complain(calling.machine, troubleText(calling.word, bugOf(failed)));
		return NOT_FINE;
	}
}

/** Where no file had to be changed, the promise is tried all the same. */
const stands = async (place: Place, plan: Plan, outcome: Outcome, ports: Ports): Promise<Trouble | undefined> =>
	outcome.kind === "nothing" && plan.nothing === undefined
		? step(ports, "prove", () => standing(place, plan))
		: undefined;

const configsOf = ({ config }: Place): ReadonlySet<string> =>
	new Set([config, ...confOf(config, onDisk).lines.map(({ file }) => file)]);

/** A change that takes away more than it was asked to is a mistake of ours. */
function losing({ machine, word }: Calling, lost: readonly string[]): number {
	complain(machine, word(phrase("would_lose_lines", { lines: lost.map((line) => `\n  ${line}`).join("") })));
	return notFine(machine, word(phrase("nothing_changed")));
}

/** The cause, as the system names it, why output was not taken: a full disk, a closed pipe. */
function unshown(failed: unknown): Trouble {
	const cause = errorCode(failed);
	if (cause === undefined) return bugOf(failed);
	return { message: phrase("password_not_shown", { cause }), remedy: phrase("password_to_file") };
}

/** Takes the change back if its result cannot be handed over. */
async function handed(plan: Plan, outcome: Outcome, ports: Ports): Promise<Outcome> {
	if (outcome.kind !== "done" || plan.hand === undefined) return outcome;
	const trouble = await step(ports, "hand", plan.hand);
	return trouble === undefined ? outcome : takeBack(outcome.backup, ports, trouble);
}

/** A change that cannot be written down is made all the same, and that is said. */
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

export function portsFor(
	{ backups, at, step }: BrokerFlags,
	place: Place,
	{ activate, prove, doors }: Pick<Plan, "activate" | "prove" | "doors">,
	starter: string | undefined,
): Ports {
	// A broker that reads its files again goes on serving.
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
		// A command that starts nothing anew leaves the old configuration in force.
		prove: async () => (activate === "restart" ? outdated(place) : undefined) ?? prove(),
		...(at && { at }),
		...(step && { step }),
	};
}

/** The end of a change that a power cut broke off; undefined where there was none, or where it is mended. */
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

/** In Home Assistant the broker is another app, and its files are out of our reach. */
const elsewhere = ({ env }: Machine): Sentence | undefined =>
	env["SUPERVISOR_TOKEN"] ? phrase("broker_is_an_app") : undefined;
