import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, test } from "@jest/globals";
import { freePort, type Mosquitto, type MosquittoOptions, startMosquitto } from "../../fakes/mosquitto.ts";
import { ACL, LOGIN, USER } from "./ask.ts";
import { type Checked, checked } from "./checked.ts";

const houses: Mosquitto[] = [];
afterEach(() => Promise.all(houses.splice(0).map((one) => one.stop())));
const at = async (options: MosquittoOptions) => {
	const started = await startMosquitto({ users: LOGIN, acl: ACL, ...options });
	houses.push(started);
	return started.port;
};
/** A Mosquitto that does not start, in its own words, and what is found at its port then. */
const notStarting = async (options: MosquittoOptions): Promise<Checked> => {
	const port = await freePort();
	await expect(startMosquitto({ users: LOGIN, port, ...options })).rejects.toThrow(/Mosquitto ended with/);
	return checked({ port });
};

/** What an owner sees, how it is brought about, and the finding with a word of its remedy. */
const SYMPTOMS: readonly (readonly [string, () => Promise<Checked>, string, RegExp])[] = [
	[
		"no login is given",
		async () => checked({ port: 1, username: "" }),
		"credentials credentials-required",
		/MQTT_USERNAME|login/,
	],
	[
		"the user is unknown",
		async () => checked({ port: await at({}), username: "nobody" }),
		"login credentials-rejected",
		/user/,
	],
	[
		"the password is wrong",
		async () => checked({ port: await at({ users: { [USER]: "another" } }) }),
		"login credentials-rejected",
		/Check both/,
	],
	[
		"it connects and may not publish",
		async () => checked({ port: await at({ acl: `user ${USER}\ntopic read solar/#` }) }),
		"publish acl-denied",
		/broker acl/,
	],
	[
		"it connects and gets no commands",
		async () => checked({ port: await at({ acl: `user ${USER}\ntopic write solar/#\ntopic write homeassistant/#` }) }),
		"subscribe acl-denied",
		/broker acl/,
	],
	[
		"a line of the configuration is misspelt",
		() => notStarting({ more: ["allow_anonymus false"] }),
		"tcp unreachable",
		/misspelt/,
	],
	[
		"a file that it names is not there",
		() => notStarting({ more: ["psk_file /nowhere/psk"] }),
		"tcp unreachable",
		/not where the configuration says/,
	],
];

describe("what goes wrong with a broker is a finding of `check`, with its remedy:", () => {
	test.each(SYMPTOMS)(
		"%s",
		async (_, provoke, finding, remedy) => {
			const { findings, steps, ok } = await provoke();
			expect(ok).toBe(false);
			expect(findings).toContain(finding);
			expect(steps.find(({ id }) => finding.startsWith(`${id} `))?.remedy).toMatch(remedy);
		},
		15_000,
	);

	it("and the page on MQTT has a row for each", () => {
		const page = readFileSync(join(import.meta.dirname, "../../../docs/mqtt.md"), "utf8");
		const rows = [...page.matchAll(/^\|[^|]+\| `([a-z]+)` \| `([a-z-]+)` \|/gm)].map(
			([, step, name]) => `${step} ${name}`,
		);
		expect([...new Set(rows)].sort()).toEqual([...new Set(SYMPTOMS.map(([, , finding]) => finding))].sort());
	});
});
