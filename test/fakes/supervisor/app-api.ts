import type { ServerResponse } from "node:http";
import * as z from "zod";
import { fail, file, ok } from "./answer.ts";
import { inStore, whole } from "./app-entry.ts";
import type { InstalledApp } from "./installed-app.ts";
import { journal } from "./journal.ts";
import { STATISTICS } from "./machine.ts";

/** A question about the app: what follows `/addons/SLUG/`. */
export interface AppQuestion {
	readonly method: string;
	readonly what: string;
	readonly inStore: boolean;
	readonly body: unknown;
	readonly range: string;
	readonly query: URLSearchParams;
}

const Options = z.record(z.string(), z.unknown());
const Chosen = z.object({
	options: Options.nullish(),
	boot: z.string().optional(),
	auto_update: z.boolean().optional(),
	watchdog: z.boolean().optional(),
	ingress_panel: z.boolean().optional(),
});

/** The part of the API that is about one app. `panelMoved` is told when its entry in the side bar comes or goes. */
export async function appApi(
	app: InstalledApp,
	asked: AppQuestion,
	response: ServerResponse,
	panelMoved: () => Promise<unknown>,
): Promise<void> {
	const { method, what, range, query } = asked;
	const follow = what.endsWith("/follow");
	if (method === "GET" && what.startsWith("logs"))
		return journal(app.process, response, { range, lines: Number(query.get("lines") ?? 100), follow });
	if (method === "GET") return shown(app, asked, response);
	switch (what) {
		case "options/validate":
			return validated(app, asked.body, response);
		case "options":
			return chosen(app, Chosen.parse(asked.body), response, panelMoved);
		case "start":
		case "restart":
			return started(app, response);
		case "stop":
			await app.stop();
			return ok(response);
		case "security":
			app.guarded = z.object({ protected: z.boolean() }).parse(asked.body).protected;
			return ok(response);
		default:
			return fail(response, 400, `The fake Supervisor cannot ${what}`);
	}
}

function shown(app: InstalledApp, { what, inStore: store }: AppQuestion, response: ServerResponse) {
	const { repository } = app;
	switch (what) {
		case "":
		case "info":
			return ok(response, store ? { ...whole(app), ...inStore(app) } : whole(app));
		case "stats":
			return app.state === "started"
				? ok(response, STATISTICS)
				: fail(response, 400, `Container addon_${app.slug} is not running`);
		case "options/config":
			return ok(response, app.options);
		case "availability":
			return ok(response);
		case "icon":
		case "logo":
			return file(response, repository.file(`${what}.png`), "image/png");
		case "documentation":
			return file(response, repository.file("DOCS.md"), "text/plain; charset=utf-8");
		case "changelog":
			return file(response, repository.file("CHANGELOG.md"), "text/plain; charset=utf-8");
		default:
			return fail(response, 404, `The fake Supervisor has no ${what}`);
	}
}

/** Answers 200 for bad options too. */
function validated(app: InstalledApp, body: unknown, response: ServerResponse) {
	const options = Options.safeParse(body);
	const asked = options.success && Object.keys(options.data).length > 0;
	const answer = app.judge(asked ? options.data : app.options);
	ok(response, { message: answer.valid ? "" : answer.message, valid: answer.valid, pwned: false });
}

/** `options: null` goes back to the defaults. */
async function chosen(
	app: InstalledApp,
	wanted: z.output<typeof Chosen>,
	response: ServerResponse,
	panelMoved: () => Promise<unknown>,
): Promise<void> {
	if (wanted.options !== undefined) {
		const answer = app.save(wanted.options ?? {});
		if (!answer.valid && wanted.options !== null) return invalid(app, answer.message, response);
		if (wanted.options === null) app.own = {};
	}
	app.boot = wanted.boot ?? app.boot;
	app.autoUpdate = wanted.auto_update ?? app.autoUpdate;
	app.watchdog = wanted.watchdog ?? app.watchdog;
	if (wanted.ingress_panel !== undefined) {
		app.panel = wanted.ingress_panel;
		await panelMoved();
	}
	ok(response);
}

async function started(app: InstalledApp, response: ServerResponse): Promise<void> {
	const answer = await app.start();
	if (answer.valid) ok(response);
	else invalid(app, answer.message, response);
}

const invalid = (app: InstalledApp, message: string, response: ServerResponse): void =>
	fail(response, 400, `App ${app.slug} has invalid options: ${message}`, {
		error_key: "app_configuration_invalid_error",
		extra_fields: { app: app.slug, validation_error: message },
	});
