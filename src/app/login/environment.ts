import { type Problem, problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Options from the environment, in the shape of an options file. */
export interface FromEnvironment {
	readonly options: Readonly<Record<string, unknown>>;
	readonly problems: readonly Problem[];
}

/**
 * The variables of the deployment guide: MQTT_USERNAME, MQTT_PASSWORD, MQTT_BROKER, MQTT_PORT, SYSTEM_MODE, LOG_LEVEL,
 * DEBUG.
 */
export function fromEnvironment(env: Env): FromEnvironment {
	const problems: Problem[] = [];
	const mqtt = {
		...text("username", env["MQTT_USERNAME"]),
		...text("password", env["MQTT_PASSWORD"]),
		...text("host", env["MQTT_BROKER"]),
		...port(env["MQTT_PORT"], problems),
	};
	const options = {
		...(Object.keys(mqtt).length > 0 && { mqtt }),
		...text("system_mode", env["SYSTEM_MODE"]?.toLowerCase()),
		...level(env["LOG_LEVEL"], env["DEBUG"], problems),
	};
	return { options, problems };
}

const text = (key: string, value: string | undefined) => (value === undefined || value === "" ? {} : { [key]: value });

function port(value: string | undefined, problems: Problem[]) {
	if (value === undefined || value === "") return {};
	if (/^\d{1,5}$/.test(value)) return { port: Number(value) };
	problems.push(problem("MQTT_PORT", value, mend("port_range", { min: 1, max: 65535 })));
	return {};
}

const LEVELS: Readonly<Record<string, string>> = {
	trace: "trace",
	debug: "debug",
	info: "info",
	warn: "warning",
	warning: "warning",
	error: "error",
	critical: "error",
};

function level(value: string | undefined, debug: string | undefined, problems: Problem[]) {
	if (/^(?:1|true|yes|on)$/i.test(debug ?? "")) return { log_level: "debug" };
	if (value === undefined || value === "") return {};
	const known = LEVELS[value.toLowerCase()];
	if (known !== undefined) return { log_level: known };
	problems.push(problem("LOG_LEVEL", value, mend("no_choice", { choices: "trace, debug, info, warning, error" })));
	return {};
}
