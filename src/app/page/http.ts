import type { Roots } from "#model/plant/found.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Handler, Health } from "#runtime/health/health.ts";
import type { Redact } from "#runtime/log/redact.ts";
import type { Supervisor } from "#supervisor/ask.ts";
import { type Language, say } from "#texts/say.ts";
import { type Login, loginWith } from "#web/login/login.ts";
import { type BesideControl, Unready } from "../beside/beside-control.ts";
import type { App } from "../beside/running.ts";
import type { Looked } from "../hardware/at-broker.ts";
import { languageOf, type Sourced } from "../login/source.ts";
import type { OptionsOfPage } from "../own-options/open.ts";

export interface HttpFlags {
	/** 0 for no port, `any` for a free one. */
	readonly httpPort: number | "any";
	readonly httpHost: string;
	/** Names under which a proxy passes the page on, in lower case. */
	readonly httpNames?: readonly string[];
	/** The only address that gets the page, without a login. */
	readonly ingressPeer?: string;
}

export interface HttpPorts {
	readonly tell: Tell;
	readonly redact: Redact;
	/** The page is loaded after this, to keep the start fast. */
	readonly settled: Promise<void>;
	readonly beside: Pick<BesideControl, "start">;
	/** Aborted when the app is to end. */
	readonly stopping: AbortSignal;
	/** Inside Home Assistant. */
	readonly supervisor?: Supervisor;
	/** Where the system's folders are. Absent: at `/`. */
	readonly roots?: Roots;
	/** An existing login. Without it one is made and saved. */
	readonly login?: { readonly username: string; readonly password: string };
	/** What administrators do with the options. Loaded with the page. */
	readonly options?: () => Promise<OptionsOfPage>;
	/** False: nothing can be set up here, so the page has no guided path and no settings. */
	readonly guided?: boolean;
	/** Called with the page's address when it answers, with undefined while it does not. */
	readonly served?: (url: string | undefined) => void;
}

export interface HttpSide {
	/** The page's address, if it can be reached without an ingress. */
	url(): string | undefined;
	/** Resolved when the page was loaded, or has failed. */
	readonly loaded: Promise<void>;
	close(): Promise<void>;
}

/** The HTTP port: its health check from now on, its page a little later. */
export async function httpSide(
	app: App,
	sourced: Sourced,
	flags: HttpFlags,
	ports: HttpPorts,
): Promise<HttpSide | undefined> {
	const { httpPort, httpHost: host, ingressPeer: ingress } = flags;
	const { tell, settled, stopping, served, beside } = ports;
	if (httpPort === 0) {
		served?.(undefined);
		return undefined;
	}
	const { serveHealth } = await import("#runtime/health/health.ts");
	const port = httpPort === "any" ? 0 : httpPort;
	const alive = () => ({ ok: app.alive(), facts: {} });
	const language = languageOf(sourced);
	const coming = say(language, "page", "page_comes");
	const health = serveHealth({ port, host, alive, coming, ...(ingress !== undefined && { ingress }) }, tell);
	const missing = () => without(health, language, ports);
	const url = () => urlOf(host, health.port());
	const tellOnce = once(tell);
	const own = () => loginOf(sourced, tellOnce);
	const place = { health, names: [host.toLowerCase(), ...(flags.httpNames ?? [])], ingress, own };
	const page = async (app: App) => {
		const side = stopping.aborted ? undefined : await pageSide(app, sourced, place, ports);
		if (side !== undefined) void health.listening.then(() => said(url(), ingress, ports));
		else missing();
		return side;
	};
	const tried = (app: App) =>
		page(app).catch((bug: unknown) => {
			missing();
			throw bug;
		});
	const loaded = settled.then(() => beside.start("page", tried));
	return { url, loaded, close: () => health.close() };
}

/** Until the port is available. */
function without(health: Health, language: Language, { served }: HttpPorts): void {
	health.handOn(noPage(say(language, "page", "page_missing")));
	served?.(undefined);
}

const noPage =
	(missing: string): Handler =>
	(request, response) => {
		request.resume();
		response.writeHead(503, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
		response.end(`${missing}\n`);
	};

function said(url: string | undefined, ingress: string | undefined, { tell, served }: HttpPorts): void {
	if (ingress === undefined && url !== undefined) tell(notice("info", "page_served", { url }));
	served?.(url);
}

interface Place {
	readonly health: Health;
	/** By which a browser may call it, besides its addresses. */
	readonly names: readonly string[];
	readonly ingress: string | undefined;
	/** The page's own login, made if there is none. */
	readonly own: () => Promise<Login | undefined>;
}

async function pageSide(app: App, sourced: Sourced, { health, names, ingress, own }: Place, ports: HttpPorts) {
	const login = ingress === undefined ? await (ports.login === undefined ? own() : loginWith(ports.login)) : undefined;
	if (ingress === undefined && login === undefined) throw new Unready("page_password_not_kept");
	const [{ joinPage }, { pageFiles }] = await Promise.all([import("./join.ts"), import("./files.ts")]);
	const { parsed, complaints, language } = sourced;
	const isGuided = ports.guided !== false;
	const snapshot = app.snapshot();
	if (snapshot === undefined) return undefined;
	return joinPage(app, snapshot, {
		health,
		problems: [...complaints, ...(parsed.kind === "invalid" ? parsed.problems : [])],
		...(language && { language }),
		...(login && { login }),
		names,
		...(ports.supervisor && { supervisor: ports.supervisor }),
		...(isGuided && ports.options && { own: await ports.options() }),
		atBroker: () => atBroker(app, sourced),
		files: pageFiles(sourced, ports.supervisor),
		folder: sourced.folder,
		guided: isGuided,
		...(ports.roots && { roots: ports.roots }),
		clean: ports.redact,
		tell: ports.tell,
	});
}

/** Loaded when a person asks for it. */
async function atBroker({ beside }: App, sourced: Sourced): Promise<Looked> {
	const { lookFor } = await import("../hardware/look-for.ts");
	return beside === undefined ? { kind: "failed", class: "config-invalid" } : lookFor(sourced, beside);
}

async function loginOf({ folder, secrets }: Sourced, tell: Tell): Promise<Login | undefined> {
	const { ownLogin } = await import("./own-login.ts");
	return ownLogin(folder, { secrets, tell });
}

/** Logs the same message once, because a failing part is opened repeatedly. */
function once(tell: Tell): Tell {
	let last = "";
	return (said) => {
		const text = JSON.stringify(said);
		if (text !== last) tell(said);
		last = text;
	};
}

/** A wildcard address is no address for a browser. */
const urlOf = (host: string, port: number | undefined): string | undefined => {
	if (port === undefined) return undefined;
	const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
	return `http://${name.includes(":") ? `[${name}]` : name}:${port}/`;
};
