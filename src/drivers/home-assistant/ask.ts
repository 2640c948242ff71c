import { request } from "node:http";
import { request as secureRequest } from "node:https";
import * as z from "zod";
import { type Fault, fault } from "#model/plant/fault.ts";
import type { HomeAssistantPlace } from "../driver.ts";

/** One entity as Home Assistant has it. Its clock made both times, so ours does not matter. */
const told = z.object({
	id: z.string(),
	/** Absent: there is no such entity. */
	state: z.string().nullable(),
	unit: z.string().nullable(),
	/** When it was last reported, also without a change: seconds of Home Assistant's clock. */
	reported: z.number().nullable(),
	/** When its state last became another one; `unavailable` is one too. */
	changed: z.number().nullable(),
	/** Seconds since then. */
	age: z.number().nullable(),
	/** The manufacturer of its device. */
	maker: z.string().nullable(),
});
export type Told = z.output<typeof told>;
const answer = z.array(told);

export type Ask = (entities: readonly string[]) => Promise<ReadonlyMap<string, Told> | Fault>;

/**
 * A template, because `GET /api/states/…` goes on to show the time of the first report while a value stays the same. It
 * needs the token of an administrator, as the Supervisor's is.
 */
const TEMPLATE = `{% set all = namespace(found=[]) %}{% for id in entities %}{% set s = states[id] %}{% set all.found = all.found + [{
"id": id, "state": s.state if s else none, "unit": s.attributes.get("unit_of_measurement") if s else none,
"reported": s.last_reported.timestamp() if s else none, "changed": s.last_changed.timestamp() if s else none,
"age": (now() - s.last_reported).total_seconds() if s else none,
"maker": device_attr(id, "manufacturer") if s else none}] %}{% endfor %}{{ all.found | to_json }}`;

/** ms, and characters of an answer: 64 entities take a few thousand. */
const DEADLINE = 5000;
const LONGEST = 200_000;

/** Asks Home Assistant for some entities at once. Never throws; the token is in no fault. */
export const asking =
	(place: HomeAssistantPlace | undefined): Ask =>
	async (entities) => {
		if (place === undefined) return fault("no_access", { reason: "token" });
		const said = await posted(place, JSON.stringify({ template: TEMPLATE, variables: { entities } }));
		if ("code" in said) return said;
		// A proxy answers with the page of its login.
		if (said.status === 401 || said.status === 403) return fault("no_access", { reason: String(said.status) });
		if (said.status !== 200) return fault("no_answer", { reason: String(said.status) });
		const parsed = answer.safeParse(jsonOf(said.body));
		return parsed.success
			? new Map(parsed.data.map((one) => [one.id, one]))
			: fault("no_answer", { reason: "not_understood" });
	};

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

interface Said {
	readonly status: number;
	readonly body: string;
}

function posted({ url, token }: HomeAssistantPlace, body: string): Promise<Said | Fault> {
	return new Promise((resolve) => {
		const settle = (said: Said | Fault) => {
			clearTimeout(timer);
			resolve(said);
			call?.destroy();
		};
		const timer = setTimeout(() => settle(fault("no_answer", { reason: "timeout" })), DEADLINE);
		const call = opened(url, token, body, settle);
		call?.on("response", (response) => {
			let text = "";
			response.setEncoding("utf8");
			response.on("data", (chunk: string) => {
				text += chunk;
				if (text.length > LONGEST) settle(fault("no_answer", { reason: "too_long" }));
			});
			response.on("end", () => settle({ status: response.statusCode ?? 0, body: text }));
			response.on("error", (failed) => settle(unreachable(failed)));
		});
		call?.on("error", (failed) => settle(unreachable(failed)));
		call?.end(body);
	});
}

/** An invalid address or token throws at once. Its text must not be repeated. */
function opened(url: string, token: string, body: string, settle: (said: Fault) => void) {
	try {
		const place = new URL(`${url.replace(/\/$/, "")}/api/template`);
		const headers = {
			authorization: `Bearer ${token}`,
			"content-type": "application/json",
			"content-length": Buffer.byteLength(body),
		};
		const send = place.protocol === "https:" ? secureRequest : request;
		// A kept connection may be dead after Home Assistant was restarted.
		return send(place, { method: "POST", headers, agent: false });
	} catch {
		settle(fault("no_answer", { reason: "address" }));
		return undefined;
	}
}

const unreachable = (failed: Error): Fault =>
	fault("no_answer", { reason: "code" in failed ? String(failed.code) : "unreachable" });
