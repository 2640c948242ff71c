import { randomBytes } from "node:crypto";
import type { Connection } from "#mqtt/broker.ts";
import { openSession, type Session } from "#mqtt/session.ts";
import { accessOf } from "../../../src/app/login/access.ts";
import { source } from "../../../src/app/login/source.ts";
import type { Machine } from "../../../src/app/machine.ts";
import { LoginLife } from "../../../src/supervisor/login-life.ts";

export interface AppSession {
	/** Absent before the login was read. */
	session(): Session | undefined;
	/** How often it came in. */
	joins(): number;
	/** Resolves as true once it is in, as false after so many ms. */
	isIn(ms: number): Promise<boolean>;
	close(): Promise<void>;
}

export const machineHere = (): Machine => ({
	argv: [],
	env: process.env,
	cwd: "/",
	out: process.stdout,
	err: process.stderr,
	terminal: false,
	onStop: () => undefined,
});

/**
 * The app's own connection, with the login that its options name, and nothing else of the app.
 * @param hurry how many times as fast as the app's its waits pass
 */
export function appSession(options: string, hurry = 1): AppSession {
	const sourced = source(machineHere(), { options, data: "/nowhere" });
	if (sourced.parsed.kind === "invalid") throw new Error(JSON.stringify(sourced.parsed.problems));
	let session: Session | undefined;
	let joins = 0;
	const after = (seconds: number, run: () => void) => {
		const handle = setTimeout(run, (seconds * 1000) / hurry);
		return () => clearTimeout(handle);
	};
	const ports = { tell: () => undefined, timer: { after, random: Math.random } };
	const life = new LoginLife({
		ask: accessOf(sourced, sourced.parsed.options),
		tell: () => undefined,
		accepted: () => undefined,
		after,
		open({ host, port, username, password }, heard) {
			const client_id = `app_${randomBytes(6).toString("hex")}`;
			const will = { topic: "solar/gone", payload: "", retain: false, qos: 0 } as const;
			const opened = openSession({ host, port, username, password, client_id, will }, ports);
			session = opened;
			let before: Connection["kind"] | undefined;
			opened.on(({ kind, failure }: Connection) => {
				if (kind === "connected" && before !== "connected") joins++;
				before = kind;
				heard(kind, failure?.class === "credentials-rejected");
			});
			return { renew: (login) => opened.credentials(login), close: () => opened.close([]) };
		},
	});
	return {
		session: () => session,
		joins: () => joins,
		async isIn(ms) {
			const deadline = performance.now() + ms;
			while (session?.state().kind !== "connected") {
				if (performance.now() > deadline) return false;
				await new Promise((resolve) => setTimeout(resolve, 5));
			}
			return true;
		},
		close: () => life.close(),
	};
}
