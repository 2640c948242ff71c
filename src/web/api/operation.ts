import { ref, type Schema } from "./schema.ts";

export interface Answer {
	readonly description: string;
	/** Without one there is no body that is worth a description. */
	readonly type?: string;
	/** Of JSON. */
	readonly schema?: Schema;
}

export interface Parameter {
	readonly name: string;
	readonly in: "query" | "header";
	readonly description: string;
	readonly required?: boolean;
	readonly schema: Schema;
}

/** What a route is for, and what it answers. */
export interface Operation {
	readonly summary: string;
	readonly description?: string;
	readonly parameters?: readonly Parameter[];
	/** By media type. */
	readonly body?: Readonly<Record<string, Schema>>;
	readonly answers: Readonly<Record<string, Answer>>;
}

const JSON_TYPE = "application/json";
export const json = (description: string, schema: Schema): Answer => ({ description, type: JSON_TYPE, schema });
export const as = (type: string, description: string): Answer => ({ description, type });
export const error = (description: string): Answer => json(description, ref("Error"));

/** Of every request that changes something. */
export const TOKEN: Parameter = {
	name: "x-solar-token",
	in: "header",
	description: "The person's token, which `GET /api/token` gives.",
	required: true,
	schema: { type: "string" },
};
/** Who may change something, and how that is known. */
export const FORBIDDEN = error("Not an administrator, or without that person's token.");
