import * as z from "zod";
import { jsonIn } from "#model/untyped/untyped.ts";
import { ask, type Supervisor } from "./ask.ts";

/** What the Supervisor says about this app. */
export interface AppInfo {
	readonly version: string;
	readonly latest: string;
	readonly outdated: boolean;
}

/** Seconds. */
const DEADLINE = 10;
const version = z.string().regex(/^[\w.+-]{1,40}$/);
const answer = z.object({
	result: z.literal("ok"),
	data: z.object({ version, version_latest: version, update_available: z.boolean() }),
});

/** `GET /addons/self/info`, which every app may ask. Undefined if there is no answer, for any reason. Never throws. */
export async function appInfo(supervisor: Supervisor, deadline = DEADLINE): Promise<AppInfo | undefined> {
	const asked = await ask(supervisor, "/addons/self/info", deadline);
	if (asked.kind !== "answered" || asked.status !== 200) return undefined;
	const data = answer.safeParse(jsonIn(asked.body)).data?.data;
	return data && { version: data.version, latest: data.version_latest, outdated: data.update_available };
}
