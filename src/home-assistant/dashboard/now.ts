import type { Plant } from "#model/plant/plant.ts";
import { outputName } from "#texts/names.ts";
import { keysOf, known, type Language, say, sayAny } from "#texts/say.ts";
import { plantCard } from "./card.ts";
import { type Card, type EntitiesShown, FULL_WIDTH, section } from "./entities-shown.ts";

/** What the plant does and why, and what is wrong. */
export const nowSection = (shown: EntitiesShown, plant: Plant, language: Language, drawn: boolean): readonly Card[] =>
	section(say(language, "dashboard", "now"), "mdi:solar-power-variant", [
		// The card has the reasons below its drawing.
		...sentences(shown, drawn ? { ...plant, outputs: [] } : plant, language),
		...(drawn ? [plantCard(shown, plant, language)] : []),
		...shown.tile("next_change", { ...FULL_WIDTH, ...whileKnown(shown, "next_change") }),
		...findings(shown),
		...["boil_stop", "tank_too_hot", "broker_problem"].flatMap((key) =>
			shown.tile(key, { ...onlyOn(shown, key), color: "red" }),
		),
		...shown.tile("mode", { features: [{ type: "select-options" }], ...FULL_WIDTH }),
	]);

/** The activity as a sentence, then each output's reason. */
function sentences(shown: EntitiesShown, plant: Plant, language: Language): readonly Card[] {
	const activity = shown.find("activity");
	if (activity === undefined) return [];
	const told = keysOf("activity").flatMap((code) => {
		const key = `now_${code}`;
		return known("page", key) ? [`  '${code}': ${JSON.stringify(sayAny(language, "page", key))},`] : [];
	});
	const silent = say(language, "dashboard", "silent");
	const whys = plant.outputs.flatMap((output) => {
		const why = shown.find(`${output.id}_why`);
		return why === undefined
			? []
			: [`**${literal(outputName(plant, output, language))}:** {{ states(${quoted(why.id)}) }}`];
	});
	const lines = [
		"{% set sentences = {",
		...told,
		"} %}",
		`{% set activity = states(${quoted(activity.id)}) %}`,
		"{% if activity in ['unavailable', 'unknown'] %}",
		silent,
		"{% else %}",
		"### {{ sentences.get(activity, activity) }}",
		...whys.flatMap((why) => ["", why]),
		"{% endif %}",
	];
	return [{ type: "markdown", content: lines.join("\n"), ...FULL_WIDTH }];
}

/** Each finding with its sentence, while there is one. */
function findings(shown: EntitiesShown): readonly Card[] {
	const attention = shown.find("attention");
	if (attention === undefined) return [];
	const content = [
		`{% for f in state_attr(${quoted(attention.id)}, 'findings') or [] %}`,
		"<ha-alert alert-type=\"{{ 'error' if f.severity == 'alarm' else 'warning' }}\">{{ f.text }}</ha-alert>",
		"{% endfor %}",
	].join("\n");
	return [{ type: "markdown", content, text_only: true, ...FULL_WIDTH, ...onlyOn(shown, "attention") }];
}

const whileKnown = (shown: EntitiesShown, key: string): Card => {
	const entity = shown.find(key)?.id;
	if (entity === undefined) return {};
	return { visibility: [{ condition: "state", entity, state_not: ["unavailable", "unknown"] }] };
};
const onlyOn = (shown: EntitiesShown, key: string): Card => {
	const entity = shown.find(key)?.id;
	return entity === undefined ? {} : { visibility: [{ condition: "state", entity, state: "on" }] };
};

const quoted = (id: string) => `'${id}'`;
/** An owner's name is no template. */
const literal = (name: string) => (/[{}]/.test(name) ? `{{ ${JSON.stringify(name)} }}` : name);
