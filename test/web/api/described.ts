import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";
import { isRecord } from "#model/untyped/untyped.ts";

/** The document as a program reads that knows nothing of the app. */
export interface Document {
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
	readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
interface Operation {
	readonly summary: string;
	readonly responses: Readonly<
		Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
	>;
}

const OAS = join(import.meta.dirname, "../../fixtures/openapi/oas-3.1.schema.yaml");

/** What the OpenAPI Initiative's own schema finds in a document. */
export function faultsOfDocument(document: unknown): readonly unknown[] {
	const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
	formats.default(ajv);
	// Ajv looks for a dynamic anchor in the wrong place. Without another dialect of schemas it is this one.
	const schema = readFileSync(OAS, "utf8").replaceAll(/\$dynamicRef: ["']#meta["']/g, () => '$ref: "#/$defs/schema"');
	const validate = ajv.compile(parse(schema));
	return validate(document) ? [] : (validate.errors ?? []);
}

/** Judges answers by a document. Each schema in it must itself be one. */
export class Judge {
	readonly #document: Document;
	readonly #ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });

	constructor(document: Document) {
		this.#document = document;
		formats.default(this.#ajv);
		for (const [name, schema] of Object.entries(document.components.schemas))
			this.#ajv.addSchema({ $id: `schema:${name}`, ...named(schema) });
	}

	/** What is wrong with an answer; empty if it is as the document says. */
	faults(method: string, path: string, status: number, type: string | undefined, text: string): readonly unknown[] {
		const answer = this.#document.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
		if (answer === undefined) return [`${method} ${path} answers ${status}, which is not described`];
		const media = (type ?? "").split(";", 1)[0] ?? "";
		if (answer.content === undefined) return text === "" ? [] : ["a body that is not described"];
		const schema = answer.content[media]?.schema;
		if (schema === undefined) return [`${media} in place of ${Object.keys(answer.content)}`];
		const validate = this.#ajv.compile(named(schema));
		return validate(media === "application/json" ? JSON.parse(text) : text) ? [] : (validate.errors ?? []);
	}
}

/** References within a document lead to the names under which its schemas are known here. */
const named = (schema: object): object =>
	JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "schema:")) as object;

/** The names that a schema of the document has for the members of an object. */
export function membersOf(document: Document, name: string): readonly string[] {
	const schema = document.components.schemas[name];
	const properties = isRecord(schema) ? schema["properties"] : undefined;
	return Object.keys(isRecord(properties) ? properties : {});
}
