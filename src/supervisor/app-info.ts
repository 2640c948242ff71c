import { ask, type Supervisor } from "./ask.ts";

/** What the Supervisor says of this very app. */
export interface AppInfo {
	readonly version: string;
	readonly latest: string;
	readonly outdated: boolean;
}

/** Seconds. */
const DEADLINE = 10;
const VERSION = /^[\w.+-]{1,40}$/;

/** `GET /addons/self/info`, which every app may ask; undefined where it does not say, for whatever reason. Never throws. */
export async function appInfo(supervisor: Supervisor, deadline = DEADLINE): Promise<AppInfo | undefined> {
	const asked = await ask(supervisor, "/addons/self/info", deadline);
	if (asked.kind !== "answered" || asked.status !== 200) return undefined;
	const data = dataIn(asked.body);
	const [version, latest] = [data?.["version"], data?.["version_latest"]];
	const outdated = data?.["update_available"];
	if (typeof version !== "string" || typeof latest !== "string" || typeof outdated !== "boolean") return undefined;
	return VERSION.test(version) && VERSION.test(latest) ? { version, latest, outdated } : undefined;
}

function dataIn(body: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const answer: unknown = JSON.parse(body);
		if (!isRecord(answer) || answer["result"] !== "ok") return undefined;
		return isRecord(answer["data"]) ? answer["data"] : undefined;
	} catch {
		return undefined;
	}
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
