import { OUTPUT_ROLES } from "#model/plant/plant.ts";
import type { Json } from "#options/page/addon-schema.ts";
import type { AddonText } from "#options/page/addon-texts.ts";
import { REDACTED } from "#runtime/log/redact.ts";
import { known, type Language, sayAny } from "#texts/say.ts";
import type { OptionField } from "#web/options/option-form.ts";

/** What a field is made of beside its schema. */
export interface Asked {
	readonly text: AddonText | undefined;
	readonly value: unknown;
	readonly language: Language;
	/** What counts where it is left empty, if a preset says so. */
	readonly preset?: unknown;
	/** An entry cannot do without it. */
	readonly needed?: boolean;
	/** What is there to be named. */
	readonly suggested?: readonly string[];
}

export function fieldOf(key: string, json: Json, { text, value, language, ...more }: Asked): OptionField {
	const kind = kindOf(key, json);
	const { minimum, maximum } = json;
	const initial = json.of_group === undefined ? (more.preset ?? json.default) : undefined;
	return {
		...{ key, kind, name: text?.name ?? key, description: text?.description ?? "" },
		choices: (json.enum ?? []).map((one) => [String(one), choiceText(key, String(one), language)] as const),
		value: kind === "secret" && value === REDACTED ? REDACTED : written(value),
		initial: written(initial),
		...(more.needed && { needed: true }),
		...(more.suggested && more.suggested.length > 0 && { suggested: more.suggested }),
		...(minimum !== undefined && { min: minimum }),
		...(maximum !== undefined && { max: maximum }),
	};
}

function kindOf(key: string, { type, enum: choices, addon }: Json): OptionField["kind"] {
	if (choices) return "choice";
	if (addon === "password" || /password|token|secret/.test(key)) return /_file$/.test(key) ? "text" : "secret";
	if (type === "boolean") return "switch";
	return type === "number" || type === "integer" ? "number" : "text";
}

/** The word that is saved, which the manual has too, after what people call it. */
function choiceText(key: string, choice: string, language: Language): string {
	const said = key === "role" ? roleText(choice, language) : undefined;
	return said === undefined ? choice : `${said} (${choice})`;
}

function roleText(role: string, language: Language): string | undefined {
	if (role === "tank" || role === "tank_layer" || role === "other") return sayAny(language, "setup", `role_${role}`);
	return known("role", role) || OUTPUT_ROLES.some((one) => one === role) ? sayAny(language, "role", role) : undefined;
}

export const written = (value: unknown): string => {
	if (value === undefined || value === null) return "";
	return typeof value === "object" ? JSON.stringify(value) : String(value);
};

const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/;
/** `1.000` is a thousand to some and one to others. */
const THOUSANDS = /^([-+]?[1-9]\d{0,2})[.,](\d{3})$/;

/**
 * What was typed, as the option takes it: null for nothing, and for the default where nothing is set. Text that does not fit stays
 * text, which is refused where it is parsed.
 */
export function typedIn(field: OptionField, sent: string): unknown {
	const text = sent.trim();
	if (text === "" || (field.value === "" && text === field.initial)) return null;
	const { kind, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
	if (kind === "switch") return text === "true" ? true : text === "false" ? false : text;
	if (kind !== "number") return text;
	const plain = text.replace("\u2212", "-").replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, "");
	const [all, thousand = "", rest = ""] = THOUSANDS.exec(plain) ?? [];
	const meant = Number(`${thousand}${rest}`);
	if (all !== undefined && meant >= min && meant <= max) return text;
	const value = NUMBER.test(plain) ? Number(plain.replace(",", ".")) : text;
	return value === Number(field.initial) && field.initial !== "" && field.value === "" ? null : value;
}
