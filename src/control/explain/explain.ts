import type { Change, Compared, Explanation, Explanations } from "#model/decision/condition.ts";
import type { Verdict } from "#model/decision/decision.ts";
import type { Plant } from "#model/plant/plant.ts";
import { type Percent, type Seconds, seconds } from "#model/quantities/units.ts";
import type { Instance } from "../bind.ts";
import type { Decision, State } from "../step.ts";
import { crossings, type Slopes, slopesOf } from "./crossing.ts";
import { type Rates, type Trends, timeTo } from "./trends.ts";
import { type Noted, next, type Otherwise, type Played, played, type Turn } from "./what-if.ts";

type Side = keyof Explanations;

/**
 * Explains a turn: for each output and circuit the rule that won with all that it compared, and what would change it. For
 * that the next turn is played with each condition on the other side of its limit, so a change that is named is one.
 * @param after the state that the turn left, as the boards confirmed it
 * @param rates how fast each sensor changes, to say about when
 */
export function explain(turn: Turn, after: State, rates: Rates): Explanations {
	const told = played(turn);
	const free = next(turn, after);
	const base = played(free);
	const slopes = slopesOf(free, base);
	const other = othersOf(free, base, slopes);
	const { sensors } = turn.bound.plant;
	const of = (side: Side, nth: number) => explanation(side, nth, told, base, other, slopes, { rates, sensors });
	return {
		outputs: turn.bound.plant.outputs.map(({ index }) => of("outputs", index)),
		circuits: turn.bound.plant.circuits.map(({ index }) => of("circuits", index)),
	};
}

/** The same, worked out when it is first asked for. */
export function explaining(turn: Turn, after: State, trends: Trends): () => Explanations {
	let known: Explanations | undefined;
	const rates = trends.rates(turn.input.now, after.readings);
	return () => {
		known ??= explain(turn, after, rates);
		return known;
	};
}

/** A condition, and the turns in which it has the other outcome. */
interface Other {
	readonly noted: Noted;
	/** Only its outcome is the other one. */
	readonly alone: Played;
	readonly ways: readonly Way[];
}

interface Way {
	readonly way: Otherwise;
	readonly play: Played;
	/** The same, but with the outcome of the condition as it was: of one that matters only together with others of the same sensor. */
	readonly back?: Played;
}

function othersOf(turn: Turn, base: Played, slopes: ReadonlyMap<string, Slopes>): readonly Other[] {
	const seen = new Set<string>();
	return base.noted.flatMap((noted) => {
		const { key } = noted;
		if (seen.has(key)) return [];
		seen.add(key);
		// Alone it must matter: a sensor that goes so far may cross other limits too.
		const alone = played(turn, { turned: key });
		const matters = changesAny(alone, base);
		// A stove that is too cold is also no warmer than the tank: its rule stopped at the first of these.
		if (!matters && !isLastOf(base.noted, noted)) return [];
		const ways = crossings(noted, slopes.get(key), turn).map((way): Way => {
			const play = played(turn, way);
			return matters || !changesAny(play, base)
				? { way, play }
				: { way, play, back: played(turn, { ...way, turned: key }) };
		});
		return [{ noted, alone, ways }];
	});
}

/** What a rule compared last, where it was not as it needs. */
const isLastOf = (all: readonly Noted[], { instance, condition, key }: Noted): boolean =>
	!condition.met && all.findLast((one) => one.instance.nth === instance.nth)?.key === key;

const changesAny = ({ decision }: Played, base: Played) =>
	(["outputs", "circuits"] as const).some((side) => {
		const before = verdictsOf(base.decision, side);
		return verdictsOf(decision, side).some((verdict, nth) => differs(verdict, before[nth]));
	});

const verdictsOf = ({ verdicts, circuits }: Decision, side: Side): readonly Verdict[] =>
	side === "outputs" ? verdicts : circuits;

function explanation(
	side: Side,
	nth: number,
	told: Played,
	base: Played,
	others: readonly Other[],
	slopes: ReadonlyMap<string, Slopes>,
	{ rates, sensors }: { readonly rates: Rates; readonly sensors: Plant["sensors"] },
): Explanation {
	const verdict = verdictsOf(told.decision, side)[nth];
	const by = verdict && winnerOf(verdict, told);
	const own = by === undefined ? [] : told.noted.filter(({ instance }) => instance.nth === by.nth);
	const is = verdictsOf(base.decision, side)[nth];
	const effective = others.flatMap(({ noted, alone, ways }) =>
		ways.flatMap(({ way, play, back }): readonly Effective[] => {
			const without = back && verdictsOf(back.decision, side)[nth];
			if (without === undefined ? !differs(verdictsOf(alone.decision, side)[nth], is) : differs(without, is)) return [];
			const then = verdictsOf(play.decision, side)[nth];
			if (then === undefined || !differs(then, is)) return [];
			return [{ noted, way, to: then.want, after: way.later ?? timeOf(noted, slopes, rates) }];
		}),
	);
	const first = effective.filter((one) => !effective.some((other) => comesBefore(other, one)));
	const changes = first
		.filter((one, at) => first.findIndex(({ noted }) => noted === one.noted) === at)
		.map((one) => changeOf(one, sensors));
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

function changeOf({ noted: { instance, condition }, way, to, after }: Effective, sensors: Plant["sensors"]): Change {
	const [shift] = way.shifts ?? [];
	const id = shift && sensors[shift[0]]?.id;
	const moved = shift === undefined || id === undefined ? {} : { sensor: id, by: Math.round(shift[1] * 1000) / 1000 };
	return { to, ...placeOf(instance), condition, ...moved, ...inTime(after) };
}

/** A way to another verdict. */
interface Effective {
	readonly noted: Noted;
	readonly way: Otherwise;
	readonly to: Percent;
	readonly after: Seconds | undefined;
}

/** The same sensor gets there before it gets so far, and nothing measured says otherwise. */
function comesBefore(a: Effective, b: Effective): boolean {
	if (b.after !== undefined && b.after < (a.after ?? NEVER)) return false;
	for (const [index, by] of a.way.shifts ?? []) {
		const further = b.way.shifts?.get(index);
		if (further !== undefined && Math.sign(further) === Math.sign(by) && Math.abs(by) < Math.abs(further)) return true;
	}
	return false;
}

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
function timeOf({ condition, key }: Noted, slopes: ReadonlyMap<string, Slopes>, rates: Rates): Seconds | undefined {
	if (condition.is === "so") return undefined;
	let rate = 0;
	for (const [index, slope] of slopes.get(key)?.sensors ?? []) rate += slope * (rates[index] ?? Number.NaN);
	return reached(condition, rate);
}

const reached = ({ value, limit }: Compared, rate: number): Seconds | undefined => {
	const wait = timeTo(value, limit, rate);
	return wait === undefined || wait > A_DAY ? undefined : wait;
};
/** Beyond that a rate says nothing. */
const A_DAY = seconds(86_400);
