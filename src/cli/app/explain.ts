import { namedIn, retold } from "#app/answers/retold.ts";
import type { Plain } from "#app/answers/snapshot-json.ts";
import { folderOf, type SourceFlags } from "#app/login/source.ts";
import { FINE, type Machine, notFine, print } from "#app/machine.ts";
import { codeWord, languageBy, notRunning, remarksIn, whyWord } from "#app/words.ts";
import { seconds } from "#model/quantities/units.ts";
import { remark } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { circuitName, limitText } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { stateText } from "#texts/states.ts";
import { labelOf, outputState } from "./labels.ts";

type Output = Plain["outputs"][number];

const PATIENCE = seconds(5);

/** Why each circuit runs or rests, and each output is on or off. */
export async function explain(machine: Machine, flags: SourceFlags & { readonly json?: boolean }): Promise<number> {
	const folder = folderOf(machine, flags);
	const language = languageBy(machine, flags);
	const asked = await askControl(folder, "snapshot", undefined, PATIENCE);
	if (asked.kind !== "answer")
		return notFine(machine, asked.kind === "not_running" ? notRunning(language, folder) : whyWord(language, asked.why));
	const snapshot = asked.value as Plain;
	const { t, mode, activity, outputs, circuits } = snapshot;
	if (flags.json) print(machine, JSON.stringify({ t, mode, activity, outputs, circuits }));
	else for (const line of sentences(retold(snapshot, language), language)) print(machine, line);
	return FINE;
}

function sentences(snapshot: Plain, language: Language): readonly string[] {
	const { mode, activity, outputs, findings } = snapshot;
	const word = remarksIn(language);
	const plant = namedIn(snapshot);
	const now = {
		mode: codeWord(language, "page", `mode_${mode}`, mode),
		activity: codeWord(language, "activity", activity, activity),
	};
	const claims = (output: Output | undefined, { limited, overruled = [] }: Pick<Output, "limited" | "overruled">) => [
		...(limited === undefined ? [] : [`  ${limitText(limited.text, language)}`]),
		...overruled.map(({ want, rank, text }) => {
			const by = codeWord(language, "page", `rank_${rank}`, rank);
			const wanted = output === undefined ? String(want) : stateText(plant, output, want, language);
			return `  ${word(remark("although", { want: wanted, rank: by, text }))}`;
		}),
	];
	return [
		word(remark("now", now)),
		...circuitsOf(snapshot).flatMap((circuit) => [
			`${circuitName(plant, circuit, language)} (${circuit.id}): ${say(language, "page", circuit.runs ? "circuit_runs" : "circuit_rests")}. ${circuit.text ?? ""}`,
			...claims(
				outputs.find(({ id }) => id === circuit.pump),
				circuit,
			),
			...because(circuit),
		]),
		...outputs.flatMap((output) => [
			`${labelOf(output)}: ${outputState(plant, output, language)}. ${output.text ?? ""}`,
			...claims(output, output),
			...because(output),
		]),
		...findings.filter(({ code }) => code === "silence_test").map(({ text }) => text),
		...findings.filter((f) => f.severity !== "info").map((f) => `! ${f.text}`),
	];
}

/** What was compared, and what would change it. */
const because = ({ explanation }: Pick<Output, "explanation">) =>
	[...(explanation?.conditions ?? []), ...(explanation?.changes ?? [])].map(({ text }) => `  ${text}`);

/** Those that say more than their pump. A controller of another version tells none. */
function circuitsOf({ circuits = [] }: Partial<Plain>): Plain["circuits"] {
	const [first] = circuits;
	return circuits.length === 1 && first?.id === first?.pump && first?.valves.length === 0 ? [] : circuits;
}
