import { describe, expect, it, test } from "@jest/globals";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { fault } from "#model/plant/fault.ts";
import { AT_REST } from "#model/plant/output.ts";
import type { Reading, Sample } from "#model/plant/reading.ts";
import { celsius, instant } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import { type Standing, Watch } from "#runtime/watch.ts";
import { type CommandFigures, flawsOf, type Watched } from "#runtime/watched.ts";
import { fakePlant, PACE } from "../fakes/plant.ts";
import { notice } from "../fakes/unworded.ts";

const plant = fakePlant();
const UP: Standing = { kind: "connected" };
const fresh = (at: number): Reading => ({ kind: "ok", value: celsius(50), at: instant(at) });

/** A watch with a clock in the hand, and turns in which all is well but for what is said. */
class Hand {
	at = 0;
	readonly watch: Watch;
	constructor(standing: Standing = UP) {
		this.watch = new Watch(1, standing, () => this.at);
	}

	turn(after: number, changes: Partial<Snapshot> = {}): this {
		this.at += after;
		const samples: readonly Sample[] = plant.sensors.map(() => ({ pace: PACE }));
		const snapshot: Snapshot = {
			now: instant(this.at),
			wall: UNTRUSTED,
			plant,
			readings: plant.sensors.map(() => fresh(this.at)),
			verdicts: [],
			circuits: [],
			outputs: plant.outputs.map(() => AT_REST),
			mode: "auto",
			activity: "idle",
			settings: {},
			on_page: {},
			memories: {},
			findings: [],
			notices: [],
			...changes,
		};
		this.watch.turned(snapshot, samples);
		return this;
	}

	/** The same turns, and one sensor as told. */
	turnWith(after: number, reading: Reading): this {
		return this.turn(after, {
			readings: plant.sensors.map(({ index }) => (index === 0 ? reading : fresh(this.at + after))),
		});
	}

	figures = (missing = 0) => this.watch.figures(missing);
	codes = (more: Partial<Watched> = {}, missing = 0) =>
		flawsOf({
			figures: this.figures(missing),
			commands: [],
			unanswered: 0,
			ended: false,
			cut_short: false,
			...more,
		}).map(({ code }) => code);
}

describe("a watch", () => {
	it("of a sound controller finds nothing", () => {
		expect(new Hand().turn(0).turn(1).turn(1).codes()).toEqual([]);
	});

	it("knows the shortest and the longest time between turns, and how old each value ever was", () => {
		const hand = new Hand().turn(0).turn(1.2).turn(0.3).turnWith(1, fresh(0.5));
		const { turns, sensors, watched } = hand.figures();
		expect(turns).toEqual({ count: 4, period: 1, shortest: 0.3, longest: 1.2 });
		expect(watched).toBe(2.5);
		expect(sensors[0]).toMatchObject({ state: "ok", worst_age: 2, patience: 30, turns_without: 0 });
		expect(sensors[1]).toMatchObject({ worst_age: 0 });
	});

	test.each([
		[3, []],
		[3.001, ["late_turn"]],
	])("of a turn that comes %d s after one when 1 s is due finds %j", (late, flaws) => {
		expect(new Hand().turn(0).turn(late).codes()).toEqual(flaws);
	});

	it("of a loop that hangs finds so, though no late turn ever came", () => {
		const hand = new Hand().turn(0).turn(1);
		hand.at += 4;
		expect(hand.codes()).toEqual(["late_turn"]);
	});

	it("remembers a reading that was lost and came back", () => {
		const hand = new Hand()
			.turn(0)
			.turnWith(1, { kind: "broken", fault: fault("missing") })
			.turn(1);
		expect(hand.figures().sensors[0]).toMatchObject({ state: "ok", turns_without: 1, fault: "missing" });
		expect(hand.codes()).toEqual(["no_reading"]);
	});

	it("remembers an output that its board did not confirm", () => {
		const outputs = plant.outputs.map(({ index }) =>
			index === 0 ? { ...AT_REST, fault: fault("not_verified") } : AT_REST,
		);
		const hand = new Hand().turn(0).turn(1, { outputs }).turn(1);
		expect(hand.codes()).toEqual(["output_unconfirmed"]);
	});

	it("of a controller without a turn, or without a sensor, does not call it fine", () => {
		expect(new Hand().codes()).toEqual(["no_turns"]);
		expect(new Hand().turn(0, { plant: { ...plant, sensors: [] }, readings: [] }).codes()).toEqual(["no_sensors"]);
	});
});

describe("the connection to the broker", () => {
	const broken = (failure: string): Standing => ({ kind: "waiting", failure: { class: failure } });

	it("that broke once and came back is one disconnection, with its attempts and its class", () => {
		const hand = new Hand().turn(0);
		for (const s of [broken("dropped"), { kind: "connecting" }, broken("unreachable"), { kind: "connecting" }, UP])
			hand.watch.stands(s);
		expect(hand.figures().broker).toEqual({
			state: "connected",
			disconnects: 1,
			attempts: 2,
			auth_errors: 0,
			failures: { dropped: 1, unreachable: 1 },
		});
		expect(hand.codes()).toEqual(["disconnected"]);
	});

	test.each(["credentials-rejected", "not-authorized", "banned", "tls-client-cert-rejected"])(
		"that is refused as %s is an authentication error",
		(failure) => {
			const hand = new Hand().turn(0);
			hand.watch.stands(broken(failure));
			expect(hand.codes()).toEqual(["disconnected", "auth_errors", "not_connected"]);
		},
	);

	it("that was never there is not fine either", () => {
		expect(new Hand({ kind: "credentials_required" }).turn(0).codes()).toEqual(["not_connected"]);
	});

	it("that stands while a topic is denied: an authentication error, heard from the log", () => {
		const hand = new Hand().turn(0);
		hand.watch.heard(notice("error", "mqtt_failed", { class: "acl-denied" }), () => "May not publish.");
		expect(hand.figures().broker).toMatchObject({ disconnects: 0, auth_errors: 1 });
		expect(hand.codes()).toEqual(["auth_errors", "log_error"]);
	});

	it("lacks messages at the end", () => {
		expect(new Hand().turn(0).codes({}, 2)).toEqual(["missing"]);
	});
});

describe("the log", () => {
	it("is counted by kind; a warning is shown, an error is a flaw, news are neither", () => {
		const hand = new Hand().turn(0);
		const say = (level: "info" | "warning" | "error", code: string) =>
			hand.watch.heard(notice(level, code), () => `It is ${code}.`);
		say("info", "started");
		say("warning", "sensor_fast");
		expect(hand.codes()).toEqual([]);
		say("error", "view_failed");
		say("error", "view_failed");
		expect(hand.figures().log).toEqual([
			{ level: "warning", code: "sensor_fast", text: "It is sensor_fast.", facts: {}, count: 1 },
			{ level: "error", code: "view_failed", text: "It is view_failed.", facts: {}, count: 2 },
		]);
		expect(hand.codes()).toEqual(["log_error"]);
	});
});

describe("commands that change nothing", () => {
	const path = (changes: Partial<CommandFigures>): readonly CommandFigures[] => [
		{ path: "broker", tried: 2, answered: 2, not_allowed: false, ...changes },
	];
	test.each<[string, Partial<CommandFigures>, readonly string[]]>([
		["all answered", {}, []],
		["one lost", { answered: 1 }, ["command_unanswered"]],
		["refused", { refused: "There is no such setting." }, ["command_refused"]],
		["that the broker does not let us give", { tried: 0, answered: 0, not_allowed: true }, []],
	])("%s", (_, changes, flaws) => {
		expect(new Hand().turn(0).codes({ commands: path(changes) })).toEqual(flaws);
	});
});

describe("the end of a watch", () => {
	test.each<[string, Partial<Watched>, readonly string[]]>([
		["cut short", { cut_short: true }, ["cut_short"]],
		["by the controller's end", { ended: true }, ["ended"]],
		["with questions left unanswered", { unanswered: 1 }, ["unanswered"]],
	])("%s is never fine", (_, more, flaws) => {
		expect(new Hand().turn(0).codes(more)).toEqual(flaws);
	});
});
