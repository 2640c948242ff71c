import { isMetered } from "#energy/figures/heaters.ts";
import type { Plant } from "#model/plant/plant.ts";
import { type Language, say } from "#texts/say.ts";
import type { Installation } from "../installation.ts";
import type { Shape } from "../shape.ts";
import { type Card, EntitiesShown, FULL_WIDTH, type ShownEntity, section, unlessDisabled } from "./entities-shown.ts";
import { nowSection } from "./now.ts";
import { circuitSection, otherSection, tankSections } from "./parts.ts";

/** A dashboard of Home Assistant, as its raw configuration editor takes it. */
export interface Dashboard {
	readonly views: readonly Card[];
}

const TITLE = "Solar Heating";

/**
 * One view with sections for this plant, with names in the language of the house, of built-in cards only. With `drawn` also
 * the card that draws the plant.
 */
export function dashboardOf(house: Installation, plant: Plant, shape: Shape, drawn = false): Dashboard {
	const { language } = house;
	const shown = new EntitiesShown(house, plant, shape);
	const sections = [
		...nowSection(shown, plant, language, drawn),
		...tankSections(shown, plant, language),
		...circuitSection(shown, plant, language),
		...handSection(shown, plant, language),
		...settingsSection(shown, language),
		...energySection(shown, plant, language),
		...otherSection(shown, plant, language),
	];
	const view = { type: "sections", title: TITLE, path: "solar-heating", icon: "mdi:solar-power-variant" };
	return { views: [{ ...view, max_columns: 4, dense_section_placement: true, sections }] };
}

/** Each output with its switch, which holds it for a time, and the button that gives it back. */
const handSection = (shown: EntitiesShown, plant: Plant, language: Language): readonly Card[] =>
	section(
		say(language, "dashboard", "by_hand"),
		"mdi:hand-back-right",
		plant.outputs.flatMap(({ id }) => {
			const level = shown.find(`${id}_level`);
			const button = shown.find(`${id}_auto`);
			return [
				...shown.tile(id, INLINE_TOGGLE),
				...(button === undefined
					? []
					: shown.tile(button.key, {
							name: say(language, "dashboard", "automatic"),
							icon: "mdi:autorenew",
							hide_state: true,
							tap_action: {
								action: "perform-action",
								perform_action: "button.press",
								target: { entity_id: button.id },
							},
						})),
				...(level === undefined ? [] : shown.tile(level.key, NUMBER)),
				...shown.tile(`${id}_hold_left`),
			];
		}),
	);

const INLINE_TOGGLE = {
	features_position: "inline",
	features: [{ type: "toggle" }],
	grid_options: { columns: 12 },
};
const NUMBER = { features: [{ type: "numeric-input", style: "slider" }], ...FULL_WIDTH };
const FEATURES: Readonly<Record<string, Card>> = {
	water_heater: {
		features: [{ type: "water-heater-operation-modes" }, { type: "target-temperature" }],
		...FULL_WIDTH,
	},
	number: { features: [{ type: "numeric-input", style: "buttons" }], ...FULL_WIDTH },
	select: { features: [{ type: "select-options" }], ...FULL_WIDTH },
};

/** What people set often: those that are enabled from the start, the ready-by time and the holiday. */
function settingsSection(shown: EntitiesShown, language: Language): readonly Card[] {
	const isSetting = ({ key, category, enabled }: ShownEntity) =>
		(category === "config" && enabled) ||
		key.endsWith("_thermostat") ||
		key === "heater_control_ready_by_daily" ||
		key === "holiday_until";
	return section(
		say(language, "dashboard", "settings"),
		"mdi:water-boiler",
		shown.all.filter(isSetting).flatMap(({ key, platform }) => shown.tile(key, FEATURES[platform])),
	);
}

/** The sun's heat and what heaters take. Those that are disabled at first appear when a person enables them. */
function energySection(shown: EntitiesShown, plant: Plant, language: Language): readonly Card[] {
	const heaters = plant.outputs.filter((output) => isMetered(output, plant));
	const used = heaters.flatMap(({ id }) => [...shown.tile(`${id}_used_power`), ...shown.tile(`${id}_used_energy`)]);
	const totals = ["solar_heat", ...heaters.map(({ id }) => `${id}_used_energy`)];
	return section(say(language, "dashboard", "energy"), "mdi:lightning-bolt", [
		...["solar_power", "solar_heat_today", "solar_heat_month", "solar_heat_year"].flatMap((key) => shown.tile(key)),
		...used,
		...totals.flatMap((key) => perDay(shown.find(key), language)),
	]);
}

const perDay = (total: ShownEntity | undefined, language: Language): readonly Card[] =>
	total === undefined
		? []
		: [
				{
					type: "statistics-graph",
					title: say(language, "dashboard", "per_day", { name: total.name }),
					chart_type: "bar",
					period: "day",
					days_to_show: 14,
					stat_types: ["change"],
					entities: [{ entity: total.id, name: total.name }],
					...FULL_WIDTH,
					...unlessDisabled(total),
				},
			];
