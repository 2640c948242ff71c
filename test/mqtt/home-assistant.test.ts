import { beforeEach, describe, expect, it, test } from "@jest/globals";
import { discoveryOf, entitiesOf, topicsOf } from "#entities/house.ts";
import type { Published } from "#ha-mqtt-discovery/published.ts";
import type { Notice } from "#model/decision.ts";
import { type Problem, problem } from "#model/finding.ts";
import type { Intent } from "#model/intent.ts";
import type { Snapshot } from "#model/snapshot.ts";
import { FULL, OFF } from "#model/units.ts";
import type { Connection, Listening, Message, Outcome, Received } from "#mqtt/broker.ts";
import { Filters } from "#mqtt/filters.ts";
import { HomeAssistant } from "#mqtt/home-assistant.ts";
import type { Session } from "#mqtt/session.ts";
import { HOUSE, ownersPlant, seen } from "../entities/owners-plant.ts";
import { HandTime, settled } from "../runtime/hand-time.ts";

const TOPICS = topicsOf(HOUSE);
const MESSAGE = discoveryOf(HOUSE, ownersPlant, entitiesOf(ownersPlant, "en"));
const START_AT = TOPICS.command("solar_charging_start_at");

/** A broker that acknowledges at once, keeps what is retained, and tells its only client what others say. */
class FakeBroker implements Session {
	readonly sent: Message[] = [];
	outcome: (message: Message) => Outcome = () => "sent";
	readonly #filters = new Filters();
	readonly #listeners = new Set<(connection: Connection) => void>();
	readonly #readers = new Set<(received: Received) => void>();
	#kind: Connection["kind"] = "connecting";

	state = (): Connection => ({ kind: this.#kind, since: 0, attempts: 0 });
	rights = () => ({}) as ReturnType<Session["rights"]>;
	credentials = () => undefined;
	close = async () => undefined;
	subscribe(filter: string, listening: Listening = {}) {
		this.#filters.add(filter, listening);
	}
	on(listener: (connection: Connection) => void) {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	onMessage(reader: (received: Received) => void) {
		this.#readers.add(reader);
		return () => this.#readers.delete(reader);
	}
	async publish(message: Message): Promise<Outcome> {
		if (this.#kind !== "connected") return "lost";
		this.sent.push(message);
		return this.outcome(message);
	}

	enter(kind: Connection["kind"]) {
		this.#kind = kind;
		for (const listener of this.#listeners) listener(this.state());
	}
	/** Somebody says this. A 3.1.1 broker also sends what was retained; the session's filters are the real ones. */
	say(topic: string, payload: string | Uint8Array, retained = false) {
		const received: Received = {
			topic,
			payload: typeof payload === "string" ? Buffer.from(payload) : payload,
			retained,
		};
		if (this.#filters.wants(received)) for (const reader of this.#readers) reader(received);
	}
	listening(filter: string): Listening | undefined {
		return [...this.#filters.all()].find(([known]) => known === filter)?.[1];
	}
	take = () => this.sent.splice(0);
	topics = () => this.take().map(({ topic }) => topic);
}

let time: HandTime;
let broker: FakeBroker;
let asked: Intent[];
let told: Notice[];
let remembered: (readonly Published[])[];
let random: number;
let answer: (intent: Intent) => Problem | undefined;
beforeEach(() => {
	time = new HandTime();
	broker = new FakeBroker();
	asked = [];
	told = [];
	remembered = [];
	random = 0;
	answer = () => undefined;
});

const timer = {
	after: (wait: number, run: () => void) => {
		const stop = new AbortController();
		void time.pause(wait, stop.signal).then(() => stop.signal.aborted || run());
		return () => stop.abort();
	},
	random: () => random,
};
const joined = (announced: readonly Published[] = [], session: Session = broker): HomeAssistant =>
	new HomeAssistant(session, HOUSE, ownersPlant, {
		ask: async (intent) => {
			asked.push(intent);
			return answer(intent);
		},
		tell: (notice) => told.push(notice),
		announced,
		remember: (published) => remembered.push(published),
		timer,
		now: time.now,
	});
const CALM = seen({});
/** Connected, with everything said. */
const settledHome = async (snapshot: Snapshot = CALM): Promise<HomeAssistant> => {
	const home = joined();
	home.show(snapshot);
	broker.enter("connected");
	await time.pass(2);
	return home;
};

describe("the picture", () => {
	it("is discovery first, then availability, then the states, each once, retained and acknowledged", async () => {
		await settledHome();
		const [first, second, ...rest] = broker.topics();
		expect(first).toBe(TOPICS.discovery);
		expect(second).toBe(TOPICS.availability);
		expect(rest).toEqual(expect.arrayContaining([TOPICS.busAvailability("one_wire"), TOPICS.state("pump")]));
		expect(new Set(rest).size).toBe(rest.length);
	});

	it("is all retained and of QoS 1", async () => {
		await settledHome();
		for (const { retain, qos } of broker.sent) expect([retain, qos]).toEqual([true, 1]);
	});

	it("is not said again where it did not change", async () => {
		const home = await settledHome();
		expect(home.missing()).toBe(0);
		broker.take();
		for (let turn = 0; turn < 5; turn += 1) home.show(CALM);
		await time.pass(60);
		expect(broker.take()).toEqual([]);
	});

	it("is said in what changed alone", async () => {
		const home = await settledHome();
		broker.take();
		home.show(seen({}, { effect: (o) => (o.id === "pump" ? { actual: FULL } : { actual: OFF }) }));
		const changed = broker.take().filter(({ topic }) => topic.startsWith(TOPICS.state("pump")));
		expect(changed.find(({ topic }) => topic === TOPICS.state("pump"))?.payload).toBe("ON");
	});

	it("is whole again after every connection, without announcing anew what was announced", async () => {
		await settledHome();
		const before = broker.topics();
		broker.enter("waiting");
		broker.enter("connected");
		await time.pass(10);
		expect(broker.topics()).toEqual(before);
	});
});

describe("a birth of Home Assistant", () => {
	test.each([
		{ dice: 0, after: 3 },
		{ dice: 0.5, after: 5 },
		{ dice: 0.999, after: 6.996 },
	])("brings everything again after $after s", async ({ dice, after }) => {
		random = dice;
		await settledHome();
		const all = broker.topics();
		broker.say(TOPICS.birth, "online");
		await time.pass(after - 0.01);
		expect(broker.take()).toEqual([]);
		await time.pass(0.02);
		expect(broker.topics()).toEqual(all);
	});

	it("is one with those that follow at once", async () => {
		await settledHome();
		const all = broker.topics();
		for (let birth = 0; birth < 3; birth += 1) {
			broker.say(TOPICS.birth, "online");
			await time.pass(1);
		}
		await time.pass(10);
		expect(broker.topics()).toEqual(all);
	});

	test.each(["offline", "Online", "", "\u0000"])("is not %j", async (payload) => {
		await settledHome();
		broker.take();
		broker.say(TOPICS.birth, payload);
		await time.pass(10);
		expect(broker.take()).toEqual([]);
	});
});

describe("an entity of an earlier version", () => {
	const stale = { key: "old_pump", platform: "switch", unique_id: "solar_heating_abcd2345_old_pump" };
	const before: readonly Published[] = [{ topic: MESSAGE.topic, components: [stale] }];

	it("gets its tombstone, then the full message follows, then the states, and the store knows the new", async () => {
		const home = joined(before);
		home.show(CALM);
		broker.enter("connected");
		await settled();
		const [tomb, ...none] = broker.take();
		expect(none).toEqual([]);
		expect(JSON.parse(tomb?.payload ?? "").components).toEqual({ old_pump: { platform: "switch" } });
		// Turns go on in the meantime: nothing of them may come before the discovery that they belong to.
		home.show(seen({}, {}));
		await time.pass(1.9);
		expect(broker.take()).toEqual([]);
		expect(home.missing()).toBeGreaterThan(0);
		await time.pass(0.2);
		const [full, second] = broker.take();
		expect(JSON.parse(full?.payload ?? "")).toEqual(JSON.parse(JSON.stringify(MESSAGE.payload)));
		expect(second?.topic).toBe(TOPICS.availability);
		await time.pass(2);
		expect(remembered.at(0)?.[0]?.components).toContainEqual(stale);
		expect(remembered.at(-1)?.[0]?.components).not.toContainEqual(stale);
		expect(remembered.at(-1)?.[0]?.components).toHaveLength(Object.keys(MESSAGE.payload.components).length);
	});

	it("is still known while the broker does not hold everything, so that the next start removes it for sure", async () => {
		broker.outcome = ({ topic }) => (topic === MESSAGE.topic && broker.sent.length > 1 ? "lost" : "sent");
		const home = joined(before);
		home.show(CALM);
		broker.enter("connected");
		await time.pass(10);
		expect(remembered.at(-1)?.[0]?.components).toContainEqual(stale);
		broker.outcome = () => "sent";
		home.show(CALM);
		await time.pass(3);
		expect(remembered.at(-1)?.[0]?.components).not.toContainEqual(stale);
	});

	it("gets its tombstone on the next connection where the first one broke", async () => {
		broker.outcome = () => "lost";
		const home = joined(before);
		home.show(CALM);
		broker.enter("connected");
		await settled();
		broker.take();
		broker.enter("waiting");
		broker.outcome = () => "sent";
		broker.enter("connected");
		await settled();
		expect(JSON.parse(broker.take()[0]?.payload ?? "").components).toEqual({ old_pump: { platform: "switch" } });
	});

	it("does not come twice where the connection broke while Home Assistant was given time", async () => {
		joined(before).show(CALM);
		broker.enter("connected");
		await time.pass(1);
		broker.enter("waiting");
		broker.enter("connected");
		await time.pass(5);
		expect(broker.topics().filter((topic) => topic === MESSAGE.topic)).toHaveLength(2);
	});
});

describe("a command", () => {
	it("becomes an intent, and its effect is for the next turn to show", async () => {
		await settledHome();
		broker.take();
		broker.say(START_AT, "9.5");
		broker.say(TOPICS.command("pump"), "ON");
		await settled();
		expect(asked).toEqual([
			{ kind: "setting", rule: "solar_charging", field: "start_at", value: 9.5 },
			{ kind: "hold", output: "pump", want: 100 },
		]);
		expect(broker.take()).toEqual([]);
		expect(told).toEqual([]);
	});

	it("that control refuses is told once, and the true state is published again", async () => {
		answer = () => problem("solar_charging.start_at", 41, "Give 40 or less.");
		await settledHome();
		broker.take();
		broker.say(START_AT, "41");
		await settled();
		expect(told.map(({ level, code, facts }) => [level, code, facts["remedy"]])).toEqual([
			["warning", "intent_refused", "Give 40 or less."],
		]);
		expect(broker.take()).toEqual([
			{ topic: TOPICS.state("solar_charging_start_at"), payload: "8", retain: true, qos: 1 },
		]);
	});

	const BOM = Buffer.from([0xef, 0xbb, 0xbf, 0x39]);
	test.each([
		["nothing at all", Buffer.alloc(0), /^""$/],
		["bytes that are no text", Buffer.from([0x00, 0xff, 0xfe, 0x80]), /^"4 bytes"$/],
		["half a character", Buffer.from([0x39, 0xc3]), /^"2 bytes"$/],
		["a byte order mark", BOM, /9/],
		["64 bytes", Buffer.alloc(64, "9"), /^"9+"$/],
		["65 bytes", Buffer.alloc(65, "9"), /^"65 bytes"$/],
		["a megabyte", Buffer.alloc(1 << 20, "9"), /^"1048576 bytes"$/],
		["another language's number", Buffer.from("9,5"), /^"9,5"$/],
		["not a number", Buffer.from("NaN"), /^"NaN"$/],
		["another script's digits", Buffer.from("٩"), /^"٩"$/],
	])("of %s is refused with a remedy, and asks for nothing", async (_, payload, shown) => {
		await settledHome();
		broker.take();
		broker.say(START_AT, payload);
		await settled();
		expect(asked).toEqual([]);
		expect(told).toHaveLength(1);
		expect(String(told[0]?.facts["remedy"])).not.toBe("");
		expect(told[0]?.facts["value"]).toMatch(shown);
		expect(broker.topics()).toEqual([TOPICS.state("solar_charging_start_at")]);
	});

	it("to a button that is refused leaves no state behind, as a button has none", async () => {
		await settledHome();
		broker.take();
		broker.say(TOPICS.command("pump_auto"), "push");
		await settled();
		expect(told).toHaveLength(1);
		expect(broker.take()).toEqual([]);
	});

	it("that was retained never acts: MQTT 5 is asked not to send it, and 3.1.1's is dropped", async () => {
		await settledHome();
		broker.take();
		expect(broker.listening(TOPICS.commands)).toEqual({ live: true });
		broker.say(TOPICS.command("pump"), "ON", true);
		await settled();
		expect([asked, told, broker.take()]).toEqual([[], [], []]);
	});

	it("to nothing that can be commanded is nobody's business", async () => {
		await settledHome();
		broker.take();
		for (const key of ["door", "collector_temperature", "activity"]) broker.say(TOPICS.command(key), "ON");
		await settled();
		expect([asked, told, broker.take()]).toEqual([[], [], []]);
	});

	it("before the first turn is refused, as nobody can judge it yet", async () => {
		joined();
		broker.enter("connected");
		broker.say(TOPICS.command("pump"), "ON");
		await settled();
		expect(asked).toEqual([]);
		expect(told.map(({ code }) => code)).toEqual(["intent_refused"]);
	});

	it("that meets a bug is told of once, and the program lives on", async () => {
		await settledHome();
		answer = () => {
			throw new TypeError("mistake");
		};
		broker.say(START_AT, "9");
		broker.say(START_AT, "9");
		await settled();
		expect(told.map(({ code }) => code)).toEqual(["view_failed"]);
	});
});

describe("an entity with a bug in it", () => {
	it("is told of once and left out, and the others are shown", async () => {
		const home = await settledHome();
		broker.take();
		const broken = {
			...seen({}, { intents: [{ kind: "mode", mode: "off" }] }),
			outputs: undefined,
		} as unknown as Snapshot;
		home.show(broken);
		home.show(broken);
		expect(told.filter(({ facts }) => facts["key"] === "pump")).toHaveLength(1);
		expect(broker.topics()).toContain(TOPICS.state("mode"));
	});
});

describe("the farewell", () => {
	it("says how the outputs ended, and last of all that nobody is here", async () => {
		const home = await settledHome();
		const off = seen({ effect: () => ({ actual: OFF }) });
		expect(home.farewell(off)).toEqual([
			{ topic: TOPICS.state("pump"), payload: "OFF", retain: true, qos: 1 },
			{ topic: TOPICS.state("heater"), payload: "OFF", retain: true, qos: 1 },
			{ topic: TOPICS.availability, payload: "offline", retain: true, qos: 1 },
		]);
	});

	it("is `offline` alone where there never was a turn", async () => {
		expect(
			joined()
				.farewell(undefined)
				.map(({ payload }) => payload),
		).toEqual(["offline"]);
	});

	it("is the end: no birth and no turn brings anything more", async () => {
		const home = await settledHome();
		broker.take();
		broker.say(TOPICS.birth, "online");
		home.farewell(CALM);
		home.show(seen({}, { intents: [{ kind: "mode", mode: "off" }] }));
		await time.pass(20);
		expect(broker.take()).toEqual([]);
		expect(time.waiting).toBe(0);
	});
});
