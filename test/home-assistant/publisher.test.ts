import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { publisher } from "#home-assistant/publisher.ts";
import type { Connection, Message, Outcome } from "#mqtt/broker.ts";
import type { Session } from "#mqtt/session.ts";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { broker, closeAll, LOGIN, text, until, watch } from "../mqtt/witness.ts";

/** A session whose broker answers when told to, and how. */
const stage = () => {
	const sent: Message[] = [];
	const answers: ((outcome: Outcome) => void)[] = [];
	let listener: (connection: Connection) => void = () => undefined;
	let state: Connection = { kind: "connecting", since: 0, attempts: 1 };
	const enter = (kind: Connection["kind"]) => {
		state = { kind, since: 0, attempts: 0 };
		listener(state);
	};
	const session: Session = {
		rights: () => ({ denied: [], known: true }),
		state: () => state,
		publish: (message) => {
			sent.push(message);
			return new Promise((resolve) => answers.push(resolve));
		},
		on: (heard) => {
			listener = heard;
			return () => undefined;
		},
		subscribe: () => undefined,
		unsubscribe: () => undefined,
		onMessage: () => () => undefined,
		credentials: () => undefined,
		close: () => Promise.resolve(),
	};
	const answer = async (outcome: Outcome) => {
		for (const tell of answers.splice(0)) tell(outcome);
		await new Promise((resolve) => setImmediate(resolve));
	};
	const said = () => sent.splice(0).map(({ topic, payload }) => `${topic}=${payload}`);
	return { session, enter, answer, said, sent };
};
const picture = (values: Readonly<Record<string, string>>) =>
	Object.entries(values).map(([topic, payload]) => ({ topic, payload }));

describe("the picture", () => {
	it("is published on connecting, in the order it was wanted, retained and acknowledged", async () => {
		const { session, enter, sent } = stage();
		const all = publisher(session);
		all.want(picture({ config: "c", availability: "online", pump: "ON" }));
		expect(sent).toEqual([]);
		expect(all.missing()).toBe(3);
		enter("connected");
		expect(sent).toEqual([
			{ topic: "config", payload: "c", retain: true, qos: 1 },
			{ topic: "availability", payload: "online", retain: true, qos: 1 },
			{ topic: "pump", payload: "ON", retain: true, qos: 1 },
		]);
	});

	it("is sent only where it changed", async () => {
		const { session, enter, answer, said } = stage();
		const all = publisher(session);
		enter("connected");
		all.want(picture({ a: "1", b: "1" }));
		await answer("sent");
		said();
		all.want(picture({ a: "1", b: "2" }));
		expect(said()).toEqual(["b=2"]);
		await answer("sent");
		all.want(picture({ a: "1", b: "2" }));
		expect(said()).toEqual([]);
		expect(all.missing()).toBe(0);
	});

	it("follows with the newest only, while an older state is on its way", async () => {
		const { session, enter, answer, said } = stage();
		const all = publisher(session);
		enter("connected");
		for (const a of ["1", "2", "3"]) all.want(picture({ a }));
		expect(said()).toEqual(["a=1"]);
		await answer("sent");
		expect(said()).toEqual(["a=3"]);
	});

	it("is published whole again on every connection and on request", async () => {
		const { session, enter, answer, said } = stage();
		const all = publisher(session);
		enter("connected");
		all.want(picture({ a: "1", b: "1" }));
		await answer("sent");
		said();
		enter("waiting");
		all.want(picture({ b: "2" }));
		expect(said()).toEqual([]);
		enter("connected");
		expect(said()).toEqual(["a=1", "b=2"]);
		await answer("sent");
		all.again();
		expect(said()).toEqual(["a=1", "b=2"]);
	});

	it("is published once more when that was asked for while it was on its way", async () => {
		const { session, enter, answer, said } = stage();
		const all = publisher(session);
		enter("connected");
		all.want(picture({ a: "1" }));
		all.again();
		expect(said()).toEqual(["a=1"]);
		await answer("sent");
		expect(said()).toEqual(["a=1"]);
	});

	it("is tried again at the next want where it was lost", async () => {
		const { session, enter, answer, said } = stage();
		const all = publisher(session);
		enter("connected");
		all.want(picture({ a: "1" }));
		await answer("lost");
		said();
		all.want(picture({ a: "1" }));
		expect(said()).toEqual(["a=1"]);
	});

	it("is sent anew when a later state was lost on the way and may have arrived", async () => {
		const { session, enter, answer, said } = stage();
		const all = publisher(session);
		enter("connected");
		all.want(picture({ a: "1" }));
		await answer("sent");
		said();
		all.want(picture({ a: "2" }));
		all.want(picture({ a: "1" }));
		await answer("lost");
		expect(said()).toEqual(["a=2", "a=1"]);
	});

	it("is not tried again for five minutes where it was refused, not even after a new connection", async () => {
		let now = 0;
		const { session, enter, answer, said } = stage();
		const all = publisher(session, { now: () => now });
		enter("connected");
		all.want(picture({ a: "1" }));
		await answer("refused");
		said();
		now = 299;
		all.want(picture({ a: "1" }));
		enter("connected");
		expect(said()).toEqual([]);
		now = 300;
		all.want([]);
		expect(said()).toEqual(["a=1"]);
	});

	it("is no longer published when closed", () => {
		const { session, enter, said } = stage();
		const all = publisher(session);
		all.want(picture({ a: "1" }));
		all.close();
		enter("connected");
		expect(said()).toEqual([]);
	});

	it("is what the broker holds in the end, whatever was lost or refused on the way", async () => {
		const step = fc.record({
			topic: fc.constantFrom("a", "b", "c"),
			payload: fc.constantFrom("1", "2", "3"),
			next: fc.constantFrom("nothing", "sent", "lost", "drop", "again"),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
				const { session, enter, answer, sent } = stage();
				const all = publisher(session);
				enter("connected");
				for (const { topic, payload, next } of steps) {
					all.want(picture({ [topic]: payload }));
					if (next === "sent" || next === "lost") await answer(next);
					if (next === "again") all.again();
					if (next === "drop") {
						enter("waiting");
						await answer("lost");
						enter("connected");
					}
				}
				for (let round = 0; round < 4; round += 1) {
					all.want([]);
					await answer("sent");
				}
				expect(all.missing()).toBe(0);
				const held = Object.fromEntries(sent.map(({ topic, payload }) => [topic, payload]));
				expect(held).toEqual(Object.fromEntries(steps.map(({ topic, payload }) => [topic, payload])));
			}),
			{ numRuns: 300 },
		);
	});
});

describe("at a real broker", () => {
	let house: Mosquitto;
	beforeAll(async () => {
		house = await startMosquitto({ users: LOGIN });
	});
	afterEach(closeAll);
	afterAll(() => house.stop());

	// #whole-picture-again-broker
	it("the whole picture is there again after the broker lost everything", async () => {
		const { session, reach } = watch(broker({ port: house.port }));
		const all = publisher(session);
		const values = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`solar/1/e${n}`, String(n)]));
		all.want(picture(values));
		await reach("connected");
		await until(() => all.missing() === 0);
		await house.kill9();
		await until(() => session.state().kind !== "connected");
		await house.restart();
		await reach("connected");
		await until(() => all.missing() === 0);
		const reader = watch(broker({ port: house.port }));
		reader.session.subscribe("solar/1/#");
		await until(() => reader.heard.length >= 200);
		expect(Object.fromEntries(reader.heard.map((received) => [received.topic, text(received)]))).toEqual(values);
		expect(reader.heard.every(({ retained }) => retained)).toBe(true);
	});
});
