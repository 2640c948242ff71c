import { afterEach, describe, expect, test } from "@jest/globals";
import { ACL, asked, LOGIN, steps, USER } from "../broker/proofs/ask.ts";
import { type Mosquitto, type MosquittoOptions, RELEASES, startMosquitto } from "../fakes/mosquitto.ts";

const QUEUELESS = { first: ["max_queued_messages 0"] };
const MOUNTED = { more: ["mount_point house/"] };
const BOUND = ["ok ok", "ok ok"];
const NO_RULES = ["ok acl-absent", "ok acl-absent"];
const WIDE = ["fail acl-too-wide", "fail acl-too-wide"];
const all = (topics: string) => ({ acl: `user ${USER}\ntopic readwrite ${topics}\n` });

describe.each(RELEASES)("the bounds of rights at a Mosquitto %s", (release) => {
	let broker: Mosquitto | undefined;
	afterEach(() => broker?.stop());

	test.each<readonly [string, MosquittoOptions, readonly string[]]>([
		["hangs up after what it denies, as it queues nothing", { ...QUEUELESS, acl: ACL }, BOUND],
		["queues nothing and has no rules", QUEUELESS, NO_RULES],
		["queues nothing and allows all topics", { ...QUEUELESS, ...all("#") }, WIDE],
		["gives one message at a time", { first: ["max_inflight_messages 1"], acl: ACL }, BOUND],
		["has a mount point and no rules", MOUNTED, NO_RULES],
		["allows all topics", all("#"), WIDE],
	])("that %s are told as they are", async (_, options, expected) => {
		broker = await startMosquitto({ release, users: LOGIN, ...options });
		const seen = await steps(asked({ port: broker.port }));
		const bounds = seen.filter(({ id }) => /^acl_/.test(id)).map(({ status, class: class_ }) => `${status} ${class_}`);
		expect(bounds).toEqual(expected);
	});
});
