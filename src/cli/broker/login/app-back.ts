import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import type { Trouble } from "#broker/files/trouble.ts";
import { seconds } from "#model/quantities/units.ts";
import { phrase } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";

/** Seconds. The app reconnects within a second or two, and its snapshot is up to a turn old. */
const PATIENCE = 20;
const ANSWER = seconds(5);

/** The running controller's connection to the broker, in its last turn. */
interface Seen {
	readonly state: unknown;
	/** When this state began, in whole seconds since 1970. */
	readonly since: number;
}

/** Whether a controller runs on this folder and is connected to its broker. */
export async function appIsIn(folder: string): Promise<boolean> {
	return (await brokerSeen(folder))?.state === "connected";
}

/**
 * Whether the controller that runs on this folder has reconnected.
 * @param from in ms since 1970
 */
export async function appCameBack(folder: string, from: number): Promise<Trouble | undefined> {
	const deadline = performance.now() + PATIENCE * 1000;
	while (performance.now() < deadline) {
		const seen = await brokerSeen(folder);
		if (seen?.state === "connected" && seen.since >= Math.floor(from / 1000)) return undefined;
		await pause(200);
	}
	return { message: phrase("app_not_back", { seconds: PATIENCE }), remedy: phrase("see_app_options") };
}

const snapshot = z.object({
	findings: z.array(z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })),
});

async function brokerSeen(folder: string): Promise<Seen | undefined> {
	const asked = await askControl(folder, "snapshot", undefined, ANSWER);
	if (asked.kind !== "answer") return undefined;
	const facts = snapshot.safeParse(asked.value).data?.findings.find(({ code }) => code === "broker")?.facts;
	return facts && { state: facts["state"], since: Date.parse(String(facts["since"])) / 1000 };
}
