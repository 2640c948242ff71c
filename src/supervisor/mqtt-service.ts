import * as z from "zod";
import { type Finding, finding } from "#model/findings/finding.ts";
import { type Notice, notice } from "#model/sentences/notice.ts";
import { jsonIn } from "#model/untyped/untyped.ts";
import { ask, type Supervisor } from "./ask.ts";

/** The broker that the Supervisor knows. Some providers publish no login. */
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

/** Seconds. The answer is small and comes from the same machine. */
const DEADLINE = 5;

/**
 * `GET /services/mqtt`: host, port and login of the house's broker. Its `protocol` does not say what the broker speaks, so
 * it is not read. Each reason for having none is a finding of its own. Never throws.
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

/** The log entry for a finding: it says what the finding says. */
export const serviceNotice = ({ code, severity, facts }: Finding): Notice =>
	notice(severity === "alarm" ? "error" : "warning", "mqtt_service_failed", { ...facts, why: code });

const failed = (why: Finding): ServiceAnswer => ({ kind: "failed", finding: why });

function refusal(status: number): Finding {
	switch (status) {
		// No broker is registered. One that stops removes its entry; one that starts adds it again.
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

/** A name or an address: no spaces, no path, no user name. */
const HOST = /^[^\s/@\p{Cc}]{1,253}$/u;
const text = z.string().nullish();
const answer = z.object({
	result: z.literal("ok"),
	data: z.object({
		host: z.string().regex(HOST),
		// Text in the Supervisor's documentation, a number in its code.
		port: z
			.union([
				z.number(),
				z
					.string()
					.regex(/^\d{1,5}$/)
					.transform(Number),
			])
			.pipe(z.int().min(1).max(65_535)),
		ssl: z.boolean().default(false),
		username: text,
		password: text,
	}),
});

/** Names the first wrong field. The content is never repeated: it may hold a password in the wrong place. */
function read(body: string): ServiceAnswer {
	const { data: answered, error } = answer.safeParse(jsonIn(body));
	if (answered === undefined) return garbled(String(error.issues[0]?.path.at(-1) ?? "no_object"));
	const { host, port, ssl: tls, username, password } = answered.data;
	return {
		kind: "service",
		service: { host, port, tls, ...(username && { username }), ...(password && { password }) },
	};
}
