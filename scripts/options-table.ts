import type * as z from "zod";
import { type Json, jsonOf } from "#options/addon-schema.ts";

/** Every option as rows of a Markdown table: path, meaning, default and range. */
export function optionsTable(schema: z.ZodObject): string {
	const rows = leaves(jsonOf(schema), "");
	return ["| option | meaning | default | range |", "|---|---|---|---|", ...rows].join("\n");
}

function leaves(json: Json, path: string): readonly string[] {
	if (json.properties)
		return Object.entries(json.properties).flatMap(([key, child]) =>
			leaves(child, path === "" ? key : `${path}.${key}`),
		);
	if (json.items?.properties) return leaves(json.items, `${path}[]`);
	return [`| \`${path}\` | ${cell(json.description ?? json.title ?? "")} | ${initial(json)} | ${range(json)} |`];
}

const cell = (text: string) => text.replaceAll("|", "\\|");
const unit = (json: Json) => (json.unit ? ` ${json.unit}` : "");
const initial = (json: Json) =>
	json.default === undefined || json.default === "" ? "" : `${json.default}${unit(json)}`;
function range(json: Json): string {
	if (json.enum) return json.enum.join(", ");
	if (json.minimum !== undefined && json.maximum !== undefined)
		return `${json.minimum} to ${json.maximum}${unit(json)}`;
	return json.type === "boolean" ? "true, false" : "";
}
