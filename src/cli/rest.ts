import type { Effect } from "#control/settle.ts";
import { restOf } from "#model/output.ts";
import type { Plant } from "#model/plant.ts";
import { seconds } from "#model/units.ts";
import { askControl } from "#runtime/ask-control.ts";
import { say } from "#texts/say.ts";
import { lastValid } from "../last-valid.ts";
import { actorOf } from "./actor.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";
import { openedDevices } from "./opened.ts";
import { problemLine } from "./problem-notice.ts";
import type { Plain } from "./snapshot-json.ts";
import { languageOf, type SourceFlags, source } from "./source.ts";

const PATIENCE = seconds(10);

interface Rested {
	readonly id: string;
	readonly actual?: number | undefined;
	readonly fault?: string | undefined;
	readonly at_rest: boolean;
}

/** Every output to its rest position. Beside a running controller it also sets the mode off, or that would undo it. */
export async function rest(machine: Machine, flags: SourceFlags & { readonly json?: boolean }): Promise<number> {
	const sourced = source(machine, flags);
	const asked = await askControl(sourced.folder, "rest", actorOf(machine), PATIENCE);
	if (asked.kind === "answer")
		return report(machine, flags.json, byController(asked.value as Plain), "The running controller is off now.");
	if (asked.kind === "failed") {
		complain(
			machine,
			`A controller runs on ${sourced.folder}, but it does not answer: ${asked.why}. Stop it, then try again.`,
		);
		return NOT_FINE;
	}
	// Options that are no longer valid still had outputs.
	const options = sourced.parsed.kind === "valid" ? sourced.parsed.options : lastValid(sourced.folder);
	if (options === undefined) {
		if (sourced.parsed.kind === "invalid")
			for (const p of sourced.parsed.problems) complain(machine, problemLine(p, languageOf(sourced)));
		return USAGE;
	}
	const { plant, devices } = openedDevices(options, sourced.folder, () => undefined);
	const effects = await devices.rest();
	await devices.close();
	return report(machine, flags.json, byBoards(plant, effects), "No controller runs on these outputs.");
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

function report(machine: Machine, json: boolean | undefined, outputs: readonly Rested[], who: string): number {
	const ok = outputs.every((o) => o.at_rest);
	if (json) print(machine, JSON.stringify({ ok, outputs }));
	else {
		for (const o of outputs)
			print(
				machine,
				`${o.id}: ${o.at_rest ? "at rest" : `NOT at rest: ${o.fault === undefined ? "it did not switch" : say("en", "fault", o.fault)}`}`,
			);
		print(machine, who);
	}
	return ok ? FINE : NOT_FINE;
}
