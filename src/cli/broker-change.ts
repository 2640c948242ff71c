import { alone } from "#broker/alone.ts";
import { type Change, carryOut, type Outcome, type Ports, recover, type Trouble } from "#broker/carry-out.ts";
import { difference } from "#broker/difference.ts";
import type { At } from "#broker/file.ts";
import { type Place, placeOf } from "#broker/place.ts";
import { reload, restart, usualRestart } from "#broker/restart.ts";
import { tried } from "#broker/trial.ts";
import type { Facts } from "#model/decision.ts";
import { changeIn, enter } from "./broker-recorded.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";
import type { SourceFlags } from "./source.ts";

export interface BrokerFlags extends Pick<SourceFlags, "data"> {
	/** Mosquitto's configuration. */
	readonly config?: string;
	readonly backups: string;
	/** A command that starts the broker anew, for a shell. */
	readonly restartWith?: string;
	readonly dryRun?: boolean;
	readonly json?: boolean;
	/** Called at each step that changes the disk; no flag of the command line. */
	readonly at?: At;
}

/** What a command wants changed, and how the broker takes it. */
export interface Plan extends Change {
	/** `reload` is enough for users, rights and certificates; it throws nobody out. */
	readonly activate: "reload" | "restart";
	/** Whether the broker is now what the command promised. */
	prove(): Promise<Trouble | undefined>;
	/** What has to be so beside the broker before it is changed; where it cannot be, nothing is changed. */
	begin?(): Promise<Trouble | undefined>;
	/** What has to be so beside the broker when all is over, however it went. */
	end?(outcome: Outcome): Promise<Trouble | undefined>;
	/** What to say where no file was to be changed. */
	readonly nothing?: string;
	/** What to say when it is done, and in a dry run. */
	readonly said: readonly string[];
	/** For `--json`. */
	readonly facts?: Readonly<Record<string, unknown>>;
}

/** Something that is wrong with how the command was called. */
export interface Refusal {
	readonly remedy: string;
}

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
	if (typeof place === "string") return refuse(machine, elsewhere(machine) ?? place);
	const changing = () => changed(machine, flags, place, planned);
	if (flags.dryRun) return changing();
	return (await alone(flags.backups, changing)) ?? busy(machine);
}

function busy(machine: Machine): number {
	complain(machine, "Another command changes this broker right now. Wait for it to end, and try again.");
	return NOT_FINE;
}

async function changed(
	machine: Machine,
	flags: BrokerFlags,
	place: Place,
	planned: (place: Place) => Promise<Plan | Refusal>,
): Promise<number> {
	const starter = flags.restartWith ?? usualRestart();
	const ended = await resumed(machine, flags, place, starter);
	if (ended !== undefined) return ended;
	const plan = await planned(place);
	if ("remedy" in plan) return refuse(machine, plan.remedy);
	if (flags.dryRun) return rehearse(machine, flags, plan, place);
	if (plan.activate === "restart" && starter === undefined)
		return refuse(machine, "Say how the broker is started anew: --restart-with 'COMMAND'. Nothing was changed.");
	const outcome = await begun(plan, portsFor(flags, place, plan, starter));
	const unfinished = await plan.end?.(outcome);
	const facts = changeIn(plan, outcome);
	if (facts !== undefined) await entered(machine, flags, facts);
	return report(machine, flags, plan, outcome, unfinished);
}

/** A change that cannot be written down is made all the same, and that is said. */
async function entered(machine: Machine, flags: BrokerFlags, facts: Facts): Promise<void> {
	const trail = await enter(machine, flags, facts);
	if (typeof trail === "object") complain(machine, `This change is not in the app's audit trail: ${trail.why}`);
}

async function begun(plan: Plan, ports: Ports): Promise<Outcome> {
	const trouble = await plan.begin?.();
	return trouble === undefined ? carryOut(plan, ports) : { kind: "refused", trouble };
}

export function portsFor(
	{ backups, at }: BrokerFlags,
	place: Place,
	{ activate, prove }: Pick<Plan, "activate" | "prove">,
	starter: string | undefined,
): Ports {
	// Whoever reads its files again goes on serving.
	let down = 0;
	return {
		backups,
		now: () => new Date(),
		try: (files) => tried(place, files),
		activate: async () => {
			if (activate === "reload" || starter === undefined) return reload(place);
			return restart(place, starter, (ms) => {
				down = ms;
			});
		},
		downtime: () => down,
		prove,
		...(at && { at }),
	};
}

/** The end of a change that a power cut broke off; undefined where there was none, or where it is mended. */
async function resumed(
	machine: Machine,
	flags: BrokerFlags,
	place: Place,
	starter: string | undefined,
): Promise<number | undefined> {
	if (flags.dryRun) return undefined;
	const mended = await recover(portsFor(flags, place, { activate: "restart", prove: async () => undefined }, starter));
	if (mended === undefined) return undefined;
	if (mended.trouble !== undefined) {
		complain(machine, `A change was broken off, and cannot be put back from ${mended.from}: ${mended.trouble.message}`);
		complain(machine, mended.trouble.remedy);
		return NOT_FINE;
	}
	complain(machine, `A change was broken off before. Everything was put back from the backup ${mended.from}.`);
	await entered(machine, flags, { change: "put-back", outcome: "done", backup: mended.from });
	return undefined;
}

async function rehearse(machine: Machine, flags: BrokerFlags, plan: Plan, place: Place): Promise<number> {
	const text = await difference(plan.files);
	const trouble = text === "" ? undefined : await tried(place, plan.files);
	if (flags.json) {
		print(
			machine,
			JSON.stringify({ ok: trouble === undefined, dry_run: true, difference: text, ...trouble, ...plan.facts }),
		);
	} else {
		print(machine, text === "" ? "Nothing would change." : text.trimEnd());
		if (trouble !== undefined) complain(machine, `${trouble.message}\n${trouble.remedy}`);
		else if (text !== "") print(machine, "Mosquitto starts with these files. Nothing was changed: this was a dry run.");
		if (text !== "") for (const line of plan.said) print(machine, line);
	}
	return trouble === undefined ? FINE : NOT_FINE;
}

function report(
	machine: Machine,
	{ json }: BrokerFlags,
	plan: Plan,
	outcome: Outcome,
	unfinished: Trouble | undefined,
): number {
	const ok = (outcome.kind === "done" || outcome.kind === "nothing") && unfinished === undefined;
	if (json) {
		print(machine, JSON.stringify({ ok, ...told(outcome), ...(ok && plan.facts), ...(unfinished && { unfinished }) }));
		return ok ? FINE : NOT_FINE;
	}
	switch (outcome.kind) {
		case "nothing":
			print(machine, plan.nothing ?? "Everything is so already. Nothing was changed.");
			break;
		case "done":
			print(machine, `Done, and proven. The files as they were: backup ${outcome.backup.name}.`);
			break;
		case "refused":
			complain(machine, `${outcome.trouble.message}\n${outcome.trouble.remedy}`);
			break;
		case "rolled_back":
			complain(machine, `It was changed, and the proof failed: ${outcome.trouble.message}`);
			complain(machine, `Everything is as it was (backup ${outcome.backup.name}). ${outcome.trouble.remedy}`);
			break;
		case "stuck":
			complain(machine, `It was changed, and the proof failed: ${outcome.trouble.message}`);
			complain(machine, `It could not be put back: ${outcome.again.message}`);
			complain(machine, `The files as they were are in ${outcome.backup.folder}. ${outcome.again.remedy}`);
			break;
	}
	if (unfinished !== undefined) complain(machine, `${unfinished.message}\n${unfinished.remedy}`);
	if (ok) for (const line of plan.said) print(machine, line);
	return ok ? FINE : NOT_FINE;
}

function told(outcome: Outcome): Readonly<Record<string, unknown>> {
	const { kind } = outcome;
	if (kind === "nothing") return { outcome: kind };
	if (kind === "refused") return { outcome: kind, ...outcome.trouble };
	const backup = { outcome: kind, backup: outcome.backup.name };
	return kind === "done" ? backup : { ...backup, ...outcome.trouble };
}

/** Inside Home Assistant the broker is another app, whose files nobody else can reach. */
const elsewhere = ({ env }: Machine): string | undefined =>
	env["SUPERVISOR_TOKEN"]
		? "The broker of Home Assistant is an app of its own, and its files cannot be changed from here. What to set there, word by word: solar-heating broker guide"
		: undefined;

function refuse(machine: Machine, text: string): number {
	complain(machine, text);
	return USAGE;
}
