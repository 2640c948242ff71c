import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { ownOf } from "#broker/log/count/own.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { told as textOf } from "#texts/told.ts";
import { joinWatch } from "../../../src/app/broker/log-watch.ts";
import { until } from "../house.ts";

let folder: string;
let now: number;
let heard: Map<string, (text: string) => void>;
let findings: () => readonly Finding[];
let told: Notice[];
let close: () => void;
let waits: (() => void)[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "app-watch-"));
	[now, told, heard, waits] = [1_700_000_000, [], new Map(), []];
});
afterEach(() => {
	close();
	rmSync(folder, { recursive: true });
});

function join_(log_file?: string): void {
	const broker: Parameters<typeof joinWatch>[0] = {
		listen: (filter, reader) =>
			void heard.set(filter, (text) => reader({ topic: filter, payload: Buffer.from(text), retained: false })),
	};
	({ close, findings } = joinWatch(broker, {
		watch: { enabled: true, ...(log_file !== undefined && { log_file }) },
		folder,
		own: ownOf(() => false),
		tell: (notice) => void told.push(notice),
		now: () => now,
		after: (_, run) => {
			waits.push(run);
			return () => undefined;
		},
	}));
}
const say = (text: string) => heard.get("$SYS/broker/log/+")?.(`${now}: ${text}`);
const guess = (n: number, address = "10.0.0.5") => {
	for (let i = 0; i < n; i++) say(`Client me [${address}:1] disconnected: not authorised.`);
};
const factsOf = (code: string) =>
	findings()
		.filter((one) => one.code === code)
		.map(({ facts }) => facts);

const saidOf = (facts: Facts = {}) => textOf("en", "finding", "broker_alert", facts);

describe("the watch in the running app", () => {
	it("waits until it knows whose words the log has: before that nothing is well", () => {
		join_();
		heard.get("$SYS/broker/log/+")?.("1700000000: Saving in-memory database to /var/lib/mosquitto/mosquitto.db.");
		expect(factsOf("broker_watch")).toMatchObject([{ state: "waiting", refusals: 0 }]);
		heard.get("$SYS/broker/version")?.("mosquitto version 2.1.2");
		guess(1);
		expect(factsOf("broker_watch")).toMatchObject([{ state: "watching", refusals: 1, addresses: 1 }]);
	});

	it("says that it does not understand what is no log of Mosquitto, and nothing is well then", () => {
		join_();
		for (let n = 0; n < 10; n++) heard.get("$SYS/broker/log/+")?.(`GET /${n} HTTP/1.1`);
		expect(factsOf("broker_watch")).toMatchObject([{ state: "not_understood", refusals: 0 }]);
	});

	it("tells an attack once, shows it with the figures of now, and lets it go when it is over", () => {
		join_();
		heard.get("$SYS/broker/version")?.("mosquitto version 2.1.2");
		guess(40);
		expect(told.filter(({ code }) => code === "broker_alert")).toHaveLength(1);
		expect(factsOf("broker_alert")).toMatchObject([
			{ nth: 1, kind: "brute_force", address: "10.0.0.5", count: 40, when: "2023-11-14T22:13:20.000Z" },
		]);
		expect(saidOf(factsOf("broker_alert")[0])).toMatch(/^40 logins from 10\.0\.0\.5 were refused within 5 min\. If/);
		now += 299;
		expect(factsOf("broker_alert")).toHaveLength(1);
		now += 1;
		expect(factsOf("broker_alert")).toEqual([]);
	});

	it("remembers over a restart where users come from, for its owner alone", () => {
		join_();
		say("New client connected from 10.0.0.5:1 as hall (p4, c1, k60, u'hall').");
		close();
		expect(statSync(join(folder, "known-addresses.json")).mode & 0o777).toBe(0o600);
		expect(JSON.parse(readFileSync(join(folder, "known-addresses.json"), "utf8"))).toEqual({ hall: ["10.0.0.5"] });
		join_();
		say("New client connected from 10.0.0.5:1 as hall (p4, c1, k60, u'hall').");
		say("New client connected from 10.0.0.6:1 as hall (p4, c1, k60, u'hall').");
		expect(factsOf("broker_alert")).toMatchObject([{ kind: "new_address", user: "hall", address: "10.0.0.6" }]);
	});

	it("writes what a flood of new users brings once, some seconds later, not with every line", () => {
		join_();
		const kept = () => Object.keys(JSON.parse(readFileSync(join(folder, "known-addresses.json"), "utf8")));
		const login = (user: string) => say(`New client connected from 10.0.0.5:1 as c (p4, c1, k60, u'${user}').`);
		for (let n = 0; n < 999; n++) login(`user-${n}`);
		expect([readdirSync(folder), waits.length]).toEqual([[], 1]);
		waits.shift()?.();
		expect([kept().length, waits.length]).toEqual([999, 0]);
		login("one more");
		expect([kept().length, waits.length]).toEqual([999, 1]);
		close();
		expect(kept()).toHaveLength(1000);
	});

	it("loses one odd entry of what was kept, not the others", () => {
		const kept = '{"anna":["10.0.0.1"],"bo":["10.0.0.2",7],"eve":null,"__proto__":["10.0.0.4"]}';
		writeFileSync(join(folder, "known-addresses.json"), kept);
		join_();
		for (const user of ["anna", "bo", "eve", "__proto__"])
			say(`New client connected from 10.0.0.9:1 as c (p4, c1, k60, u'${user}').`);
		expect(told.flatMap(({ facts: { user } }) => user ?? [])).toEqual(["anna", "bo", "__proto__"]);
		close();
		expect(readFileSync(join(folder, "known-addresses.json"), "utf8")).toBe(
			'{"anna":["10.0.0.1","10.0.0.9"],"bo":["10.0.0.2","10.0.0.9"],"__proto__":["10.0.0.4","10.0.0.9"],"eve":["10.0.0.9"]}\n',
		);
	});

	it("reads a file where one is named, and says so while it cannot be read", async () => {
		const path = join(folder, "mosquitto.log");
		join_(path);
		await until("it has looked for the file", () => factsOf("broker_log_unreadable").length > 0);
		expect(factsOf("broker_log_unreadable")).toEqual([{ file: path }]);
		expect(factsOf("broker_watch")).toMatchObject([{ state: "unreadable" }]);
		writeFileSync(path, `${now}: mosquitto version 2.1.2 starting\n`);
		appendFileSync(path, `${now}: Client me [10.0.0.5:1] disconnected: not authorised.\n`);
		// Its lines come before it is known to be readable.
		await until("it has read the file", () => factsOf("broker_watch")[0]?.["state"] === "watching");
		expect(factsOf("broker_watch")).toMatchObject([{ state: "watching", refusals: 1 }]);
		expect(factsOf("broker_log_unreadable")).toEqual([]);
	});
});
