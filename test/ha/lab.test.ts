import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { eventually } from "./eventually.ts";

const ROOT = join(import.meta.dirname, "../..");
const Step = z.object({ flow_id: z.string() });
const End = z.object({ type: z.literal("create_entry"), result: z.string() });
const Tokens = z.object({ access_token: z.string() });
const State = z.object({ entity_id: z.string(), state: z.string() });

let lab: ChildProcess | undefined;
afterEach(() => {
	if (lab?.pid !== undefined && lab.exitCode === null && lab.signalCode === null) process.kill(-lab.pid, "SIGKILL");
});

/** As in a terminal: with a group of its own, all of which hears Ctrl-C. */
function typed(...command: readonly [string, ...string[]]) {
	const [program, ...args] = command;
	const child = spawn(program, args, { cwd: ROOT, detached: true, stdio: ["ignore", "pipe", "pipe"] });
	lab = child;
	let said = "";
	const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
	const says = (words: string) =>
		new Promise<string>((resolve, reject) => {
			const look = (chunk: Buffer) => {
				said += chunk;
				if (said.includes(words)) resolve(said);
			};
			child.stdout.on("data", look);
			child.stderr.on("data", look);
			void ended.then((code) => reject(new Error(`It ended with ${code}: ${said}`)));
		});
	const ctrlC = () => child.pid !== undefined && process.kill(-child.pid, "SIGINT");
	return { says, output: () => said, ended, ctrlC };
}

/** Logs in as the page of Home Assistant does; answers what reads from its API. */
async function loggedIn(url: string, username: string, password: string) {
	const client_id = `${url}/`;
	const json = async (path: string, body: unknown) => {
		const answer = await fetch(`${url}${path}`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(body),
		});
		return answer.json();
	};
	const redirect_uri = `${client_id}?auth_callback=1`;
	const asked = await json("/auth/login_flow", { client_id, handler: ["homeassistant", null], redirect_uri });
	const { flow_id } = Step.parse(asked);
	const { result: code } = End.parse(await json(`/auth/login_flow/${flow_id}`, { client_id, username, password }));
	const form = new URLSearchParams({ grant_type: "authorization_code", code, client_id });
	const given = await fetch(`${url}/auth/token`, { method: "POST", body: form });
	const { access_token } = Tokens.parse(await given.json());
	return async (path: string): Promise<unknown> =>
		(await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${access_token}` } })).json();
}

describe("npm run lab", () => {
	it("opens a house with the app in it to whoever logs in as it says, and leaves nothing after Ctrl-C", async () => {
		const { says, output, ended, ctrlC } = typed("npm", "run", "--silent", "lab", "--", "--language", "sv");
		const said = await says("Ctrl-C ends all of it.");
		const [, url = "", user = "", password = ""] = /(http:\S+) {3}user (\S+), password (\S+)/.exec(said) ?? [];
		const [, folder = ""] = /all files: +(\S+)/.exec(said) ?? [];
		expect(existsSync(folder)).toBe(true);
		const read = await loggedIn(url, user, password);
		await eventually(async () => {
			const states = z.array(State).parse(await read("/api/states"));
			const state = (id: string) => states.find(({ entity_id }) => entity_id === id)?.state;
			expect(state("sensor.solar_heating_collector_temperature")).toMatch(/^-?\d/);
			expect(["on", "off"]).toContain(state("switch.solar_heating_pump"));
			// On the simulated plant nothing is wrong, in Swedish too.
			expect(state("binary_sensor.solar_heating_attention")).toBe("off");
		});
		ctrlC();
		// npm ends by the signal; its streams close when the lab has ended too.
		await ended;
		expect(output()).toMatch(/Ctrl-C ends all of it\.\nEnding all of it …\n$/);
		expect(existsSync(folder)).toBe(false);
		await expect(fetch(url)).rejects.toThrow();
	}, 240_000);
});
