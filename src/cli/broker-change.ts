import { alone } from "#broker/alone.ts";
import { type Change, carryOut, type Outcome, type Ports, recover, type Trouble } from "#broker/carry-out.ts";
import { difference } from "#broker/difference.ts";
import type { At } from "#broker/file.ts";
import { type Place, placeOf } from "#broker/place.ts";
import { reload, restart, usualRestart } from "#broker/restart.ts";
import { tried } from "#broker/trial.ts";
import type { Facts } from "#model/decision.ts";
import { phrase, type Sentence, type Word } from "#model/sentence.ts";
import { changeIn, enter } from "./broker-recorded.ts";
import { english, plainTrouble, refuse, troubleText, wordAt } from "./broker-words.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "./machine.ts";
import type { SourceFlags } from "./source.ts";

export interface BrokerFlags extends SourceFlags {
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
	readonly nothing?: Sentence;
	/** What to say when it is done, and in a dry run. */
	readonly said: readonly Sentence[];
	/** A new password, to be shown this once; it stands in no sentence. */
	readonly password?: string;
	/** For `--json`. */
	readonly facts?: Readonly<Record<string, unknown>>;
}

/** Something that is wrong with how the command was called. */
export interface Refusal {
	readonly remedy: readonly Sentence[];
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
	const calling = { machine, flags, word: wordAt(machine, flags) };
	if ("code" in place) return refuse(machine, calling.word, elsewhere(machine) ?? place);
	const changing = () => changed(calling, place, planned);
	if (flags.dryRun) return changing();
	return (await alone(flags.backups, changing)) ?? busy(calling);
}

/** Who asked for a change, and how they are spoken to. */
interface Calling {
	readonly machine: Machine;
	readonly flags: BrokerFlags;
	readonly word: Word;
}

function busy({ machine, word }: Calling): number {
	complain(machine, word(phrase("busy")));
	return NOT_FINE;
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
	const plan = await planned(place);
	if ("remedy" in plan) return refuse(machine, word, ...plan.remedy);
	if (flags.dryRun) return rehearse(calling, plan, place);
	if (plan.activate === "restart" && starter === undefined)
		return refuse(machine, word, phrase("say_restart"), phrase("nothing_changed"));
	const outcome = await begun(plan, portsFor(flags, place, plan, starter));
	const unfinished = await plan.end?.(outcome);
	const facts = changeIn(plan, outcome);
	if (facts !== undefined) await entered(calling, facts);
	return report(calling, plan, outcome, unfinished);
}

/** A change that cannot be written down is made all the same, and that is said. */
async function entered({ machine, flags, word }: Calling, facts: Facts): Promise<void> {
	const trail = await enter(machine, flags, facts);
	if (typeof trail === "object") complain(machine, word(phrase("not_in_trail", { cause: trail.why })));
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
async function resumed(calling: Calling, place: Place, starter: string | undefined): Promise<number | undefined> {
	const { machine, flags, word } = calling;
	if (flags.dryRun) return undefined;
	const mended = await recover(portsFor(flags, place, { activate: "restart", prove: async () => undefined }, starter));
	if (mended === undefined) return undefined;
	if (mended.trouble !== undefined) {
		complain(machine, word(phrase("broken_off_stuck", { backup: mended.from })));
		complain(machine, troubleText(word, mended.trouble));
		return NOT_FINE;
	}
	complain(machine, word(phrase("broken_off_mended", { backup: mended.from })));
	await entered(calling, { change: "put-back", outcome: "done", backup: mended.from });
	return undefined;
}

async function rehearse({ machine, flags, word }: Calling, plan: Plan, place: Place): Promise<number> {
	const text = await difference(plan.files, flags.json ? english : word);
	const trouble = text === "" ? undefined : await tried(place, plan.files);
	if (flags.json) {
		const said = text === "" ? {} : toldOf(word, plan.said);
		const seen = trouble === undefined ? said : plainTrouble(word, trouble);
		print(
			machine,
			JSON.stringify({ ok: trouble === undefined, dry_run: true, difference: text, ...seen, ...plan.facts }),
		);
	} else {
		print(machine, text === "" ? word(phrase("nothing_would_change")) : text.trimEnd());
		if (trouble !== undefined) complain(machine, troubleText(word, trouble));
		else if (text !== "") print(machine, word(phrase("dry_run_starts")));
		if (text !== "" && trouble === undefined && plan.said.length > 0) {
			print(machine, word(phrase("dry_run_promises")));
			for (const sentence of plan.said) print(machine, `  ${word(sentence)}`);
		}
	}
	return trouble === undefined ? FINE : NOT_FINE;
}

function report({ machine, flags, word }: Calling, plan: Plan, outcome: Outcome, unfinished?: Trouble): number {
	const ok = (outcome.kind === "done" || outcome.kind === "nothing") && unfinished === undefined;
	if (flags.json) {
		const done = ok && { ...toldOf(word, plan.said), ...plan.facts, ...(plan.password && { password: plan.password }) };
		const left = unfinished && { unfinished: plainTrouble(word, unfinished) };
		print(machine, JSON.stringify({ ok, ...plainOutcome(word, outcome), ...done, ...left }));
		return ok ? FINE : NOT_FINE;
	}
	const say = outcome.kind === "done" || outcome.kind === "nothing" ? print : complain;
	for (const line of outcomeLines(word, plan, outcome)) say(machine, line);
	if (unfinished !== undefined) complain(machine, troubleText(word, unfinished));
	if (!ok) return NOT_FINE;
	for (const sentence of plan.said) print(machine, word(sentence));
	if (plan.password === undefined) return FINE;
	print(machine, `${word(phrase("password_once"))} ${plan.password}`);
	print(machine, word(phrase("put_into_manager")));
	return FINE;
}

function outcomeLines(word: Word, plan: Plan, outcome: Outcome): readonly string[] {
	if (outcome.kind === "nothing") return [word(plan.nothing ?? phrase("so_already"))];
	if (outcome.kind === "refused") return [troubleText(word, outcome.trouble)];
	const { name: backup, folder } = outcome.backup;
	if (outcome.kind === "done") return [word(phrase("done", { backup }))];
	const failed = [phrase("proof_failed"), outcome.trouble.message];
	const after =
		outcome.kind === "rolled_back"
			? [phrase("as_it_was", { backup }), outcome.trouble.remedy]
			: [phrase("not_put_back"), outcome.again.message, phrase("files_are_in", { folder }), outcome.again.remedy];
	return [...failed, ...after].flatMap((sentence) => (sentence === undefined ? [] : [word(sentence)]));
}

/** What is said when it is done, for scripts. */
const toldOf = (word: Word, said: readonly Sentence[]) => ({ says: said, told: said.map(word).join("\n") });

function plainOutcome(word: Word, outcome: Outcome): Readonly<Record<string, unknown>> {
	const { kind } = outcome;
	if (kind === "nothing") return { outcome: kind };
	if (kind === "refused") return { outcome: kind, ...plainTrouble(word, outcome.trouble) };
	const backup = { outcome: kind, backup: outcome.backup.name };
	return kind === "done" ? backup : { ...backup, ...plainTrouble(word, outcome.trouble) };
}

/** Inside Home Assistant the broker is another app, whose files nobody else can reach. */
const elsewhere = ({ env }: Machine): Sentence | undefined =>
	env["SUPERVISOR_TOKEN"] ? phrase("broker_is_an_app") : undefined;
