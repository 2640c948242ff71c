import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
	clientIdsIn,
	MARK_KEY_FILE,
	markKey,
	OWN_LOGINS_FILE,
	ownLogins,
} from "#broker/proofs/trying/own/own-logins.ts";
import { isOurs } from "#broker/proofs/trying/own/probe-client-id.ts";
import { startMosquitto } from "../../fakes/mosquitto.ts";
import { asked, LOGIN, stepOf } from "./ask.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "own-logins-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const AT = new Date("2026-11-25T02:34:56Z");

describe("the key of the marks", () => {
	it("is made once, and readable by nobody else", () => {
		const key = markKey(folder);
		expect(key).toHaveLength(32);
		expect(markKey(folder)).toEqual(key);
		expect(statSync(join(folder, MARK_KEY_FILE)).mode & 0o777).toBe(0o600);
	});

	it("is replaced when others could have read it, or when it is none", () => {
		const key = markKey(folder);
		chmodSync(join(folder, MARK_KEY_FILE), 0o644);
		const next = markKey(folder);
		expect(next).not.toEqual(key);
		expect(statSync(join(folder, MARK_KEY_FILE)).mode & 0o777).toBe(0o600);
		writeFileSync(join(folder, MARK_KEY_FILE), "short", { mode: 0o600 });
		expect(markKey(folder)).toHaveLength(32);
	});

	it("costs no proof where it cannot be kept", () => {
		const clientIds = clientIdsIn("/dev/null/nowhere", () => AT);
		clientIds.sent(clientIds.next(), "127.0.0.1:1", "127.0.0.1:1883");
		expect(ownLogins("/dev/null/nowhere")).toEqual([]);
	});
});

describe("the list of our own wrong logins", () => {
	it("has each with its moment and both addresses, for nobody else to read", () => {
		const clientIds = clientIdsIn(folder, () => AT);
		const client_id = clientIds.next();
		clientIds.sent(client_id, "127.0.0.1:40000", "127.0.0.1:1883");
		expect(ownLogins(folder)).toEqual([
			{ at: "2026-11-25T02:34:56.000Z", client_id, from: "127.0.0.1:40000", to: "127.0.0.1:1883" },
		]);
		expect(isOurs(client_id, markKey(folder), AT.getTime() / 1000)).toBe(true);
		expect(statSync(join(folder, OWN_LOGINS_FILE)).mode & 0o777).toBe(0o600);
	});

	it("does not grow for ever, and bears lines that make no sense", () => {
		writeFileSync(join(folder, OWN_LOGINS_FILE), "{\nnull\n".repeat(1000));
		const clientIds = clientIdsIn(folder, () => AT);
		clientIds.sent("a", "b", "c");
		expect(readFileSync(join(folder, OWN_LOGINS_FILE), "utf8").split("\n").length).toBeLessThan(1100);
		expect(ownLogins(folder).map(({ client_id }) => client_id)).toEqual(["a"]);
	});

	it("names the very connections that the broker logs and refuses", async () => {
		const house = await startMosquitto({ users: LOGIN });
		const { target, ...context } = asked({ port: house.port });
		if (target === undefined) throw new Error("There is a target.");
		const marked = { ...context, target: { ...target, clientIds: clientIdsIn(folder) } };
		for (const id of ["anonymous_refused", "wrong_password_refused", "random_user_refused"])
			expect((await stepOf(marked, id)).status).toBe("ok");
		await house.stop();
		const listed = ownLogins(folder);
		expect(listed).toHaveLength(30);
		for (const { client_id, from, at } of listed) {
			expect(house.log()).toContain(`New connection from ${from} on port ${house.port}.`);
			expect(isOurs(client_id, markKey(folder), Date.parse(at) / 1000)).toBe(true);
		}
		expect(house.log().match(/not authori[sz]ed/g)).toHaveLength(30);
	});
});
