import { type Bound, bind } from "#control/bind.ts";
import { startsIn } from "#control/machinery/interlock.ts";
import { remembered } from "#control/memory/memories.ts";
import { movedOverrides } from "#control/memory/moved-overrides.ts";
import { MARKS, marksIn } from "#control/memory/places.ts";
import { type InForce, inForce } from "#control/settings.ts";
import { firstState, type State } from "#control/step.ts";
import type { Mode } from "#model/decision/intent.ts";
import { ruleOf } from "#model/decision/memory-key.ts";
import { settingPath } from "#model/decision/own-settings.ts";
import type { Override, Settings } from "#model/decision/settings.ts";
import { AT_REST } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { type Notice, notice, type Tell } from "#model/sentences/notice.ts";
import { settingsOf } from "#options/plant/plant-of.ts";
import type { Options } from "#options/root.ts";
import { Keeper, MODE, type Saving, STARTS } from "#runtime/keeper.ts";
import type { Store } from "#store/store-contract.ts";
import { lastValid } from "./last-valid.ts";
import { ALL_RULES } from "./rules.ts";

/** The state from which control continues, and the object that saves it. */
export interface RestoredState {
	readonly state: State;
	readonly keeper: Keeper;
	/** Settings from the options page. */
	readonly on_page: Settings;
}

/** The part of the saved state that fits the present options. Without options, they are invalid. */
export function restoreState(
	store: Store,
	options: Options | undefined,
	plant: Plant,
	folder: string,
	tell: Tell,
): RestoredState {
	const saved = store.load();
	const on_page = options === undefined ? {} : settingsOf(options);
	const wanted = (options ?? lastValid(folder))?.system_mode ?? "auto";
	const bound = bind(plant, ALL_RULES);
	const { known, strange } = sorted(options === undefined ? [] : saved.overrides);
	const stored = movedOverrides(known, bound, saved.memories[MARKS]);
	const settings = inForce(
		ALL_RULES,
		on_page,
		stored.filter((o) => o.rule !== MODE.rule),
		plant.own_settings,
	);
	const told = [...settingNotices(settings), ...modeNotices(stored, wanted)];
	for (const said of [...told, ...newFunctions(bound, saved.memories[MARKS], settings.settings)]) tell(said);
	const save = options === undefined ? modeAlone(store, saved.overrides) : withStrange(store, strange);
	const keeper = new Keeper(ALL_RULES, plant, on_page, wanted, save);
	const state = firstState(
		modeIn(saved.overrides, wanted),
		settings.settings,
		remembered(bound, { ...saved.memories, ...saved.counters }),
		plant.outputs.map(() => AT_REST),
		startsIn(saved.memories[STARTS]),
	);
	return { state, keeper, on_page };
}

/** A mode chosen at run time applies until the options page changes. */
function modeIn(overrides: readonly Override[], wanted: Mode): Mode {
	const chosen = overrides.find((o) => o.rule === MODE.rule && o.field === MODE.field && o.replaced === wanted);
	return chosen?.value === "off" || chosen?.value === "auto" ? chosen.value : wanted;
}

const modeNotices = (overrides: readonly Override[], wanted: Mode): readonly Notice[] =>
	overrides
		.filter((o) => o.rule === MODE.rule)
		.map(({ value, replaced }) =>
			replaced === wanted
				? notice("info", "setting_kept", { path: "system_mode", value, replaced })
				: notice("info", "setting_dropped", { path: "system_mode" }),
		);

/** Functions that an update has brought, and that are on as delivered: a pump may run when it did not before. */
function newFunctions(bound: Bound, saved: unknown, settings: Settings): readonly Notice[] {
	const known = new Set(Object.keys(marksIn(saved).keys).map(ruleOf));
	if (known.size === 0) return [];
	const on = bound.instances.filter((one) => !known.has(one.rule.id) && settings[one.rule.id]?.["enabled"] === true);
	return [...new Set(on.map(({ rule }) => rule.id))].map((id) =>
		notice("warning", "function_new", { path: settingPath(id, "enabled") }),
	);
}

/** Invalid options know no settings and no latches. Those stay saved until the options are valid. The mode applies. */
const modeAlone =
	(store: Store, before: readonly Override[]) =>
	({ overrides }: Saving): void => {
		if (overrides !== undefined)
			store.save({ overrides: [...before.filter((o) => o.rule !== MODE.rule), ...overrides] });
	};

/** Settings of rules or fields that only another version knows are kept for it. */
function sorted(overrides: readonly Override[]) {
	const isKnown = (o: Override) =>
		o.rule === MODE.rule ||
		ALL_RULES.some(({ id, options }) => id === ruleOf(o.rule) && Object.hasOwn(options.shape, o.field));
	return { known: overrides.filter(isKnown), strange: overrides.filter((o) => !isKnown(o)) };
}

const withStrange =
	(store: Store, strange: readonly Override[]) =>
	(saving: Saving): void =>
		store.save(saving.overrides === undefined ? saving : { ...saving, overrides: [...saving.overrides, ...strange] });

const settingNotices = ({ overrides, dropped }: InForce): readonly Notice[] => [
	...overrides.map((o) =>
		notice("info", "setting_kept", { path: settingPath(o.rule, o.field), value: o.value, replaced: o.replaced }),
	),
	...dropped.map((o) => notice("info", "setting_dropped", { path: settingPath(o.rule, o.field) })),
];
