import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { inspect } from "node:util";
import { expect } from "@jest/globals";
import type { Broker, Protocol } from "#mqtt/broker.ts";
import { FAILURES, type FailureClass } from "#mqtt/failure.ts";
import { failureWords } from "../fakes/failure-words.ts";
import { type Mosquitto, type MosquittoOptions, RELEASES, type Release, startMosquitto } from "../fakes/mosquitto.ts";
import { broker, coded, patient, until, type Witness, watch } from "../mqtt/witness.ts";
import { said } from "../texts/said.ts";

/** Every password of these tests begins so, and it may be found nowhere. */
export const CANARY = "canary-7f3a";
export const RIGHT = `${CANARY}-right Ωmega`;
export const WRONG = `${CANARY}-wrong`;
export const USER = "solar";

export interface Cell {
	readonly release: Release;
	readonly protocol: Protocol;
}
/** All brokers, and on each both protocols. */
export const MATRIX: readonly (readonly [string, Cell])[] = RELEASES.flatMap((release) =>
	([5, 4] as const).map((protocol) => {
		const name = `Mosquitto ${release === "system" ? "of the system" : release}, MQTT ${protocol === 5 ? "5" : "3.1.1"}`;
		return [name, { release, protocol }] as const;
	}),
);

const running: Mosquitto[] = [];
const byName = new Map<string, Promise<Mosquitto>>();
/** A broker for one test file; `stopBrokers` ends it. */
export async function start(options: MosquittoOptions & { readonly release: Release }): Promise<Mosquitto> {
	// Where a plugin is asked, a password file would have the first word.
	const asks = options.more?.some((line) => line.startsWith("auth_plugin ")) === true;
	const started = await startMosquitto({ ...(!asks && { users: { [USER]: RIGHT } }), ...options });
	running.push(started);
	return started;
}
/** The same, and one broker for all tests that use this name with this release. */
export function house(name: string, options: MosquittoOptions & { readonly release: Release }): Promise<Mosquitto> {
	const key = `${name} ${options.release}`;
	const known = byName.get(key) ?? start(options);
	byName.set(key, known);
	return known;
}

/** No broker was given a password where others can read it, nor logged one. */
export async function stopBrokers(): Promise<void> {
	const logs = running.map((one) => one.log());
	const shown = running.map((one) => {
		const pid = one.pid();
		return pid === undefined ? "" : readFileSync(`/proc/${pid}/cmdline`, "latin1");
	});
	await Promise.all(running.splice(0).map((one) => one.stop()));
	byName.clear();
	expect(shown.join()).toMatch(/mosquitto/);
	withoutSecret(logs, shown);
}

/** A session of one cell of the matrix, with the right login unless told otherwise. */
export const visit = (
	{ protocol }: Cell,
	change: Partial<Broker> & { readonly port: number },
	ports: Parameters<typeof watch>[1] = {},
) => watch(broker({ username: USER, password: RIGHT, ...change }), { timer: patient(), first: protocol, ...ports });

export interface Ordeal {
	readonly failure: FailureClass;
	/** Seconds between the attempts, as many as there are to be seen. */
	readonly waits: readonly number[];
	/** What the one line has in parentheses after the cause. */
	readonly detail: string;
}

/** Fails as foreseen, each time again, with these waits between; said once, in one line; and without the password. */
export async function endures(witness: Witness, who: Partial<Broker>, port: number, ordeal: Ordeal): Promise<void> {
	const { failure, waits, detail } = ordeal;
	const { timer, reach, notices } = witness;
	for (let nth = 1; nth <= waits.length; nth += 1) {
		await until(
			() => timer.waits.length >= nth,
			() => `attempt ${nth} of ${failure}: ${JSON.stringify(witness.session.state())}`,
		);
		await reach("waiting", failure);
		if (nth < waits.length) timer.go();
	}
	expect(timer.waits).toEqual(waits);
	const { level } = FAILURES[failure];
	const { cause, remedy } = failureWords(failure);
	const { host = "127.0.0.1", username = USER } = who;
	const text = `MQTT Connection Failed - Broker: ${host}:${port}, User: ${username} - ${failure}: ${cause}${detail} ${remedy}`;
	expect(coded(notices, "mqtt_failed").map((one) => [one.level, said(one)])).toEqual([[level, text]]);
	withoutSecret(witness);
}

/** Logins that cannot work are reported at once, without a connection. */
export async function isNotTried(witness: Witness, mosquitto: Mosquitto, cause: string): Promise<void> {
	const before = mosquitto.log().length;
	await witness.reach("waiting", "config-invalid");
	expect(witness.timer.waits).toEqual([]);
	// A connection that comes now is the first since.
	const own = await opened(mosquitto.port);
	const connections = () => [
		...mosquitto
			.log()
			.slice(before)
			.matchAll(/New connection from \S+:(\d+)/g),
	];
	await until(() => connections().length > 0);
	expect(connections().map(([, port]) => Number(port))).toEqual([own]);
	expect(witness.notices.map((one) => said(one))).toEqual([expect.stringContaining(` - ${cause} `)]);
	withoutSecret(witness);
}

/** Opens a connection and closes it; gives its own port. */
const opened = (port: number): Promise<number | undefined> =>
	new Promise((resolve, reject) => {
		const socket = connect(port, "127.0.0.1", () => {
			resolve(socket.localPort);
			socket.destroy();
		});
		socket.once("error", reject);
	});

export function withoutSecret(...things: readonly unknown[]): void {
	const all = things.map((thing) => {
		const json = JSON.stringify(thing, (_, value) => (typeof value === "bigint" ? String(value) : value));
		return `${json}${inspect(thing, { depth: null, showHidden: true, maxStringLength: null, maxArrayLength: null })}`;
	});
	const hex = Buffer.from(CANARY).toString("hex");
	const base64 = Buffer.from(CANARY).toString("base64").slice(0, 12);
	for (const secret of [CANARY, hex, base64]) expect(all.join("\n").includes(secret)).toBe(false);
}
