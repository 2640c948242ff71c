import { type Notice, notice } from "#model/decision.ts";
import { type Finding, finding } from "#model/finding.ts";
import { ask, type Supervisor } from "./ask.ts";

/** The broker that Home Assistant's Supervisor knows of. Some providers publish no login. */
export interface MqttService {
	readonly host: string;
	readonly port: number;
	readonly tls: boolean;
	readonly username?: string;
	readonly password?: string;
}

export type ServiceAnswer =
	| { readonly kind: "service"; readonly service: MqttService }
	| { readonly kind: "failed"; readonly finding: Finding };

/** Seconds: it is one small answer from this very machine. */
const DEADLINE = 5;

/**
 * `GET /services/mqtt`: host, port and login of the house's broker. Its `protocol` says nothing about what the broker
 * speaks, and is not read. Each way to get none is a finding of its own. Never throws.
 */
export async function mqttService(supervisor: Supervisor, deadline = DEADLINE): Promise<ServiceAnswer> {
	const asked = await ask(supervisor, "/services/mqtt", deadline);
	switch (asked.kind) {
		case "timeout":
			return failed(finding("warning", "mqtt_service_slow", { seconds: deadline }));
		case "unreachable":
			return failed(finding("warning", "mqtt_service_unreachable", { cause: asked.cause }));
		case "answered":
			return asked.status === 200 ? read(asked.body) : failed(refusal(asked.status));
	}
}

/** What a person reads of it in the log, where `text` is the finding's own sentence. */
export const serviceNotice = ({ code, severity, facts }: Finding, text: string): Notice =>
	notice(severity === "alarm" ? "error" : "warning", "mqtt_service_failed", { ...facts, why: code, text });

const failed = (why: Finding): ServiceAnswer => ({ kind: "failed", finding: why });

function refusal(status: number): Finding {
	switch (status) {
		// No broker is registered right now: one that stops takes its entry away, one that starts writes it anew.
		case 400:
			return finding("warning", "mqtt_service_not_enabled");
		case 401:
			return finding("alarm", "mqtt_service_unauthorized");
		case 403:
			return finding("alarm", "mqtt_service_forbidden");
		default:
			return finding("warning", "mqtt_service_error", { status });
	}
}

const garbled = (what: string): ServiceAnswer => failed(finding("warning", "mqtt_service_garbled", { what }));

/** Nothing of what came is ever repeated: it may hold a password in the wrong place. */
function read(body: string): ServiceAnswer {
	const answer = json(body);
	if (answer === undefined) return garbled("no JSON object");
	if (answer["result"] !== "ok") return garbled("result");
	const data = answer["data"];
	if (!isRecord(data)) return garbled("data");
	const { host, ssl = false, username, password } = data;
	const port = portIn(data["port"]);
	if (typeof host !== "string" || !HOST.test(host)) return garbled("host");
	if (port === undefined) return garbled("port");
	if (typeof ssl !== "boolean") return garbled("ssl");
	if (!isText(username)) return garbled("username");
	if (!isText(password)) return garbled("password");
	return {
		kind: "service",
		service: {
			host,
			port,
			tls: ssl,
			...(username && { username }),
			...(password && { password }),
		},
	};
}

/** A name or an address: no spaces, no path, no login in front. */
const HOST = /^[^\s/@\p{Cc}]{1,253}$/u;
const isText = (value: unknown): value is string | null | undefined =>
	value === undefined || value === null || typeof value === "string";
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** The Supervisor's documentation shows it as text, its code as a number. */
function portIn(value: unknown): number | undefined {
	const port = typeof value === "string" && /^\d{1,5}$/.test(value) ? Number(value) : value;
	return typeof port === "number" && Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : undefined;
}

function json(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
