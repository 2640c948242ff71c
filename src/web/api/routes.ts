import type { FastifyInstance } from "fastify";
import type { OnPage } from "../http/routes.ts";
import { openApi, type Route } from "./document.ts";

/** `GET /api/openapi.json`: every route that is added after this call. */
export function describeRoutes(app: FastifyInstance, { about }: OnPage, login: boolean): void {
	const routes: Route[] = [];
	app.addHook("onRoute", ({ method, url }) => {
		for (const one of [method].flat()) if (one !== "HEAD") routes.push({ method: one, url });
	});
	app.get("/api/openapi.json", (_, reply) => reply.send(openApi({ version: about().version, routes, login })));
}
