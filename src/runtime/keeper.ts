import { bind } from "#control/bind.ts";
import type { Memories } from "#control/memory/memories.ts";
import { MARKS, type Marks, marksOf } from "#control/memory/places.ts";
import type { AnyRule } from "#control/rule.ts";
import type { Mode } from "#model/decision/intent.ts";
import { ruleOf } from "#model/decision/memory-key.ts";
import { isSetAt } from "#model/decision/own-settings.ts";
import type { Override, Settings } from "#model/decision/settings.ts";
import { type OutputState, type OutputStates, running } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { type Instant, seconds, since } from "#model/quantities/units.ts";
import type { Kept } from "./world.ts";

/** A kill may lose this much of the counters, and nothing of latches, holds and settings. */
const COUNTERS_EVERY = seconds(60);

/** The place of the mode among the overrides. Like a setting, it can change at run time and on the options page. */
export const MODE = { rule: "system", field: "mode" } as const;

/** The place of the last hour's starts among the memories. They belong to no rule. */
export const STARTS = "interlock";

/** What to write to the store: only changes. */
export interface Saving {
	readonly overrides?: readonly Override[];
	readonly memories?: Memories;
	readonly counters?: Memories;
	readonly outputs?: Readonly<Record<string, OutputState>>;
	readonly running?: Instant;
}

/** Decides what is saved after a turn, once a minute, and at the stop. */
export class Keeper {
	/** Whether the memory of this key belongs to a rule that counts. */
	readonly #counts: (key: string) => boolean;
	readonly #plant: Plant;
	readonly #marks: Marks;
	/** Settings and mode from the options page. */
	readonly #options: Settings;
	readonly #mode: Mode;
	readonly #save: (changes: Saving) => void;
	#last: Kept | undefined;
	/** As they were last saved. */
	#saved: OutputStates | undefined;
	#countersAt: Instant | undefined;

	constructor(rules: readonly AnyRule[], plant: Plant, options: Settings, mode: Mode, save: (changes: Saving) => void) {
		const counters = new Set(rules.filter((r) => r.counts).map((r) => r.id));
		this.#counts = (key) => counters.has(ruleOf(key));
		this.#plant = plant;
		this.#marks = marksOf(bind(plant, rules));
		this.#options = options;
		this.#mode = mode;
		this.#save = save;
	}

	keep(kept: Kept): void {
		const last = this.#last;
		const due = this.#countersAt === undefined || since(this.#countersAt, kept.now) >= COUNTERS_EVERY;
		const outputs = due ? this.#saved !== kept.outputs : isMoreThanLevels(this.#saved, kept.outputs);
		if (outputs) this.#saved = kept.outputs;
		const changes: Saving = {
			...(last?.settings === kept.settings && last.mode === kept.mode ? {} : { overrides: this.#overrides(kept) }),
			...this.#latches(last, kept),
			...(outputs ? { outputs: this.#outputs(kept) } : {}),
		};
		this.#last = kept;
		if (due) this.#countersAt = kept.now;
		if (due || Object.keys(changes).length > 0)
			this.#save({ ...changes, ...(due ? this.#counters(kept) : {}), running: kept.now });
	}

	/** Saves the counters and levels at the stop. */
	finish(): void {
		if (this.#last !== undefined)
			this.#save({ ...this.#counters(this.#last), outputs: this.#outputs(this.#last), running: this.#last.now });
	}

	#overrides({ settings, mode }: Kept): readonly Override[] {
		const other = mode === this.#mode || mode === "test" ? [] : [{ ...MODE, value: mode, replaced: this.#mode }];
		return [...other, ...this.#changed(settings)];
	}

	#changed(settings: Settings): readonly Override[] {
		return Object.entries(settings).flatMap(([rule, group]) =>
			Object.entries(group).flatMap(([field, value]): readonly Override[] => {
				const replaced = this.#options[rule]?.[field];
				// A place goes by its rule's group for all that it does not have itself.
				const kept = replaced !== undefined && replaced !== value && isSetAt(this.#plant, rule, field);
				return kept ? [{ rule, field, value, replaced }] : [];
			}),
		);
	}

	#latches(before: Kept | undefined, { memories, starts }: Kept): Saving {
		const changed =
			before?.memories === memories
				? []
				: Object.entries(memories).filter(([key, memory]) => !this.#counts(key) && before?.memories[key] !== memory);
		const all = [
			...changed,
			...(before?.starts === starts ? [] : [[STARTS, starts] as const]),
			...(before === undefined ? [[MARKS, this.#marks] as const] : []),
		];
		return all.length === 0 ? {} : { memories: Object.fromEntries(all) };
	}

	#counters({ memories }: Kept): Saving {
		return { counters: Object.fromEntries(Object.entries(memories).filter(([key]) => this.#counts(key))) };
	}

	#outputs({ outputs }: Kept) {
		return Object.fromEntries(
			this.#plant.outputs.flatMap(({ id, index }) => {
				const state = outputs[index];
				return state === undefined ? [] : [[id, state] as const];
			}),
		);
	}
}

/** Speeds that follow a temperature change every few seconds, and may be a minute old after a kill. */
const isMoreThanLevels = (before: OutputStates | undefined, after: OutputStates): boolean =>
	before !== after && after.some((state, index) => !isSameButLevel(before?.[index], state));

const isSameButLevel = (a: OutputState | undefined, b: OutputState): boolean =>
	a === b ||
	(a !== undefined &&
		a.wanted > 0 === b.wanted > 0 &&
		(a.actual === undefined) === (b.actual === undefined) &&
		running(a) === running(b) &&
		a.since === b.since &&
		a.fault?.code === b.fault?.code);
