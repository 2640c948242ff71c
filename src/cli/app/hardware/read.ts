import { namedIn, retold } from "#app/answers/retold.ts";
import { type Plain, plain } from "#app/answers/snapshot-json.ts";
import { languageAt } from "#app/locale.ts";
import { problemLine } from "#app/login/problem-notice.ts";
import { languageOf, type Sourced, type SourceFlags, source } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "#app/machine.ts";
import { answered, codeWord, readingWord, remarksIn } from "#app/words.ts";
import { judge } from "#control/judge.ts";
import { firstState } from "#control/step.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { AT_REST } from "#model/plant/output.ts";
import { seconds } from "#model/quantities/units.ts";
import { inside, remark } from "#model/sentences/sentence.ts";
import { placed } from "#options/plant/plant-of.ts";
import { pauseAt } from "#runtime/pause.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import type { Language } from "#texts/say.ts";
import { labelOf, outputState } from "../labels.ts";
import { openedDevices } from "./opened.ts";

const PATIENCE = seconds(10);
/** Time for two dozen 1-Wire sensors, each read twice because it is the first time. */
const FIRST_READINGS = seconds(20);

/**
 * Reads every sensor and output once and judges it, with source and age: from the running controller, otherwise from the
 * devices.
 */
export async function read(machine: Machine, flags: SourceFlags & { readonly json?: boolean }): Promise<number> {
	const sourced = source(machine, flags);
	const language = languageAt(machine, sourced);
	const asked = await askControl(sourced.folder, "snapshot", undefined, PATIENCE);
	if (asked.kind === "failed") {
		complain(
			machine,
			remarksIn(language)(remark("does_not_answer", { ...inside("why", answered(asked.why)), folder: sourced.folder })),
		);
		return NOT_FINE;
	}
	// In JSON the texts are in the language of the log.
	const snapshot =
		asked.kind === "answer"
			? (asked.value as Plain)
			: await fromDevices(sourced, flags.json ? languageOf(sourced) : language);
	if (snapshot === undefined) {
		if (sourced.parsed.kind === "invalid")
			for (const p of sourced.parsed.problems) complain(machine, problemLine(p, language));
		return USAGE;
	}
	const { sensors, outputs } = snapshot;
	if (flags.json)
		print(machine, JSON.stringify({ from: asked.kind === "answer" ? "controller" : "devices", sensors, outputs }));
	else {
		const { parsed } = sourced;
		// Without the app nothing is connected to the broker.
		const options = asked.kind === "answer" || parsed.kind === "invalid" ? undefined : parsed.options;
		const unasked = (target: string) => options && placed(target, "outputs", options)?.driver.topics !== undefined;
		for (const line of lines(retold(snapshot, language), language, unasked)) print(machine, line);
	}
	return sensors.every((s) => s.state === "ok") && outputs.every((o) => o.fault === undefined) ? FINE : NOT_FINE;
}

/** Opens the devices without writing anything. */
async function fromDevices({ parsed, folder }: Sourced, language: Language): Promise<Plain | undefined> {
	if (parsed.kind === "invalid") return undefined;
	const { plant, time, devices } = openedDevices(parsed.options, folder, () => undefined);
	const never = new AbortController().signal;
	for (let waited = 0; !devices.tried() && waited < FIRST_READINGS; waited += 0.05)
		await pauseAt(1)(seconds(0.05), never);
	const effects = await devices.look();
	const now = time.now();
	const { readings } = judge(now, plant, devices.samples(), []);
	await devices.close();
	const { mode, settings, memories } = firstState("off", {}, {}, []);
	const outputs = plant.outputs.map(({ index }) => ({ ...AT_REST, ...effects[index] }));
	const looked: Snapshot = {
		now,
		wall: time.wall(),
		plant,
		readings,
		verdicts: [],
		circuits: [],
		outputs,
		mode,
		activity: "off",
		settings,
		on_page: settings,
		memories,
		findings: devices.findings(),
		notices: [],
	};
	return plain(looked, language);
}

/** @param unasked whether nothing could be asked at this target */
function lines(
	snapshot: Plain,
	language: Language,
	unasked: (target: string) => boolean | undefined,
): readonly string[] {
	const { sensors, outputs } = snapshot;
	const plant = namedIn(snapshot);
	const word = remarksIn(language);
	const width = Math.max(...[...sensors, ...outputs].map((x) => labelOf(x).length), 1);
	const line = (what: Parameters<typeof labelOf>[0], said: string, where: string) =>
		`${labelOf(what).padEnd(width)}  ${said}  (${where})`;
	return [
		...sensors.map((sensor) => {
			const { source, state, value, age, text, quantity } = sensor;
			return line(
				sensor,
				value === undefined
					? `${readingWord(language, state)}: ${text ?? word(remark("nothing_yet"))}`
					: word(remark("measured", { value, age, quantity })),
				source,
			);
		}),
		...outputs.map((output) => {
			const { target, fault, actual } = output;
			return line(
				output,
				fault === undefined
					? actual === undefined
						? word(remark(unasked(target) ? "beyond_broker" : "board_mute"))
						: outputState(plant, output, language)
					: word(remark("fault", { fault: codeWord(language, "fault", fault.code, fault.code) })),
				target,
			);
		}),
	];
}
