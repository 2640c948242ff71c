import { seconds } from "#model/units.ts";
import { askControl } from "#runtime/ask-control.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "./machine.ts";
import type { Plain } from "./snapshot-json.ts";
import { folderOf, type SourceFlags } from "./source.ts";

const PATIENCE = seconds(5);

/** Why each output is as it is, and why it is not otherwise. */
export async function explain(machine: Machine, flags: SourceFlags & { readonly json?: boolean }): Promise<number> {
	const folder = folderOf(machine, flags);
	const asked = await askControl(folder, "snapshot", undefined, PATIENCE);
	if (asked.kind !== "answer") {
		complain(
			machine,
			asked.kind === "nobody"
				? `No controller runs on ${folder}. Start it, or name its folder with --data.`
				: asked.why,
		);
		return NOT_FINE;
	}
	const snapshot = asked.value as Plain;
	if (flags.json)
		print(
			machine,
			JSON.stringify({ t: snapshot.t, mode: snapshot.mode, activity: snapshot.activity, outputs: snapshot.outputs }),
		);
	else for (const line of sentences(snapshot)) print(machine, line);
	return FINE;
}

function sentences({ mode, activity, outputs, findings }: Plain): readonly string[] {
	return [
		`Mode ${mode}, now: ${activity}.`,
		...outputs.flatMap((o) => [
			`${o.id}: ${state(o.actual)}. ${o.text ?? ""}`,
			...(o.overruled ?? []).map((c) => `  not ${state(c.want)} (${c.rank}), although: ${c.text}`),
		]),
		...findings.filter((f) => f.severity !== "info").map((f) => `! ${f.text}`),
	];
}

const state = (percent: number | undefined) =>
	percent === undefined ? "unknown" : percent === 0 ? "off" : percent === 100 ? "on" : `${percent} %`;
