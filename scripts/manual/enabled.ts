import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entity } from "#home-assistant/entities/entity.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Plant } from "#model/plant/plant.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { unseenIn } from "#rules/settings.ts";
import type { Language } from "#texts/say.ts";
import { cell, table } from "./table.ts";

const OWNER = join(import.meta.dirname, "../../examples/options.owner.json");
const SMALL = {
	sensors: ["collector", "tank", "return_line"].map((role) => ({ id: role, role, source: `simulated:${role}` })),
	outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }],
};

/** Plants whose entities are counted, and how many of them a new installation may begin with. */
export const COUNTED = {
	small: { title: "Three sensors and a pump", most: 20, options: SMALL },
	owner: {
		title: "Fifteen sensors, pump and electric heater",
		most: 45,
		options: JSON.parse(readFileSync(OWNER, "utf8")) as unknown,
	},
} as const;

/** The entities of a plant, as a new installation gets them. */
export const entitiesIn = (raw: unknown, language: Language = "en"): readonly Entity[] =>
	entitiesOf(plantIn(raw), language, { unseen: unseenIn(optionsIn(raw)) });

export const plantIn = (raw: unknown): Plant => plantOf(optionsIn(raw));

function optionsIn(raw: unknown) {
	const parsed = parse(raw);
	if (parsed.kind === "invalid") throw new Error(parsed.problems.map((p) => `${p.path}: ${p.remedy.code}`).join("\n"));
	return parsed.options;
}

export const isEnabled = ({ component }: Entity): boolean =>
	component === undefined || !("enabled_by_default" in component) || component.enabled_by_default !== false;
const categoryOf = ({ component }: Entity): string =>
	(component !== undefined && "entity_category" in component && component.entity_category) || "primary";

/** docs/enabled.md */
export const enabledPage = (): string =>
	[
		"# What a new installation shows in Home Assistant",
		"",
		"Written by `npm run generate`. Home Assistant creates every entity, and begins with those below enabled. The others are on the",
		"device's page, disabled, until a person enables them. What somebody has enabled or disabled stays so over every update of the app.",
		...Object.values(COUNTED).flatMap(({ title, options }) => ["", `## ${title}`, "", ...chapter(entitiesIn(options))]),
		"",
	].join("\n");

function chapter(entities: readonly Entity[]): readonly string[] {
	const kinds = [...Map.groupBy(entities, (one) => `${categoryOf(one)} ${one.platform}`)].sort();
	const counts = kinds.map(([kind, ones]) => {
		const on = ones.filter(isEnabled).length;
		return [kind.replace(" ", ": "), String(on), String(ones.length - on)];
	});
	const on = entities.filter(isEnabled);
	return [
		`${on.length} of ${entities.length} entities are enabled.`,
		"",
		table(["kind", "enabled", "disabled"], counts),
		"",
		table(
			["enabled entity", "is"],
			on.map((one) => [cell(one.name), `\`${one.platform}.solar_heating_${one.key}\``]),
		),
	];
}
