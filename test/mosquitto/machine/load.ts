import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "mqtt";
import { appSession } from "./app-session.ts";

/**
 * `load.ts OPTIONS PASSWORD`: 200 messages a second by the app's own session and as many by another user, whose password
 * is in that file, all at QoS 1, until SIGTERM; says `going` when both are in, `back` when the app's session came in anew
 * and was used for half a second, and in the end what came and how late.
 */
const [, , options = "", passwordFile = ""] = process.argv;
const EVERY = 5;
/** Messages. */
const USED = 100;
/** ms for the last ones to come. */
const PATIENCE = 20_000;
const password = readFileSync(passwordFile, "utf8").trim();

class Stream {
	readonly topic: string;
	sent = 0;
	readonly seen = new Set<number>();
	gap = 0;
	#last = performance.now();
	constructor(topic: string) {
		this.topic = topic;
	}
	came(payload: string): void {
		const now = performance.now();
		if (this.seen.size > 0) this.gap = Math.max(this.gap, now - this.#last);
		this.#last = now;
		this.seen.add(Number(payload));
	}
	report() {
		return { sent: this.sent, came: this.seen.size, gap_ms: Math.round(this.gap) };
	}
}
const streams = { app: new Stream("load/app"), other: new Stream("load/other") };

const other = connect("mqtt://127.0.0.1:1883", { username: "other", password, protocolVersion: 5 });
let disconnects = 0;
other.on("close", () => {
	disconnects++;
});
other.on("message", (topic, payload) => {
	for (const stream of Object.values(streams)) if (stream.topic === topic) stream.came(String(payload));
});
await new Promise((resolve) => other.once("connect", resolve));
await other.subscribeAsync("load/#", { qos: 1 });

const app = appSession(options);
if (!(await app.isIn(5000))) throw new Error("The app's session does not get in.");
let losses = 0;
/** As the app's publisher: what the broker did not acknowledge is said again. */
async function byApp(payload: string): Promise<void> {
	for (;;) {
		const outcome = await app.session()?.publish({ topic: streams.app.topic, payload, retain: false, qos: 1 });
		if (outcome === "sent") return;
		losses++;
		await app.isIn(5000);
	}
}

console.log("going");
let over = false;
process.on("SIGTERM", () => {
	over = true;
});
const waiting: Promise<unknown>[] = [];
const began = performance.now();
let back: number | undefined;
for (let n = 0; !over; n++) {
	await pause(Math.max(0, began + n * EVERY - performance.now()));
	if (app.joins() > 1) back ??= n;
	if (back !== undefined && n === back + USED) console.log("back");
	streams.app.sent++;
	streams.other.sent++;
	waiting.push(byApp(String(n)), other.publishAsync(streams.other.topic, String(n), { qos: 1 }));
}
await Promise.all(waiting);
const end = performance.now() + PATIENCE;
const missing = () => Object.values(streams).some(({ sent, seen }) => seen.size < sent);
while (missing() && performance.now() < end) await pause(10);
const late = disconnects;
console.log(
	JSON.stringify({
		app: { ...streams.app.report(), said_again: losses, joins: app.joins() },
		other: { ...streams.other.report(), disconnects: late },
	}),
);
await app.close();
await other.endAsync(true);
