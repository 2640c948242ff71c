import * as z from "zod";
import { jsonIn } from "#model/untyped/untyped.ts";
import { ask, type Supervisor } from "./ask.ts";

/** What the Supervisor says about this app. */
export interface AppInfo {
	readonly version: string;
	readonly latest: string;
	readonly outdated: boolean;
	/** As Home Assistant addresses it. */
	readonly slug?: string;
}

/** Seconds. */
const DEADLINE = 10;
/** Characters. With the answer come the texts of the options page in all languages, its form, and README: 0.6 MB. */
export const LONGEST_INFO = 8_000_000;
const version = z.string().regex(/^[\w.+-]{1,40}$/);
const slug = z.string().regex(/^[-\w.]{1,100}$/);
const answer = z.object({
	result: z.literal("ok"),
	data: z.object({
		version,
		version_latest: version,
		update_available: z.boolean(),
		slug: slug.optional().catch(undefined),
	}),
});

/** `GET /addons/self/info`, which every app may ask. Undefined if there is no answer, for any reason. Never throws. */
export async function appInfo(supervisor: Supervisor, deadline = DEADLINE): Promise<AppInfo | undefined> {
	const asked = await ask(supervisor, "/addons/self/info", deadline, { longest: LONGEST_INFO });
	if (asked.kind !== "answered" || asked.status !== 200) return undefined;
	const data = answer.safeParse(jsonIn(asked.body)).data?.data;
	if (data === undefined) return undefined;
	const { version, version_latest: latest, update_available: outdated, slug } = data;
	return { version, latest, outdated, ...(slug !== undefined && { slug }) };
}
