import { finding } from "#model/findings/finding.ts";
import { notice } from "#model/sentences/notice.ts";
import { inside } from "#model/sentences/sentence.ts";
import { tlsFiles } from "#mqtt/wire/tls-files.ts";
import { type Credentials, credentials, type Login } from "#options/credentials.ts";
import type { Options } from "#options/root.ts";
import type { Access, After, Answer } from "#supervisor/login-life.ts";
import { mqttService, serviceNotice } from "#supervisor/mqtt-service.ts";
import { passwordsAt } from "./next-password.ts";
import type { Origin } from "./origin.ts";
import type { passwordIn } from "./password-file.ts";
import { problemNotice } from "./problem-notice.ts";
import type { Sourced } from "./source.ts";

type Place = Pick<Options["mqtt"], "host" | "port" | "tls">;

/**
 * Gives a function that asks for the present broker and login, from the source that the options chose. Nothing here throws.
 */
export function accessOf(sourced: Sourced, options: Options): (after?: After) => Promise<Answer> {
	const { origin = { kind: "given" }, login } = sourced;
	const { mqtt } = options;
	switch (origin.kind) {
		case "given":
			return async () => ({ ...given(sourced, options), final: !mqtt.tls });
		case "file": {
			const passwords = passwordsAt(origin.path, () => performance.now() / 1000);
			return async (after) => fromFile(passwords(after), sourced, options);
		}
		case "supervisor": {
			// After the Supervisor has named a broker, other sources would mean another broker.
			let served = false;
			return async () => {
				const answer = await fromSupervisor(origin, sourced, options);
				served ||= answer.access !== undefined;
				if (served || (login.kind === "required" && !sourced.anonymous)) return answer;
				const other = given(sourced, options);
				return other.access === undefined ? answer : { ...answer, access: other.access };
			};
		}
	}
}

function given({ login, anonymous }: Sourced, options: Options): Answer {
	if (login.kind === "complete") return secured(options.mqtt, login.login, options);
	return anonymous ? asNobody(options.mqtt, options) : required(login);
}

function fromFile(read: ReturnType<typeof passwordIn>, { secrets }: Sourced, options: Options): Answer {
	const { mqtt } = options;
	if ("problem" in read) {
		const answer = required(credentials(mqtt.username, undefined));
		return { ...answer, notices: [problemNotice(read.problem), ...answer.notices] };
	}
	learn(secrets, read.password);
	const login = credentials(mqtt.username, read.password);
	return login.kind === "complete" ? secured(mqtt, login.login, options) : required(login);
}

async function fromSupervisor(
	{ supervisor }: Extract<Origin, { readonly kind: "supervisor" }>,
	{ secrets, anonymous }: Sourced,
	options: Options,
): Promise<Answer> {
	const { mqtt } = options;
	const failed = (found: NonNullable<Answer["finding"]>): Answer => ({
		finding: found,
		notices: [serviceNotice(found)],
		final: false,
	});
	const answer = await mqttService(supervisor);
	if (answer.kind === "failed") return failed(answer.finding);
	const { host, port, tls, username, password } = answer.service;
	// If the options ask for TLS, the connection uses TLS or is not made.
	const place = { host, port, tls: tls || mqtt.tls };
	if (username === undefined && password === undefined && anonymous) return asNobody(place, options);
	if (password !== undefined) learn(secrets, password);
	const login = credentials(username, password);
	if (login.kind === "complete") {
		const answer = secured(place, login.login, options);
		return answer.access === undefined ? answer : { ...answer, access: { ...answer.access, managed: true } };
	}
	return failed(finding("alarm", "mqtt_service_without_login", { ...inside("why", login.why), host }));
}

const asNobody = (place: Place, options: Options): Answer => {
	const answer = secured(place, { username: "", password: "" }, options);
	return answer.access === undefined ? answer : { ...answer, access: { ...answer.access, anonymous: true } };
};

/** With the certificates now in their files. */
function secured({ host, port, tls }: Place, { username, password }: Login, options: Options): Answer {
	const access: Access = { host, port, username, password };
	if (!tls) return { access, notices: [], final: false };
	const files = tlsFiles(options.mqtt);
	if (files.kind === "read") return { access: { ...access, tls: files.tls }, notices: [], final: false };
	const { problem } = files;
	const found = finding("alarm", "mqtt_files_unreadable", { path: problem.path });
	return { finding: found, notices: [problemNotice(problem)], final: false };
}

function required(login: Credentials): Answer {
	if (login.kind === "complete") return { notices: [], final: false };
	return {
		finding: finding("alarm", "mqtt_credentials_required", inside("why", login.why)),
		notices: [notice("error", "mqtt_credentials_required", inside("why", login.why))],
		final: false,
	};
}

function learn(secrets: string[], secret: string): void {
	if (secret !== "" && !secrets.includes(secret)) secrets.push(secret);
}
