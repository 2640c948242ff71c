import type { Plain } from "#app/answers/snapshot-json.ts";
import { lastValid } from "#app/control/last-valid.ts";
import { languageAt } from "#app/locale.ts";
import { problemLine } from "#app/login/problem-notice.ts";
import { type SourceFlags, source } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, notFine, print, USAGE } from "#app/machine.ts";
import { answered, remarksIn } from "#app/words.ts";
import type { Effect } from "#control/machinery/settle.ts";
import type { FaultCode } from "#model/plant/fault.ts";
import { restOf } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { seconds } from "#model/quantities/units.ts";
import { inside, remark, type Sentence } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { type Language, say } from "#texts/say.ts";
import { actorOf } from "../actor.ts";
import { openedDevices } from "./opened.ts";

const PATIENCE = seconds(10);

interface Rested {
	readonly id: string;
	readonly actual?: number | undefined;
	readonly fault?: FaultCode | undefined;
	readonly at_rest: boolean;
}

/**
 * Drives every output to its rest position. With a running controller it sets the mode to off, because the controller would
 * undo it.
 */
export async function rest(machine: Machine, flags: SourceFlags & { readonly json?: boolean }): Promise<number> {
	const sourced = source(machine, flags);
	const language = languageAt(machine, sourced);
	const said = { json: flags.json, language };
	const asked = await askControl(sourced.folder, "rest", actorOf(machine), PATIENCE);
	if (asked.kind === "answer") return report(machine, said, byController(asked.value as Plain), remark("off_now"));
	if (asked.kind === "failed") {
		const trouble = [
			remark("does_not_answer", { ...inside("why", answered(asked.why)), folder: sourced.folder }),
			remark("stop_it"),
		];
		return notFine(machine, trouble.map(remarksIn(language)).join(" "));
	}
	// Options that are no longer valid still had outputs.
	const options = sourced.parsed.kind === "valid" ? sourced.parsed.options : lastValid(sourced.folder);
	if (options === undefined) {
		if (sourced.parsed.kind === "invalid")
			for (const p of sourced.parsed.problems) complain(machine, problemLine(p, language));
		return USAGE;
	}
	const { plant, devices } = openedDevices(options, sourced.folder, () => undefined);
	const effects = await devices.rest();
	await devices.close();
	return report(machine, said, byBoards(plant, effects), remark("nobody_here"));
}

const byController = ({ outputs }: Plain): readonly Rested[] =>
	outputs.map(({ id, actual, wanted, fault }) => ({
		id,
		actual,
		fault: fault?.code,
		at_rest: fault === undefined && actual === wanted,
	}));

const byBoards = (plant: Plant, effects: readonly Effect[]): readonly Rested[] =>
	plant.outputs.map((output) => {
		const { actual, fault } = effects[output.index] ?? {};
		const wanted = restOf(output) ?? actual;
		return { id: output.id, actual, fault: fault?.code, at_rest: fault === undefined && actual === wanted };
	});

interface Said {
	readonly json: boolean | undefined;
	readonly language: Language;
}

function report(machine: Machine, { json, language }: Said, outputs: readonly Rested[], who: Sentence): number {
	const word = remarksIn(language);
	const ok = outputs.every((o) => o.at_rest);
	if (json) print(machine, JSON.stringify({ ok, outputs }));
	else {
		for (const { id: output, at_rest, fault } of outputs) {
			const why = fault === undefined ? word(remark("not_switched")) : say(language, "fault", fault);
			print(machine, word(at_rest ? remark("at_rest", { output }) : remark("not_at_rest", { output, why })));
		}
		print(machine, word(who));
	}
	return ok ? FINE : NOT_FINE;
}
