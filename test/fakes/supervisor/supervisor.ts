import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import * as z from "zod";
import { listening } from "../supervisor.ts";
import { bare, fail, ok, text } from "./answer.ts";
import { appApi } from "./app-api.ts";
import { inStore, listed } from "./app-entry.ts";
import type { Launch } from "./app-process.ts";
import { Core } from "./core.ts";
import { coreWebSocket } from "./core-websocket.ts";
import { Ingress, type Visitor } from "./ingress.ts";
import { InstalledApp } from "./installed-app.ts";
import { machine, REPOSITORY, TAKEN } from "./machine.ts";
import { type Repository, repository } from "./manifest.ts";
import { MqttService } from "./mqtt-service.ts";

export interface SupervisorOptions {
	/** The app's data folder. */
	readonly data: string;
	/** This project's own by default. */
	readonly repository?: Repository;
	/** How the app is started; by default from its sources. */
	readonly launch?: Launch;
	/** More for the app's environment. */
	readonly env?: Readonly<Record<string, string>>;
	/** A free one by default. */
	readonly port?: number;
}

/** The Home Assistant that belongs to it. */
export interface Home {
	/** Of its HTTP server. */
	readonly port: number;
	/** Its Supervisor socket, as seen from here. */
	readonly socket: string;
	readonly log: () => string;
}

export interface Asked {
	readonly method: string;
	readonly path: string;
	readonly status: number;
}

const TOKEN = "fake-supervisor-token-of-the-core";

/**
 * Home Assistant's Supervisor with this app installed: what a real Home Assistant asks of it, so that its own front end
 * draws the app's pages, and what the app asks. Options are refused, kept and handed out as the real one does, and
 * the app is a real process. Updates, backups and other apps it does not know.
 */
export class Supervisor {
	readonly token = TOKEN;
	readonly mqtt = new MqttService();
	readonly app: InstalledApp;
	/** All that was asked and answered, or given up by who asked: an app does not live to see its own restart. */
	readonly asked: Asked[] = [];
	readonly #ingress: Ingress;
	readonly #server: Server;
	#port = 0;
	#home: Home | undefined;
	#core: Core | undefined;

	private constructor(server: Server, { data, launch = fromSources, env, ...given }: SupervisorOptions, port: number) {
		this.#server = server;
		this.#port = port;
		const environment = { SUPERVISOR_URL: this.url, ...env };
		this.app = new InstalledApp(given.repository ?? repository(), data, launch, environment, (state) => {
			const event = { event: "addon", slug: this.app.slug, state };
			void this.#core?.command({ type: "supervisor/event", data: event });
		});
		this.#ingress = new Ingress(this.app);
	}

	/** Listens on the loopback; the app is installed and stopped. */
	static async start(options: SupervisorOptions): Promise<Supervisor> {
		const server = createServer();
		const supervisor = new Supervisor(server, options, await listening(server, options.port ?? 0));
		server.on("request", (asked, response) => {
			supervisor.#answer(asked, response).catch((bug: unknown) => fail(response, 500, String(bug)));
		});
		server.on("upgrade", (asked, wire, head) => {
			if (asked.url === "/core/websocket") supervisor.#toCore(asked, wire);
			else supervisor.#ingress.upgrade(asked, wire, head);
		});
		return supervisor;
	}

	/** For Home Assistant's environment variable SUPERVISOR. */
	get address(): string {
		return `127.0.0.1:${this.#port}`;
	}
	get url(): string {
		return `http://${this.address}`;
	}

	/** Home Assistant is there: from now on it hears what happens to the app. */
	async joins(home: Home): Promise<void> {
		this.#home = home;
		this.#core = new Core(home.socket);
		await this.#tellPanel();
	}

	/** All sessions of the ingress end, with what is open in them. */
	forgetSessions(): void {
		this.#ingress.forget();
	}

	/** Ends the app, too. */
	async close(): Promise<void> {
		await this.app.stop();
		await new Promise<void>((done) => {
			this.#server.close(() => done());
			this.#server.closeAllConnections();
		});
	}

	async #answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = "GET", url = "/" } = asked;
		const { pathname: path, searchParams: query } = new URL(url, this.url);
		response.on("close", () => this.asked.push({ method, path, status: response.statusCode }));
		if (path.startsWith(`/ingress/${this.app.ingressToken}/`)) return this.#ingress.pass(asked, response);
		const body = await bodyOf(asked);
		const open = path === "/supervisor/ping" || /^\/(?:store\/)?addons\/[^/]+\/(?:icon|logo)$/.test(path);
		const token = asked.headers.authorization?.split(" ").at(-1);
		if (!open && token === undefined) return bare(response, 401);
		if (!open && token !== this.token && token !== this.app.process.token) return bare(response, 403);
		const [, store, slug, what = ""] = /^(\/store)?\/addons\/([^/]+)(?:\/(.*))?$/.exec(path) ?? [];
		if (slug === undefined || slug === "reload") return this.#house(`${method} ${path}`, body, query, response);
		if (slug !== this.app.slug && slug !== "self") return fail(response, 404, `App ${slug} does not exist`);
		const range = asked.headers.range ?? "";
		const question = { method, what, inStore: store !== undefined, body, range, query };
		return appApi(this.app, question, response, () => this.#tellPanel());
	}

	/** Requests that are not only about the app. */
	async #house(key: string, body: unknown, query: URLSearchParams, response: ServerResponse): Promise<void> {
		const [method = "", path = ""] = key.split(" ");
		switch (key) {
			case "GET /supervisor/ping":
				return ok(response);
			case "GET /services/mqtt":
				return this.mqtt.answer(response);
			// An update that is taken would be waited for, for ever.
			case "POST /supervisor/update":
			case "POST /core/update":
			case "POST /os/update":
				return fail(response, 400, "No update available - already on the latest version");
			case "GET /addons":
				return ok(response, { addons: [listed(this.app)] });
			case "GET /store/addons":
			case "GET /store":
				return ok(response, { addons: [inStore(this.app)], repositories: [REPOSITORY] });
			case "GET /ingress/panels":
				return ok(response, { panels: this.#panels() });
			case "POST /ingress/session":
				return ok(response, { session: this.#ingress.open(await this.#visitor(body)) });
			case "POST /ingress/validate_session":
				return this.#ingress.has(z.object({ session: z.string() }).parse(body).session)
					? ok(response)
					: bare(response, 401);
		}
		if (path.startsWith("/core/logs")) return text(response, this.#log(Number(query.get("lines") ?? 100)));
		if (path.includes("/logs") && !path.endsWith("/boots")) return text(response, "");
		if (method === "POST" && TAKEN.includes(path)) return ok(response);
		const canned = machine(this.#home?.port ?? 8123)[key];
		return canned === undefined ? fail(response, 404, `The fake Supervisor has no ${key}`) : ok(response, canned);
	}

	/** Only for an app that may use Home Assistant's API. */
	#toCore(asked: IncomingMessage, wire: Duplex): void {
		const socket = this.#home?.socket;
		if (socket === undefined) return void wire.end("HTTP/1.1 502 No\r\nconnection: close\r\n\r\n");
		const { homeassistant_api: open } = this.app.repository.manifest;
		coreWebSocket({ asked, wire, socket }, (token) => open === true && token === this.app.process.token);
	}

	#panels(): Readonly<Record<string, unknown>> {
		const { ingress, panel_title, panel_icon, panel_admin, name } = this.app.repository.manifest;
		const panel = { title: panel_title ?? name, icon: panel_icon, admin: panel_admin, enable: this.app.panel };
		return ingress ? { [this.app.slug]: panel } : {};
	}
	async #tellPanel(): Promise<void> {
		if (!this.app.repository.manifest.ingress) return;
		await this.#core?.send(this.app.panel ? "POST" : "DELETE", `/api/hassio_push/panel/${this.app.slug}`);
	}

	/** Home Assistant says who opens a session; its names are asked back from it. */
	async #visitor(body: unknown): Promise<Visitor | undefined> {
		const { user_id: id } = z.object({ user_id: z.string().optional() }).parse(body);
		if (id === undefined) return undefined;
		const users = Users.safeParse(await this.#core?.command({ type: "config/auth/list" }));
		const user = users.data?.find((one) => one.id === id);
		return { id, ...(user?.username && { username: user.username }), ...(user?.name && { name: user.name }) };
	}

	#log(lines: number): string {
		return (this.#home?.log() ?? "").split("\n").slice(-lines).join("\n");
	}
}

const Users = z.array(z.object({ id: z.string(), username: z.string().nullable(), name: z.string().nullable() }));

const MAIN = join(import.meta.dirname, "../../../src/main.ts");
/** Behind ingress, whose peer is this process. */
const fromSources: Launch = (data, port) => [
	process.execPath,
	...[MAIN, "run", "--options", join(data, "options.json"), "--data", data],
	...["--http-port", String(port), "--http-host", "127.0.0.1", "--ingress-peer", "127.0.0.1"],
];

async function bodyOf(asked: IncomingMessage): Promise<unknown> {
	const chunks: Buffer[] = [];
	for await (const chunk of asked) chunks.push(chunk);
	const raw = Buffer.concat(chunks).toString();
	try {
		return raw === "" ? {} : JSON.parse(raw);
	} catch {
		return {};
	}
}
