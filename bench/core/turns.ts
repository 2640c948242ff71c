import { bind } from "#control/bind.ts";
import { settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import { firstState, step } from "#control/step.ts";
import { AT_REST } from "#model/plant/output.ts";
import { instant } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import { ALL_RULES } from "../../src/app/control/rules.ts";
import { type Day, madeUpDay } from "./day.ts";
import { Mutable } from "./mutable.ts";
import { wideDay } from "./wide.ts";

/** What a run came to: nanoseconds per turn, and a number that tells whether both decided the same. */
export interface Run {
	readonly ns: number;
	readonly decisions: number;
}

/** A run plays the day in pieces of so many nanoseconds, of which the fastest counts. */
const PIECE = 500_000;
const PIECES = 200;

/** One side, and how often it plays the day in a piece. */
interface Side {
	readonly day: () => number;
	readonly days: number;
}

/**
 * A busy machine interrupts some of the pieces. Those of both sides are equally long, so that it spoils as many of the one as of
 * the other.
 */
function timed(turns: number, { day, days }: Side): Run {
	let decisions = 0;
	let fastest = Number.POSITIVE_INFINITY;
	for (let piece = 0; piece < PIECES; piece++) {
		const from = process.hrtime.bigint();
		for (let n = 0; n < days; n++) decisions = day();
		fastest = Math.min(fastest, Number(process.hrtime.bigint() - from));
	}
	return { ns: fastest / turns / days, decisions };
}

/** The same once the compiler is done with it, in pieces of the right length. */
function ready(turns: number, day: () => number): Side {
	let side = { day, days: 1 };
	for (let round = 0; round < WARMING; round++)
		side = { day, days: Math.max(1, Math.round(PIECE / timed(turns, side).ns / turns)) };
	return side;
}
const WARMING = 3;

/** What is made once is not part of a turn. */
function core({ plant, settings, samples, at, turns }: ReturnType<typeof wideDay>): () => number {
	const outputs = plant.outputs.map(() => AT_REST);
	const bound = bind(plant, ALL_RULES);
	const first = firstState("auto", settings, remembered(bound, {}), outputs);
	return () => {
		let state = first;
		let decisions = 0;
		for (let turn = 0; turn < turns; turn++) {
			const now = instant(at[turn] ?? 0);
			const input = { now, wall: UNTRUSTED, samples: samples[turn] ?? [], intents: [] };
			const decision = step(bound, state, input);
			state = { ...decision.state, outputs: settle(now, plant, decision.state.outputs, decision.verdicts, []) };
			decisions = (decisions * 31 + (decision.verdicts[0]?.want ?? 0)) % 1_000_003;
		}
		return decisions;
	};
}

function floor(day: Day): () => number {
	const mutable = new Mutable(day);
	return () => {
		mutable.forget();
		let decisions = 0;
		for (let turn = 0; turn < day.turns; turn++) {
			mutable.turn(turn);
			decisions = (decisions * 31 + mutable.pump.load) % 1_000_003;
		}
		return decisions;
	};
}

// A house has one plant, and so has a process here: two would teach the compiler both. The floor runs turn about with it, so that
// whatever disturbs one disturbs the other.
const owners = madeUpDay();
const played = process.argv[2] === "wide" ? wideDay(owners) : owners;
const [ours, floors] = [ready(played.turns, core(played)), ready(owners.turns, floor(owners))];
const rounds = Number(process.argv[3] ?? 11);
const results: { readonly core: Run; readonly floor: Run }[] = [];
for (let round = 0; round < rounds; round++)
	results.push({ core: timed(played.turns, ours), floor: timed(owners.turns, floors) });
process.stdout.write(JSON.stringify(results));
