import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding } from "#model/findings/finding.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { type Health, serveHealth } from "#runtime/health/health.ts";
import { redactor } from "#runtime/log/redact.ts";
import { openPage, type Page, type PageOptions } from "#web/http/page.ts";
import { type Login, loginWith } from "#web/login/login.ts";
import type { About } from "#web/view.ts";
import { type Scene, seen } from "../fakes/owners-plant.ts";

/** The page on a port of its own, as the app has it. */
export interface Stage {
	readonly url: string;
	readonly page: Page;
	readonly told: readonly Notice[];
	close(): Promise<void>;
}

export interface Setting extends Partial<Omit<PageOptions, "about" | "tell" | "clean" | "login">> {
	readonly login?: Login | { readonly username: string; readonly password: string };
	readonly about?: Partial<About>;
	readonly ingress?: string;
	readonly secrets?: readonly string[];
}

/** The moment at which everything on the stage happens. */
export const NOON = new Date("2026-06-21T12:00:00Z");

export async function onStage({ about = {}, ingress, secrets = [], login, ...options }: Setting = {}): Promise<Stage> {
	const told: Notice[] = [];
	const tell = (said: Notice) => void told.push(said);
	const alive = () => ({ ok: true, facts: {} });
	const health: Health = serveHealth(
		{ port: 0, host: "127.0.0.1", alive, ...(ingress !== undefined && { ingress }) },
		tell,
	);
	const page = await openPage({
		snapshot: seen(SUNNY),
		about: () => ({ version: "1.2.3", problems: [], invalid: false, alive: true, ...about }),
		clean: redactor(() => secrets),
		tell,
		now: () => NOON,
		calm: 5,
		...(login && { login: "password" in login ? loginWith(login) : login }),
		...options,
	});
	health.handOn((request, response) => page.handle(request, response));
	return {
		url: `http://127.0.0.1:${await health.listening}/`,
		page,
		told,
		async close() {
			await page.close();
			await health.close();
		},
	};
}

const LAYERS: Readonly<Record<string, number>> = {
	collector: 71.4,
	tank: 48.2,
	return_line: 50.1,
	tank_0: 31.5,
	tank_20: 36.2,
	tank_40: 44.1,
	tank_60: 49.8,
	tank_80: 55.0,
	tank_100: 60.3,
	tank_120: 64.9,
	tank_140: 67.2,
	outdoor_air: 21.3,
	exhaust_air: 18.2,
	supply_air: 19.6,
	extract_air: 22.0,
};
/** A fine day in the owner's house. */
export const SUNNY: Scene = {
	read: ({ id }) => LAYERS[id],
	effect: ({ id }) => ({ actual: id === "pump" ? FULL : OFF }),
};

export const connected: Finding = {
	code: "broker",
	severity: "info",
	facts: {
		state: "connected",
		attempts: 1,
		since: "2026-06-21T09:00:00Z",
		protocol: "5",
		host: "core-mosquitto",
		port: 1883,
		user: "addons",
		tls: false,
		rights: "enough",
	},
};

/** The same turn with other facts about the app itself. */
export const withFindings = (snapshot: Snapshot, ...findings: readonly Finding[]): Snapshot => ({
	...snapshot,
	findings,
});
