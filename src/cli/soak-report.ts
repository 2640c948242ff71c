import type { Figures } from "#runtime/watch.ts";
import type { CommandFigures, Flaw, Watched } from "#runtime/watched.ts";

/** Back to the beginning of the line, and the rest of it cleared. */
const AGAIN = "\r\u001b[K";

/** One line for a terminal that is written over again and again. */
export function progress({ watched, turns, sensors, broker }: Figures, minutes: number): string {
	const lost = sensors.filter((s) => s.state !== "ok").length;
	const parts = [
		`${(watched / 60).toFixed(1)} of ${minutes} min`,
		`${turns.count} turns`,
		lost === 0 ? `${sensors.length} sensors read` : `${lost} of ${sensors.length} sensors without a value`,
		`broker ${broker.state}`,
		...(broker.disconnects > 0 ? [`${broker.disconnects} disconnects`] : []),
	];
	return `${AGAIN}${parts.join(", ")}`;
}

/** What scripts get: stable names, every figure. */
export function asJson({ figures, commands, unanswered, ended, cut_short }: Watched, flaws: readonly Flaw[]) {
	return {
		ok: flaws.length === 0,
		cut_short,
		ended,
		unanswered,
		flaws,
		trials: commands,
		...(figures && { ...figures, watch: undefined }),
	};
}

/** The figures, what is not fine, and the verdict. */
export function report({ figures, commands, cut_short }: Watched, flaws: readonly Flaw[]): readonly string[] {
	const wrong = flaws.filter(({ code }) => code !== "cut_short");
	return [
		...(figures === undefined ? [] : seen(figures)),
		...commands.map(trial),
		...wrong.flatMap(({ code, message, remedy }) => [`! ${code}: ${message}`, `    ${remedy}`]),
		verdict(wrong.length, cut_short),
	];
}

function verdict(wrong: number, cut_short: boolean): string {
	const found = wrong === 0 ? "nothing was wrong" : wrong === 1 ? "one thing is wrong" : `${wrong} things are wrong`;
	if (cut_short) return `NOT FINISHED: the watch was cut short; so far ${found}.`;
	return wrong === 0
		? "FINE: system operating normally with authentication."
		: `NOT FINE: ${found}. Begin with the first.`;
}

function seen({ watched, turns, sensors, broker, commands, missing, log }: Figures): readonly string[] {
	const { count, period, shortest, longest } = turns;
	const gaps = shortest === undefined ? "" : `, ${shortest} to ${longest} s apart`;
	const failures = Object.entries(broker.failures).map(([failure, times]) => `${failure} ${times}×`);
	const warnings = log.filter(({ level }) => level === "warning");
	return [
		`watched       ${(watched / 60).toFixed(1)} min`,
		`turns         ${count}${gaps} (${period} s is due)`,
		...sensors.map(({ sensor, state, worst_age, patience, turns_without }) => {
			const age = worst_age === undefined ? "no value" : `${worst_age.toFixed(1)} s old at worst`;
			const limit = patience === undefined ? "" : `, ${patience} s allowed`;
			const without = turns_without === 0 ? "" : `, without a value in ${turns_without} turns`;
			return `reading       ${sensor}: ${state}, ${age}${limit}${without}`;
		}),
		`broker        ${broker.state}; disconnects ${broker.disconnects}, attempts ${broker.attempts}, authentication errors ${broker.auth_errors}${failures.length === 0 ? "" : ` (${failures.join(", ")})`}`,
		`missing       ${missing} messages at the broker`,
		`commands      ${commands.taken} taken, ${commands.refused} refused, ours included`,
		`log           ${log.filter(({ level }) => level === "error").length} kinds of error, ${warnings.length} of warning`,
		...warnings.map(({ code, text, count: times }) => `  warning     ${code} ${times}×: ${text}`),
	];
}

function trial({ path, tried, answered, slowest, not_allowed }: CommandFigures): string {
	const where = path === "broker" ? "through the broker and back" : "past the broker, on the control socket";
	const took = slowest === undefined ? "" : `, the slowest in ${Math.round(slowest * 1000)} ms`;
	const told = not_allowed
		? "not proven, as the broker does not let this login give commands"
		: `${answered} of ${tried}${took}`;
	return `  answered    ${where}: ${tried === 0 && !not_allowed ? "none could be tried" : told}`;
}
