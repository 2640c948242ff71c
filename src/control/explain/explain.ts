import type { Change, Compared, Condition, Explanation, Explanations } from "#model/decision/condition.ts";
import type { Verdict } from "#model/decision/decision.ts";
import { percent, type Seconds, seconds } from "#model/quantities/units.ts";
import type { Instance } from "../bind.ts";
import type { Decision } from "../step.ts";
import { crossings, type Slopes, slopesOf } from "./crossing.ts";
import { type Rates, type Trends, timeTo } from "./trends.ts";
import { type Noted, type Played, played, type Turn, unpaced } from "./what-if.ts";

type Side = keyof Explanations;

/**
 * Explains a turn: for each output and circuit the rule that won with all that it compared, and what would change it. For
 * that the turn is played again with each condition on the other side of its limit, so a change that is named is one.
 * @param rates how fast each sensor changes, to say about when
 */
export function explain(turn: Turn, decision: Decision, rates: Rates): Explanations {
	const told = played(turn);
	const free = unpaced(turn, decision);
	const base = played(free);
	const slopes = slopesOf(free, base);
	const other = othersOf(free, base, slopes);
	const of = (side: Side, nth: number) => explanation(side, nth, told, base, other, slopes, rates);
	return {
		outputs: turn.bound.plant.outputs.map(({ index }) => of("outputs", index)),
		circuits: turn.bound.plant.circuits.map(({ index }) => of("circuits", index)),
	};
}

/** The same, worked out when it is first asked for. */
export function explaining(turn: Turn, decision: Decision, trends: Trends): () => Explanations {
	let known: Explanations | undefined;
	const { readings } = decision.state;
	return () => {
		known ??= explain(turn, decision, trends.rates(turn.input.now, readings));
		return known;
	};
}

/** A condition, and the turns in which it has the other outcome. */
interface Other {
	readonly noted: Noted;
	readonly plays: readonly Played[];
	readonly wait: Seconds | undefined;
}

function othersOf(turn: Turn, base: Played, slopes: ReadonlyMap<string, Slopes>): readonly Other[] {
	const seen = new Set<string>();
	return base.noted.flatMap((noted) => {
		const { key } = noted;
		if (seen.has(key)) return [];
		seen.add(key);
		const ways = crossings(noted, slopes.get(key), turn);
		const wait = ways.find(({ later }) => later !== undefined)?.later;
		return [{ noted, plays: ways.map((way) => played(turn, way)), wait }];
	});
}

const verdictsOf = ({ verdicts, circuits }: Decision, side: Side): readonly Verdict[] =>
	side === "outputs" ? verdicts : circuits;

function explanation(
	side: Side,
	nth: number,
	told: Played,
	base: Played,
	others: readonly Other[],
	slopes: ReadonlyMap<string, Slopes>,
	rates: Rates,
): Explanation {
	const verdict = verdictsOf(told.decision, side)[nth];
	const by = verdict && winnerOf(verdict, told);
	const own = by === undefined ? [] : told.noted.filter(({ instance }) => instance.nth === by.nth);
	const is = verdictsOf(base.decision, side)[nth];
	const changes = others.flatMap(({ noted, plays, wait }): readonly Change[] => {
		const then = plays.map(({ decision }) => verdictsOf(decision, side)[nth]).find((one) => differs(one, is));
		if (then === undefined) return [];
		const after = wait ?? timeOf(noted.condition, slopes.get(noted.key), rates);
		return [{ to: percent(then.want), ...placeOf(noted.instance), condition: noted.condition, ...inTime(after) }];
	});
	return {
		...(by && placeOf(by)),
		conditions: own.map(({ condition }) => condition),
		changes: changes.sort(nearest(by)),
	};
}
/** The nearest in time first; then what the rule itself goes by. */
const nearest = (by: Instance | undefined) => (a: Change, b: Change) => {
	const own = ({ rule }: Change) => Number(rule !== by?.rule.id);
	return a.in === b.in ? own(a) - own(b) : (a.in ?? NEVER) - (b.in ?? NEVER);
};
const NEVER = Number.POSITIVE_INFINITY;

const differs = (a: Verdict | undefined, b: Verdict | undefined) =>
	a !== undefined && a.want > 0 !== (b?.want ?? 0) > 0;
const inTime = (after: Seconds | undefined) => (after === undefined ? {} : { in: after });

/** Whose reason it is; for an output whose machinery is spared, that of what was asked. */
const winnerOf = ({ because, overruled }: Verdict, { givenBy }: Played): Instance | undefined =>
	givenBy.get(because) ?? (overruled[0] && givenBy.get(overruled[0].because));

function placeOf({ rule, here }: Instance): Pick<Change, "rule" | "at"> {
	const { at } = here as { readonly at: object };
	return "id" in at ? { rule: rule.id, at: String(at.id) } : { rule: rule.id };
}

/** About when its limit is reached, by how fast the sensors behind it change. */
function timeOf(condition: Condition, slopes: Slopes | undefined, rates: Rates): Seconds | undefined {
	if (condition.is === "so" || slopes === undefined) return undefined;
	let rate = 0;
	for (const [index, slope] of slopes.sensors) rate += slope * (rates[index] ?? Number.NaN);
	return reached(condition, rate);
}

const reached = ({ value, limit }: Compared, rate: number): Seconds | undefined => {
	const wait = timeTo(value, limit, rate);
	return wait === undefined || wait > A_DAY ? undefined : wait;
};
/** Beyond that a rate says nothing. */
const A_DAY = seconds(86_400);
