import { toldVerdict } from "#model/decision/told-verdict.ts";
import { running } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { OFF } from "#model/quantities/units.ts";
import { outputName, whyText } from "#texts/names.ts";
import { say } from "#texts/say.ts";
import { stateText } from "#texts/states.ts";
import { clockOf, plantTime } from "../plant/plant-time.ts";
import { fill, type Line, span, wrap } from "./line.ts";
import { runOf } from "./runs.ts";
import type { View } from "./view.ts";

const NAME = 16;

/** Each output: state, since when, counters, and why. */
export const outputs = (view: View, width: number): readonly Line[] =>
	view.snapshot.plant.outputs.flatMap((output) => [headOf(view, output), ...reasonOf(view, output, width)]);

/** Wide enough for the longest name. */
const roomFor = ({ snapshot: { plant } }: View): number =>
	Math.min(40, Math.max(NAME, ...plant.outputs.map((output) => outputName(plant, output, "en").length + 1)));

function headOf(view: View, output: Output): Line {
	const { snapshot, began } = view;
	const state = snapshot.outputs[output.index];
	const on = state !== undefined && running(state);
	const how = stateText(snapshot.plant, output, state?.actual ?? state?.wanted ?? OFF, "en");
	const since = state?.since === undefined ? "from the start" : `since ${clockOf(plantTime(began, state.since))}`;
	const { starts, seconds } = runOf(snapshot, output.id);
	return [
		...fill([span(outputName(snapshot.plant, output, "en"), "strong")], roomFor(view)),
		state === undefined || !on || output.role === "valve"
			? span(`○ ${how}`.padEnd(5), "dim")
			: span(`● ${how}`.padEnd(5), "good"),
		span(`  ${since}`.padEnd(18)),
		span(`${starts} ${starts === 1 ? "start" : "starts"}, ${(seconds / 3600).toFixed(1)} h`, "dim"),
	];
}

/** The reason, and a fault of the output if there is one. */
function reasonOf({ snapshot }: View, output: Output, width: number): readonly Line[] {
	const verdict = toldVerdict(snapshot, output);
	const fault = snapshot.outputs[output.index]?.fault;
	return [
		...(verdict === undefined
			? []
			: wrap(whyText(snapshot.plant, verdict, "en"), width - 2).map((text) => [span(`  ${text}`)])),
		...(fault === undefined ? [] : [[span(`  ${say("en", "fault", fault.code, fault.facts)}`, "bad")]]),
	];
}
