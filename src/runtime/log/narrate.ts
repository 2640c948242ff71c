import { isSetAt, settingPath } from "#model/decision/own-settings.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { toldVerdict } from "#model/decision/told-verdict.ts";
import { type Notice, notice } from "#model/sentences/notice.ts";

/** What to log of a finished turn: the changes since the one before. */
export function narrate(before: Snapshot | undefined, after: Snapshot): readonly Notice[] {
	return [
		...after.notices,
		...after.plant.outputs.flatMap(({ index }) => outputNews(before, after, index)),
		...(before !== undefined && before.activity !== after.activity
			? [notice("info", "activity", { activity: after.activity })]
			: []),
		...(before !== undefined && before.mode !== after.mode ? [notice("info", "mode", { mode: after.mode })] : []),
		...(before === undefined ? [] : settingNews(before, after)),
	];
}

function outputNews(before: Snapshot | undefined, after: Snapshot, index: number): readonly Notice[] {
	const output = after.plant.outputs[index];
	const state = after.outputs[index];
	const verdict = output && toldVerdict(after, output);
	if (output === undefined || state === undefined || verdict === undefined) return [];
	const was = before?.outputs[index];
	const news: Notice[] = [];
	const { code, facts } = verdict.because;
	// The log turns the reason into a sentence in its language.
	const why = { ...facts, output: output.id, reason: code };
	if (output.role === "valve") {
		if (was?.wanted !== state.wanted)
			news.push({ level: "info", code: "valve_to", facts: { ...why, percent: state.wanted } });
	} else if (was === undefined || was.wanted > 0 !== state.wanted > 0)
		news.push({ level: "info", code: state.wanted > 0 ? "output_on" : "output_off", facts: why });
	// A level that follows a temperature moves all the time, for the same reason.
	else if (was.wanted !== state.wanted && (verdict.rank === "manual" || code !== before?.verdicts[index]?.because.code))
		news.push({ level: "info", code: "output_level", facts: { ...why, percent: state.wanted } });
	if (state.fault !== undefined && state.fault.code !== was?.fault?.code)
		news.push(
			notice("error", "output_unconfirmed", { ...state.fault.facts, output: output.id, fault: state.fault.code }),
		);
	return news;
}

function settingNews(before: Snapshot, after: Snapshot): readonly Notice[] {
	if (before.settings === after.settings) return [];
	return Object.entries(after.settings).flatMap(([rule, group]) =>
		Object.entries(group).flatMap(([field, value]) =>
			before.settings[rule]?.[field] === value || !isSetAt(after.plant, rule, field)
				? []
				: [notice("info", "setting", { path: settingPath(rule, field), value })],
		),
	);
}
