import { jsonOf } from "#options/page/addon-schema.ts";
import { defaultOf, PRESET_NAMES, PRESETS } from "#options/presets.ts";
import { root } from "#options/root.ts";
import { table } from "./table.ts";

/** What each preset sets, beside the default, and where it was read. */
export function presetsTable(): string {
	const json = jsonOf(root);
	const paths = [...new Set(PRESET_NAMES.flatMap((name) => Object.keys(PRESETS[name].fields)))];
	const rows = paths
		.toSorted((a, b) => order(json, a) - order(json, b))
		.map((path) => {
			const [rule = "", field = ""] = path.split(".");
			const unit = json.properties?.[rule]?.properties?.[field]?.unit;
			const shown = (value: unknown) => (value === undefined ? "" : `${value}${unit === undefined ? "" : ` ${unit}`}`);
			return [
				`\`${path}\``,
				shown(defaultOf(rule, field)),
				...PRESET_NAMES.map((name) => shown(PRESETS[name].fields[path])),
			];
		});
	const sources = PRESET_NAMES.map((name) => `- \`${name}\`: ${PRESETS[name].source}.`);
	const head = ["option", "default", ...PRESET_NAMES.map((name) => `\`${name}\``)];
	return [table(head, rows), "Where the values are from:", sources.join("\n")].join("\n\n");
}

/** As on the options page. */
function order(json: ReturnType<typeof jsonOf>, path: string): number {
	const [rule = "", field = ""] = path.split(".");
	const groups = Object.keys(json.properties ?? {});
	return groups.indexOf(rule) * 100 + Object.keys(json.properties?.[rule]?.properties ?? {}).indexOf(field);
}
