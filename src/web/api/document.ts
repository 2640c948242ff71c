import type { Answer, Operation } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { ref, type Schema } from "./schema.ts";
import { SCHEMAS } from "./schemas.ts";

/** A route that the page has. */
export interface Route {
	readonly method: string;
	readonly url: string;
}

export interface Described {
	readonly version: string;
	readonly routes: readonly Route[];
	/** The page has a login of its own. */
	readonly login: boolean;
}

const JSON_ERROR: Answer = { description: "", type: "application/json", schema: ref("Error") };
/** What the guard answers in place of any route. */
const GUARDED: Readonly<Record<string, string>> = {
	401: "Without the login, or with a wrong one. A browser that asks for a page is led to the login page (303).",
	403: "From another site, or without the right.",
	421: "The browser used a name that is not this machine's.",
	429: "Too many wrong logins. `retry-after` has the seconds to wait.",
	503: "Too many logins at a time. Try again in a moment.",
};

/** The OpenAPI 3.1 document of these routes. A route without a description has an empty summary. */
export function openApi({ version, routes, login }: Described) {
	const paths = Map.groupBy(routes, ({ url }) => url);
	return {
		openapi: "3.1.0",
		info: {
			title: "Solar Heating",
			version,
			description: "What the page of a solar heating controller answers, to itself and to scripts.",
			license: { name: "Apache-2.0", identifier: "Apache-2.0" },
		},
		servers: [{ url: ".", description: "Paths are relative, because the path of an ingress changes." }],
		...(login && { security: [{ basic: [] }, { session: [] }] }),
		paths: Object.fromEntries(
			[...paths].map(([url, its]) => [
				url,
				Object.fromEntries(its.map(({ method }) => [method.toLowerCase(), operation(method, url, login)])),
			]),
		),
		components: {
			schemas: SCHEMAS,
			...(login && { securitySchemes: { basic: { type: "http", scheme: "basic" }, session: SESSION } }),
		},
	};
}

/** The end of its name is another for each controller. */
const SESSION = { type: "apiKey", in: "cookie", name: "solar_session", description: "A browser's, from `POST login`." };
const EMPTY: Operation = { summary: "", answers: { default: { description: "Not described." } } };

function operation(method: string, url: string, login: boolean): Schema {
	const { summary, description, parameters, body, answers } = OPERATIONS[`${method} ${url}`] ?? EMPTY;
	const guarded = login
		? Object.entries(GUARDED).map(([status, said]) => [status, { ...JSON_ERROR, description: said }] as const)
		: [];
	const failed = ["500", { ...JSON_ERROR, description: "The page failed; control goes on." }] as const;
	const all = { ...Object.fromEntries([...guarded, failed]), ...answers };
	return {
		operationId: idOf(method, url),
		summary,
		...(description !== undefined && { description }),
		...(parameters !== undefined && { parameters }),
		...(body !== undefined && {
			requestBody: {
				required: true,
				content: Object.fromEntries(Object.entries(body).map(([type, schema]) => [type, { schema }])),
			},
		}),
		responses: Object.fromEntries(Object.entries(all).map(([status, answer]) => [status, answerOf(answer)])),
	};
}

const idOf = (method: string, url: string) =>
	[method.toLowerCase(), ...url.split(/\W+/).filter((word) => word !== "")].join("_");

const answerOf = ({ description, type, schema = { type: "string" } }: Answer): Schema => ({
	description,
	...(type !== undefined && { content: { [type]: { schema } } }),
});
