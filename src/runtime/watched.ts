import type { Figures } from "./watch.ts";

/** How the commands of one path fared. `slowest` in seconds. */
export interface CommandFigures {
	/** `broker`: out to the broker and back, as Home Assistant's; `control`: past the broker, into the next turn. */
	readonly path: "broker" | "control";
	readonly tried: number;
	readonly answered: number;
	readonly slowest?: number;
	/** The broker does not let the app's own login give commands: nothing proven, nothing wrong. */
	readonly not_allowed: boolean;
	/** Why the last one was refused. */
	readonly refused?: string;
}

/** All that a watch has brought. */
export interface Watched {
	readonly figures: Figures | undefined;
	readonly commands: readonly CommandFigures[];
	/** How often the controller was asked for its figures and did not answer. */
	readonly unanswered: number;
	/** It ended, or was started again, while it was watched. */
	readonly ended: boolean;
	readonly cut_short: boolean;
}

/** One thing that is not as it should be after a watch. */
export interface Flaw {
	readonly code: string;
	readonly message: string;
	readonly remedy: string;
}
const flaw = (code: string, message: string, remedy: string): Flaw => ({ code, message, remedy });

/** A turn may be this many periods late, and at least so many seconds: a machine does other things, too. */
const LATE_PERIODS = 3;
const LATE_SECONDS = 2;

/** What is not fine. Nothing is the only good answer. */
export function flawsOf({ figures, commands, unanswered, ended, cut_short }: Watched): readonly Flaw[] {
	return [
		...(cut_short ? [flaw("cut_short", "The watch was cut short.", "Let it run to its end.")] : []),
		...(ended
			? [flaw("ended", "The controller ended or was started again while it was watched.", "See the end of its log.")]
			: []),
		...(unanswered > 0
			? [
					flaw(
						"unanswered",
						`The controller did not answer ${times(unanswered)}.`,
						"See its log, and the machine's load.",
					),
				]
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
	if (count === 0) return [flaw("no_turns", "The controller finished no turn.", "Start it again, and see its log.")];
	if (longest <= late) return [];
	return [
		flaw(
			"late_turn",
			`A turn came ${longest} s after the one before, and ${period} s is due.`,
			"See the machine's load.",
		),
	];
}

function sensorFlaws({ turns, sensors }: Figures): readonly Flaw[] {
	if (sensors.length === 0 && turns.count > 0)
		return [
			flaw(
				"no_sensors",
				"There is no sensor to read.",
				"Run `solar-heating check` for what is wrong with the options.",
			),
		];
	return sensors
		.filter((s) => s.turns_without > 0)
		.map(({ sensor, turns_without, fault = "unknown" }) =>
			flaw("no_reading", `${sensor} had no value in ${turns_without} of ${turns.count} turns (${fault}).`, SENSOR),
		);
}
const SENSOR = "Run `solar-heating read`; check the sensor, its address and its wires.";

const outputFlaws = ({ outputs, turns }: Figures): readonly Flaw[] =>
	outputs
		.filter((o) => o.turns_unconfirmed > 0)
		.map(({ output, turns_unconfirmed, fault = "unknown" }) =>
			flaw(
				"output_unconfirmed",
				`${output} was not confirmed by its board in ${turns_unconfirmed} of ${turns.count} turns (${fault}).`,
				"Check the relay board and its cable.",
			),
		);

function brokerFlaws({ broker, missing }: Figures): readonly Flaw[] {
	const { state, disconnects, auth_errors, failures } = broker;
	const classes = Object.keys(failures).join(", ");
	const named = classes === "" ? "" : ` (${classes})`;
	const flaws = [
		...(disconnects > 0
			? [flaw("disconnected", `The broker's connection broke ${times(disconnects)}${named}.`, BROKER)]
			: []),
		...(auth_errors > 0
			? [flaw("auth_errors", `The broker turned this login or a topic away ${times(auth_errors)}${named}.`, BROKER)]
			: []),
		...(state === "connected"
			? []
			: [flaw("not_connected", `At the end the broker's connection is: ${state}${named}.`, BROKER)]),
	];
	if (state !== "connected" || missing === 0) return flaws;
	return [...flaws, flaw("missing", `At the end the broker lacks ${missing} of our messages.`, BROKER)];
}
const BROKER = "Run `solar-heating check` for the cause and what to do.";

const logFlaws = ({ log }: Figures): readonly Flaw[] =>
	log
		.filter(({ level }) => level === "error")
		.map(({ code, text, count }) =>
			flaw("log_error", `Logged ${times(count)}: ${text}`, `See \`${code}\` in the log.`),
		);

function commandFlaws({ path, tried, answered, refused }: CommandFigures): readonly Flaw[] {
	const where = path === "broker" ? "through the broker" : "past the broker";
	if (refused !== undefined)
		return [flaw("command_refused", `A command ${where} that changes nothing was refused: ${refused}`, "See the log.")];
	if (answered === tried) return [];
	return [
		flaw(
			"command_unanswered",
			`Of ${tried} commands ${where} ${answered} were answered.`,
			path === "broker" ? "Compare the broker's access rules with `solar-heating broker acl`." : "See the log.",
		),
	];
}

const times = (n: number) => (n === 1 ? "once" : `${n} times`);
