import * as z from "zod";
import { jsonIn } from "#model/untyped/untyped.ts";
import { LONGEST_INFO } from "./app-info.ts";
import { type Asked, ask, type Supervisor } from "./ask.ts";

/** Why the Supervisor did not do it: a code such as ECONNREFUSED, `timeout`, or a status of HTTP. */
export interface NotDone {
	readonly kind: "failed";
	readonly cause: string;
}

/** Seconds. It checks options and writes a file. */
const DEADLINE = 10;
/** Seconds. It answers after the restart, which ends this process before. */
const RESTART_DEADLINE = 60;

const info = z.object({ result: z.literal("ok"), data: z.object({ options: z.record(z.string(), z.unknown()) }) });
const refusal = z.object({ message: z.string() });

/**
 * `GET /addons/self/info`: the options of the app's page as they are saved now, over the manifest's defaults. `/data/options.json` has
 * those of the last start. Every app may ask this of itself. Never throws.
 */
export async function readPageOptions(
	supervisor: Supervisor,
	deadline = DEADLINE,
): Promise<{ readonly kind: "read"; readonly options: Readonly<Record<string, unknown>> } | NotDone> {
	const asked = await ask(supervisor, "/addons/self/info", deadline, { longest: LONGEST_INFO });
	const parsed = asked.kind === "answered" && asked.status === 200 ? info.safeParse(jsonIn(asked.body)) : undefined;
	return parsed?.success ? { kind: "read", options: parsed.data.data.options } : failed(asked);
}

/**
 * `POST /addons/self/options`: replaces all of the user's options. The Supervisor checks them with the manifest's schema. They are
 * in force after a restart. Never throws.
 * @returns why it refused, in its own words without the options that it quotes
 */
export async function writePageOptions(
	supervisor: Supervisor,
	options: Readonly<Record<string, unknown>>,
	deadline = DEADLINE,
): Promise<{ readonly kind: "saved" } | { readonly kind: "refused"; readonly message: string } | NotDone> {
	const asked = await ask(supervisor, "/addons/self/options", deadline, { post: { options } });
	if (asked.kind !== "answered") return failed(asked);
	if (asked.status === 200) return { kind: "saved" };
	const said = refusal.safeParse(jsonIn(asked.body));
	return asked.status === 400 && said.success
		? { kind: "refused", message: withoutQuote(said.data.message) }
		: failed(asked);
}

/** `POST /addons/self/restart`: ends this process and starts the app again. Undefined if the Supervisor is at it. Never throws. */
export async function restartApp(supervisor: Supervisor, deadline = RESTART_DEADLINE): Promise<NotDone | undefined> {
	const asked = await ask(supervisor, "/addons/self/restart", deadline, { post: {} });
	const begun = asked.kind === "timeout" || (asked.kind === "answered" && asked.status === 200);
	return begun ? undefined : failed(asked);
}

/** It quotes the whole options, and so the password. */
const withoutQuote = (message: string): string => message.replace(/\.? Got [\s\S]*$/, "").slice(0, 300);

function failed(asked: Asked): NotDone {
	switch (asked.kind) {
		case "answered":
			return { kind: "failed", cause: asked.status === 200 ? "no answer of a Supervisor" : `HTTP ${asked.status}` };
		case "unreachable":
			return { kind: "failed", cause: asked.cause };
		case "timeout":
			return { kind: "failed", cause: "timeout" };
	}
}
