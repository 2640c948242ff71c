import type { Facts } from "#model/sentences/facts.ts";
import { inside, remark, type Sentence } from "#model/sentences/sentence.ts";
import type { Figures, LogFigures } from "./watch.ts";

/** Results of the commands on one path. `slowest` in seconds. */
export interface CommandFigures {
	/** `broker`: to the broker and back, like Home Assistant's commands. `control`: straight into the next turn. */
	readonly path: "broker" | "control";
	readonly tried: number;
	readonly answered: number;
	readonly slowest?: number;
	/** The broker does not allow the app's own login to give commands. That is no fault, and proves nothing. */
	readonly not_allowed: boolean;
	/** Why the last one was refused, in the language of the house and as a problem's code. */
	readonly refused?: string;
	readonly refusal?: Sentence;
}

/** Everything that a watch found. */
export interface Watched {
	readonly figures: Figures | undefined;
	readonly commands: readonly CommandFigures[];
	/** How often the controller did not answer when asked for its figures. */
	readonly unanswered: number;
	/** It ended, or was started again, while it was watched. */
	readonly ended: boolean;
	readonly cut_short: boolean;
}

/** One thing that is not as it should be after a watch. */
export interface Flaw {
	readonly code: string;
	readonly message: Sentence;
	readonly remedy: Sentence;
	/** The line of the log that is its cause. */
	readonly line?: LogFigures;
}
const flaw = (code: string, message: Sentence, remedy: Sentence): Flaw => ({ code, message, remedy });

/** A turn may be this many periods late, and at least so many seconds: a machine does other things, too. */
const LATE_PERIODS = 3;
const LATE_SECONDS = 2;

/** What is not fine. An empty list is the only good answer. */
export function flawsOf({ figures, commands, unanswered, ended, cut_short }: Watched): readonly Flaw[] {
	return [
		...(cut_short ? [flaw("cut_short", remark("cut_short"), remark("cut_short_mend"))] : []),
		...(ended ? [flaw("ended", remark("ended"), remark("see_log_end"))] : []),
		...(unanswered > 0
			? [flaw("unanswered", remark("unanswered", times(unanswered)), remark("see_log_and_load"))]
			: []),
		...(figures === undefined
			? []
			: [
					...turnFlaws(figures),
					...sensorFlaws(figures),
					...outputFlaws(figures),
					...brokerFlaws(figures),
					...logFlaws(figures),
				]),
		...commands.flatMap(commandFlaws),
	];
}

function turnFlaws({ turns: { count, period, longest } }: Figures): readonly Flaw[] {
	const late = Math.max(LATE_PERIODS * period, period + LATE_SECONDS);
	if (count === 0) return [flaw("no_turns", remark("no_turns"), remark("start_again"))];
	return longest <= late ? [] : [flaw("late_turn", remark("late_turn", { longest, period }), remark("see_load"))];
}

function sensorFlaws({ turns: { count: turns }, sensors }: Figures): readonly Flaw[] {
	if (sensors.length === 0 && turns > 0) return [flaw("no_sensors", remark("no_sensors"), remark("check_options"))];
	return sensors
		.filter((s) => s.turns_without > 0)
		.map(({ sensor, turns_without: missed, fault = "unknown" }) =>
			flaw("no_reading", remark("no_reading", { sensor, missed, turns, fault }), remark("check_sensor")),
		);
}

const outputFlaws = ({ outputs, turns: { count: turns } }: Figures): readonly Flaw[] =>
	outputs
		.filter((o) => o.turns_unconfirmed > 0)
		.map(({ output, turns_unconfirmed: missed, fault = "unknown" }) =>
			flaw("output_unconfirmed", remark("unconfirmed", { output, missed, turns, fault }), remark("check_board")),
		);

function brokerFlaws({ broker, missing }: Figures): readonly Flaw[] {
	const { state, disconnects, auth_errors, failures } = broker;
	const named = Object.keys(failures).join(", ");
	const classes = named === "" ? "" : ` (${named})`;
	const mend = remark("check_broker");
	const flaws = [
		...(disconnects > 0
			? [flaw("disconnected", remark("disconnected", { ...times(disconnects), classes }), mend)]
			: []),
		...(auth_errors > 0 ? [flaw("auth_errors", remark("auth_errors", { ...times(auth_errors), classes }), mend)] : []),
		...(state === "connected" ? [] : [flaw("not_connected", remark("not_connected", { state, classes }), mend)]),
	];
	if (state !== "connected" || missing === 0) return flaws;
	return [...flaws, flaw("missing", remark("missing", { count: missing }), mend)];
}

const logFlaws = ({ log }: Figures): readonly Flaw[] =>
	log
		.filter(({ level }) => level === "error")
		.map((line) => ({
			...flaw(
				"log_error",
				remark("log_error", { ...times(line.count), text: line.text }),
				remark("see_in_log", { code: line.code }),
			),
			line,
		}));

function commandFlaws({ path, tried, answered, refused, refusal }: CommandFigures): readonly Flaw[] {
	const way = remark(path === "broker" ? "way_broker" : "way_past").code;
	if (refused !== undefined) {
		const why = refusal ?? { code: refused, facts: {} };
		return [flaw("command_refused", remark("command_refused", { ...inside("why", why), way }), remark("see_log"))];
	}
	if (answered === tried) return [];
	const mend = remark(path === "broker" ? "compare_acl" : "see_log");
	return [flaw("command_unanswered", remark("command_unanswered", { tried, way, answered }), mend)];
}

/** How often, as a word that brings its number along. */
function times(count: number): Facts & { readonly times: string } {
	const { code, facts } = remark(count === 1 ? "once" : "times", { count });
	return { ...facts, times: code };
}
