import { randomBytes } from "node:crypto";
import type { Broker } from "#mqtt/broker.ts";
import { probe } from "#mqtt/probe.ts";
import { freshPassword } from "./logins.ts";

/** The broker's answer to somebody whom it must refuse. Only a refusal of the login itself counts. */
export interface Refusal {
	readonly who: "a stranger" | "a wrong password";
	/** CONNACK code of MQTT 3.1.1; undefined if the broker did not refuse. */
	readonly code?: string;
}

/** Seconds for one attempt. */
const PATIENCE = 3;

/** Tries without a login, then as `username` with a wrong password. */
export const tryStrangers = (host: string, port: number, username: string): Promise<readonly Refusal[]> =>
	Promise.all([
		knock({ host, port, username: "", password: "" }, "a stranger"),
		knock({ host, port, username, password: freshPassword() }, "a wrong password"),
	]);

async function knock(
	as: Pick<Broker, "host" | "port" | "username" | "password">,
	who: Refusal["who"],
): Promise<Refusal> {
	const client_id = `stranger_${randomBytes(4).toString("hex")}`;
	const will = { topic: "stranger", payload: "", retain: false, qos: 0 } as const;
	const tried = await probe({ ...as, client_id, will }, { protocol: 4, timeout: PATIENCE }, async () => undefined);
	return tried.kind === "refused" ? { who, code: tried.detail } : { who };
}

/** `a stranger was refused (code 5), a wrong password was refused (code 5)` */
export const refusalsTold = (refusals: readonly Refusal[]): string =>
	refusals
		.map(({ who, code }) => (code === undefined ? `${who} was NOT refused` : `${who} was refused (code ${code})`))
		.join(", ");

export const allRefused = (refusals: readonly Refusal[]): boolean => refusals.every(({ code }) => code !== undefined);
