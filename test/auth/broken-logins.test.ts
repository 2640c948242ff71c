import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "@jest/globals";
import type { Known } from "#broker/proofs/trying/strangers/stranger.ts";
import { NOBODY_KNOWN, strangersRefused } from "#broker/running/strangers.ts";
import { asked, classes, PASSWORD, USER } from "../broker/proofs/ask.ts";
import { brokenLoginPlugin } from "../fakes/login-plugin.ts";
import { type Mosquitto, RELEASES, startMosquitto } from "../fakes/mosquitto.ts";

const EMPTY = { wrong_password_refused: "empty-password-accepted" };
const WRONG = { wrong_password_refused: "wrong-password-accepted" };
/** What is wrong with a plugin, and the proofs that find it. */
const BREAKS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
	["", {}],
	["anonymous_311", { anonymous_refused: "anonymous-allowed" }],
	["anonymous_5", { anonymous_refused: "anonymous-allowed" }],
	["no_password", { ...EMPTY, random_user_refused: "empty-password-accepted" }],
	["no_password_311", { ...EMPTY, random_user_refused: "empty-password-accepted" }],
	["any_user_none", { ...EMPTY, random_user_refused: "random-user-accepted" }],
	["any_password", { ...WRONG, random_user_refused: "other-name-accepted" }],
	["any_user", { ...WRONG, random_user_refused: "random-user-accepted" }],
	["prefix", WRONG],
	["longer", WRONG],
	["line_end", WRONG],
	["password_case", WRONG],
	["name_as_password", { ...WRONG, random_user_refused: "wrong-password-accepted" }],
	["name_case", { random_user_refused: "other-name-accepted" }],
	["password_alone", { random_user_refused: "random-user-accepted" }],
	["others_password", { random_user_refused: "other-name-accepted" }],
];
/** What only a login of ours can find: harden knows the names of users, and no password. */
const BY_OUR_PASSWORD = [
	"prefix",
	"longer",
	"line_end",
	"password_case",
	"name_case",
	"password_alone",
	"others_password",
];
/** What takes a name that there is. */
const BY_NAME = ["no_password", "no_password_311", "any_password", "name_as_password"];
const STRANGERS = ["anonymous_refused", "wrong_password_refused", "random_user_refused"];

const OURS: Known = { own: { username: USER, password: PASSWORD }, others: ["pump"] };
const NAMES: Known = { own: { username: "", password: "" }, others: [USER, "pump"] };

let folder: string;
const clientIds = { next: () => `solar_heating_proof_${randomUUID()}`, sent: () => undefined };
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "broken-logins-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(RELEASES)("a plugin of Mosquitto %s that checks logins", (release) => {
	let broker: Mosquitto | undefined;
	afterEach(() => broker?.stop());
	const started = async (breaks: string, ...more: readonly string[]) => {
		broker = await startMosquitto({ release, more: [...brokenLoginPlugin(folder, breaks), ...more] });
		return broker.port;
	};
	const found = async (port: number) => {
		const context = asked({ port });
		const target = context.target && { ...context.target, others: ["pump"] };
		const all = await classes({ ...context, ...(target && { target }) });
		return Object.fromEntries(STRANGERS.map((id) => [id, all[id]]));
	};
	const fine = { anonymous_refused: "ok", wrong_password_refused: "ok", random_user_refused: "ok" };

	test.each(BREAKS)(
		"and fails at “%s”: check finds that, and no more",
		async (breaks, classes) => {
			expect(await found(await started(breaks))).toEqual({ ...fine, ...classes });
		},
		30_000,
	);

	test.each(BREAKS)(
		"and fails at “%s”: so do the proofs of the broker commands",
		async (breaks, classes) => {
			const door = { host: "127.0.0.1", port: await started(breaks), tls: false };
			const good = Object.keys(classes).length === 0;
			const ways = [OURS, NAMES, NOBODY_KNOWN].map((known) => strangersRefused([door], clientIds, known));
			const [ours, names, nobody] = (await Promise.all(ways)).map((trouble) => trouble === undefined);
			const named = BY_OUR_PASSWORD.includes(breaks);
			expect({ ours, names, nobody }).toEqual({
				ours: good,
				names: good || named,
				nobody: good || named || BY_NAME.includes(breaks),
			});
		},
		30_000,
	);

	it.each(["true", "false"])(
		"is judged alike with allow_zero_length_clientid %s",
		async (value) => {
			expect(await found(await started("", `allow_zero_length_clientid ${value}`))).toEqual(fine);
			await broker?.stop();
			const open = await started("anonymous_311", `allow_zero_length_clientid ${value}`);
			expect(await found(open)).toEqual({ ...fine, anonymous_refused: "anonymous-allowed" });
		},
		30_000,
	);
});
