import * as z from "zod";
import { jsonIn } from "#model/untyped/untyped.ts";
import { ask, type Supervisor } from "./ask.ts";

/** Seconds. What is published waits for it. */
const DEADLINE = 3;
const answer = z.object({
	result: z.literal("ok"),
	data: z.object({ homeassistant: z.string().regex(/^\d{4}\.\d{1,2}[\w.+-]{0,20}$/) }),
});

/**
 * The version of Home Assistant's core: `GET /info`, which every app may ask, where `/core/info` wants a role. Undefined if
 * there is no answer, for any reason. Never throws.
 */
export async function coreVersion(supervisor: Supervisor, deadline = DEADLINE): Promise<string | undefined> {
	const asked = await ask(supervisor, "/info", deadline);
	if (asked.kind !== "answered" || asked.status !== 200) return undefined;
	return answer.safeParse(jsonIn(asked.body)).data?.data.homeassistant;
}
