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

/** A run plays the day so many times, from the beginning every time, in pieces of which the fastest counts. */
const DAYS = 25;
const PIECES = 20;

/** A busy machine interrupts some of the pieces. */
function timed(turns: number, days: () => number): Run {
	let decisions = 0;
	let fastest = Number.POSITIVE_INFINITY;
	for (let piece = 0; piece < PIECES; piece++) {
		const from = process.hrtime.bigint();
		for (let n = 0; n < DAYS; n++) decisions = days();
		fastest = Math.min(fastest, Number(process.hrtime.bigint() - from));
	}
	return { ns: fastest / turns / DAYS, decisions };
}

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

// All in one process, turn about, so that whatever disturbs one disturbs the others.
const day = madeUpDay();
const [ours, wides, floors] = [core(day), core(wideDay(day)), floor(day)];
const rounds = Number(process.argv[2] ?? 11);
const results: { readonly core: Run; readonly wide: Run; readonly floor: Run }[] = [];
for (let round = 0; round < rounds + 3; round++) {
	const three = { core: timed(day.turns, ours), wide: timed(day.turns, wides), floor: timed(day.turns, floors) };
	// The first ones are the compiler's.
	if (round >= 3) results.push(three);
}
process.stdout.write(JSON.stringify(results));
