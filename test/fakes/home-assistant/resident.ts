import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import type { HomeAssistant } from "./process.ts";
import { HomeSocket } from "./socket.ts";

export interface Person {
	readonly name: string;
	readonly username: string;
	readonly password: string;
	readonly language: "en" | "sv" | "de";
}

const Tokens = z.object({
	access_token: z.string(),
	refresh_token: z.string(),
	expires_in: z.number(),
	token_type: z.string(),
});
export type Tokens = z.output<typeof Tokens>;

const Authorised = z.object({ auth_code: z.string() });
const Made = z.object({ user: z.object({ id: z.string() }) });
const LoginFlow = z.object({ flow_id: z.string() });
const LoggedIn = z.object({ type: z.literal("create_entry"), result: z.string() });
const State = z.object({ entity_id: z.string(), state: z.string(), attributes: z.record(z.string(), z.unknown()) });
export type State = z.output<typeof State>;
const Entry = z.object({
	entity_id: z.string(),
	unique_id: z.string(),
	platform: z.string(),
	device_id: z.string().nullable(),
	name: z.string().nullable(),
	original_name: z.string().nullable(),
	entity_category: z.string().nullable(),
	disabled_by: z.string().nullable(),
});
export type Entry = z.output<typeof Entry>;
const Device = z.object({
	id: z.string(),
	name: z.string().nullable(),
	/** A child device has no more than a name and ids. */
	manufacturer: z.string().nullish(),
	model: z.string().nullish(),
	sw_version: z.string().nullish(),
	serial_number: z.string().nullish(),
	configuration_url: z.string().nullish(),
	via_device_id: z.string().nullish(),
	parent_device_id: z.string().nullish(),
	identifiers: z.array(z.array(z.string())),
});
export type Device = z.output<typeof Device>;
const Issues = z.object({ issues: z.array(z.looseObject({ domain: z.string(), issue_id: z.string() })) });
const Logged = z.array(z.looseObject({ name: z.string(), level: z.string(), message: z.array(z.string()) }));
const Flow = z.object({
	flow_id: z.string(),
	type: z.string(),
	/** The boxes of a form. */
	data_schema: z.array(z.object({ name: z.string() })).nullish(),
});
const Core = z.object({ state: z.string() });

/** Where its MQTT integration finds the broker, and as whom. */
export interface BrokerLogin {
	readonly port: number;
	readonly username: string;
	readonly password: string;
}

/** ms. */
const PATIENCE = 60_000;

/** The first person in the house, who may do everything. */
export class Resident {
	readonly home: HomeAssistant;
	readonly tokens: Tokens;
	/** What the tokens were given to. */
	readonly client_id: string;
	#socket: HomeSocket | undefined;

	private constructor(home: HomeAssistant, tokens: Tokens, client_id: string) {
		this.home = home;
		this.tokens = tokens;
		this.client_id = client_id;
	}

	/** Moves in: the first user, logged in; everything is set up when it comes back. */
	static async movesIn(home: HomeAssistant, person: Person): Promise<Resident> {
		const client_id = `${home.url}/`;
		const made = await post(`${home.url}/api/onboarding/users`, JSON.stringify({ client_id, ...person }), JSON_TYPE);
		const { auth_code: code } = Authorised.parse(made);
		const tokens = await tokensFor(home, client_id, code);
		const resident = new Resident(home, tokens, client_id);
		await resident.ready();
		return resident;
	}

	/** Another person of the house, who may not change its settings; logged in. */
	async brings({ name, username, password }: Person): Promise<Tokens> {
		const { home, client_id } = this;
		const made = Made.parse(await this.ask({ type: "config/auth/create", name, group_ids: ["system-users"] }));
		const login = { username, password };
		await this.ask({ type: "config/auth_provider/homeassistant/create", user_id: made.user.id, ...login });
		const start = { client_id, redirect_uri: client_id, handler: ["homeassistant", null] };
		const flows = `${home.url}/auth/login_flow`;
		const { flow_id } = LoginFlow.parse(await post(flows, JSON.stringify(start), JSON_TYPE));
		const end = await post(`${flows}/${flow_id}`, JSON.stringify({ client_id, ...login }), JSON_TYPE);
		return tokensFor(home, client_id, LoggedIn.parse(end).result);
	}

	/** As by the restart button of the front end. Also starts Home Assistant where it was ended. */
	async restarts(): Promise<void> {
		// It waits for open connections to end.
		this.leaves();
		await this.home.restart();
		await this.ready();
	}

	/** After a start, waits until everything in the house is set up; opens a new connection for `ask`. */
	async ready(): Promise<void> {
		this.leaves();
		const from = performance.now();
		for (let state = ""; state !== "RUNNING"; await pause(100)) {
			if (performance.now() - from > PATIENCE) throw new Error(`Home Assistant stays ${state}: ${this.home.log()}`);
			const asked = await fetch(`${this.home.url}/api/core/state`, { headers: this.#headers }).catch(() => undefined);
			if (asked?.ok === true) state = Core.parse(await asked.json()).state;
		}
		this.#socket = await HomeSocket.open(this.home.url, this.tokens.access_token);
	}

	/** The MQTT integration, as the dialog in the front end sets it up. Throws when it does not get to the broker. */
	async connectsTo({ port, username, password }: BrokerLogin): Promise<void> {
		const flows = "/api/config/config_entries/flow";
		let step = Flow.parse(await this.post(flows, { handler: "mqtt" }));
		const path = `${flows}/${step.flow_id}`;
		// Under a Supervisor it asks first whether the broker is an app of its own.
		if (step.type === "menu") step = Flow.parse(await this.post(path, { next_step_id: "broker" }));
		const other_settings = { set_client_cert: false, set_ca_cert: "off" };
		const known = { broker: "127.0.0.1", port, username, password, protocol: "5", other_settings };
		// The oldest release does not ask for the last two, and speaks 3.1.1.
		const boxes = new Set(step.data_schema?.map(({ name }) => name));
		const end = await this.post(path, Object.fromEntries(Object.entries(known).filter(([name]) => boxes.has(name))));
		if (Flow.parse(end).type !== "create_entry") throw new Error(`MQTT is not set up: ${JSON.stringify(end)}`);
	}

	async states(): Promise<readonly State[]> {
		return z.array(State).parse(await this.get("/api/states"));
	}

	/** `action` as in the editor: `switch.turn_on`. */
	async calls(action: string, data: Readonly<Record<string, unknown>>): Promise<void> {
		await this.post(`/api/services/${action.replace(".", "/")}`, data);
	}

	async entries(): Promise<readonly Entry[]> {
		return z.array(Entry).parse(await this.ask({ type: "config/entity_registry/list" }));
	}

	async devices(): Promise<readonly Device[]> {
		return z.array(Device).parse(await this.ask({ type: "config/device_registry/list" }));
	}

	async repairs() {
		return Issues.parse(await this.ask({ type: "repairs/list_issues" })).issues;
	}

	/** Warnings and errors since the start, by logger. */
	async logged() {
		return Logged.parse(await this.ask({ type: "system_log/list" }));
	}

	/** One command of the WebSocket API. */
	ask(command: Readonly<{ type: string } & Record<string, unknown>>): Promise<unknown> {
		return this.#opened.ask(command);
	}

	/** A command that goes on answering with events. */
	listen(command: Readonly<{ type: string } & Record<string, unknown>>, hear: (event: unknown) => void): Promise<void> {
		return this.#opened.listen(command, hear);
	}

	get(path: string): Promise<unknown> {
		return answered(fetch(this.home.url + path, { headers: this.#headers }));
	}

	post(path: string, body: unknown): Promise<unknown> {
		return post(this.home.url + path, JSON.stringify(body), { ...JSON_TYPE, ...this.#headers });
	}

	/** Lets go of the connection; Home Assistant goes on. */
	leaves(): void {
		this.#socket?.close();
	}

	get #headers() {
		return { authorization: `Bearer ${this.tokens.access_token}` };
	}

	get #opened(): HomeSocket {
		if (this.#socket === undefined) throw new Error("not connected");
		return this.#socket;
	}
}

const tokensFor = async ({ url }: HomeAssistant, client_id: string, code: string): Promise<Tokens> =>
	Tokens.parse(
		await post(`${url}/auth/token`, new URLSearchParams({ grant_type: "authorization_code", code, client_id })),
	);

const JSON_TYPE = { "content-type": "application/json" };

const post = (url: string, body: string | URLSearchParams, headers: Readonly<Record<string, string>> = {}) =>
	answered(fetch(url, { method: "POST", body, headers }));

async function answered(asked: Promise<Response>): Promise<unknown> {
	const answer = await asked;
	const text = await answer.text();
	if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${text}`);
	return JSON.parse(text);
}
