import { randomBytes } from "node:crypto";
import { PROOFS } from "#broker/proofs/index.ts";
import type { Context, Proof } from "#broker/proofs/proof.ts";
import { prove, type Step } from "#broker/proofs/prove.ts";
import { type ProbeClientIds, probeClientId } from "#broker/proofs/trying/own/probe-client-id.ts";
import { aclOf } from "#home-assistant/access-rules.ts";
import { topicsOf } from "#home-assistant/installation.ts";
import { says } from "#model/sentences/sentence.ts";
import type { Broker } from "#mqtt/broker.ts";
import { spoken } from "#texts/say.ts";

export const USER = "solar";
export const PASSWORD = "correct horse";
export const LOGIN = { [USER]: PASSWORD };

const HOUSE = { installation: "abcd2345", base_topic: "solar", discovery_prefix: "homeassistant" };
const topics = topicsOf(HOUSE);
export const ROOT = topics.root;
/** What `broker acl` prints. */
export const ACL = aclOf({ user: USER, ...HOUSE });

/** The key under which these tests come where they mean to be turned away. */
export const KEY = Buffer.from("a key of the tests");
const clientIds: ProbeClientIds = {
	next: () => probeClientId(KEY, randomBytes(8).toString("hex"), Date.now() / 1000),
	sent: () => undefined,
};

/** Complete options for a broker on this machine. */
export const asked = (change: Partial<Broker> & { readonly port: number }): Context => {
	const broker: Broker = {
		host: "127.0.0.1",
		username: USER,
		password: PASSWORD,
		client_id: "solar_heating_abcd2345_00000001",
		will: { topic: topics.availability, payload: "offline", retain: true, qos: 1 },
		...change,
	};
	return {
		options: { summary: says("verbatim", { text: "valid" }), problems: [] },
		exposed: [],
		login: { kind: "complete", username: broker.username },
		target: { broker, topics, clientIds, thorough: true },
	};
};

/** A step as an English reader has it. */
export interface Read extends Omit<Step, "message" | "remedy"> {
	readonly message: string;
	readonly remedy: string;
}
export const read = (step: Step): Read => ({
	...step,
	message: spoken("en", step.message),
	remedy: spoken("en", step.remedy),
});

export const steps = async (context: Context, deadline?: number, proofs = PROOFS): Promise<readonly Read[]> => {
	const all: Read[] = [];
	for await (const step of prove(proofs, context, deadline)) all.push(read(step));
	return all;
};

/** `id` -> class, of every step. */
export const classes = async (context: Context, deadline?: number): Promise<Readonly<Record<string, string>>> =>
	Object.fromEntries((await steps(context, deadline)).map((step) => [step.id, step.class]));

/** The one step of this name, with nothing run that it does not need. */
export const stepOf = async (context: Context, id: string): Promise<Read> => {
	const step = (await steps(context, undefined, neededBy(id))).find((s) => s.id === id);
	if (step === undefined) throw new Error(`There is no step ${id}.`);
	return step;
};
const neededBy = (id: string): readonly Proof[] =>
	PROOFS.filter((proof) => proof.id === id).flatMap((proof) => [...proof.needs.flatMap(neededBy), proof]);

/** The classes of a check without anything wrong, with changes. */
export const good = (change: Readonly<Record<string, string>> = {}) => ({
	options: "ok",
	credentials: "ok",
	secret_files: "ok",
	dns: "ok",
	tcp: "ok",
	tls: "not-configured",
	plaintext_refused: "not-configured",
	old_tls_refused: "not-configured",
	login: "ok",
	subscribe: "ok",
	publish: "ok",
	will: "ok",
	anonymous_refused: "ok",
	wrong_password_refused: "ok",
	random_user_refused: "ok",
	listeners: "ok",
	acl_write_escape: "ok",
	acl_read_escape: "ok",
	client_id_theft: "not-tried",
	broker_outdated: "not-visible",
	...change,
});
const all = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, "not-tried"]));
/** What a broker without access rules, Debian's Mosquitto 2.0.11, is found to be beside what is asked. */
export const NO_RULES = {
	acl_write_escape: "acl-absent",
	acl_read_escape: "acl-absent",
	broker_outdated: "broker-outdated",
};
/** Not tried without a login. */
export const NO_LOGIN = all([
	...["subscribe", "publish", "will", "wrong_password_refused", "random_user_refused"],
	...["acl_write_escape", "acl_read_escape", "client_id_theft", "broker_outdated"],
]);
/** Not tried if the broker cannot be reached. */
export const NO_WAY = { ...NO_LOGIN, ...all(["login", "anonymous_refused", "plaintext_refused", "old_tls_refused"]) };
