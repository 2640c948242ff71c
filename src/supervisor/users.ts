import * as z from "zod";
import { jsonIn } from "#model/untyped/untyped.ts";
import type { Supervisor } from "./ask.ts";

/** Characters of a message. A hundred users take a tenth of this. */
const LONGEST = 1_000_000;

const message = z.object({ type: z.string() });
const answer = z.object({
	type: z.literal("result"),
	success: z.literal(true),
	result: z.array(
		z.object({
			id: z.string(),
			is_owner: z.boolean(),
			is_active: z.boolean(),
			group_ids: z.array(z.string()).default([]),
		}),
	),
});

/** Whether each user of Home Assistant is an active administrator, by user id. */
export type Users = ReadonlyMap<string, boolean>;

/**
 * Asks Home Assistant for its users, through the Supervisor. Returns within `deadline` seconds, also if the other side hangs.
 * Never throws. Undefined if it was not told, as without `homeassistant_api`.
 */
export function usersOf({ url, token }: Supervisor, deadline: number): Promise<Users | undefined> {
	return new Promise((resolve) => {
		const socket = opened(url);
		const settle = (users: Users | undefined) => {
			clearTimeout(timer);
			resolve(users);
			socket?.close();
		};
		const timer = setTimeout(() => settle(undefined), deadline * 1000);
		if (socket === undefined) return settle(undefined);
		socket.onerror = () => settle(undefined);
		socket.onclose = () => settle(undefined);
		socket.onmessage = ({ data }) => {
			const said = typeof data === "string" && data.length <= LONGEST ? jsonIn(data) : undefined;
			const { data: known } = message.safeParse(said);
			if (known?.type === "auth_required") socket.send(JSON.stringify({ type: "auth", access_token: token }));
			else if (known?.type === "auth_ok") socket.send(JSON.stringify({ id: 1, type: "config/auth/list" }));
			else settle(usersIn(said));
		};
	});
}

function usersIn(said: unknown): Users | undefined {
	const parsed = answer.safeParse(said);
	if (!parsed.success) return undefined;
	return new Map(
		parsed.data.result.map(({ id, is_owner, is_active, group_ids }) => [
			id,
			is_active && (is_owner || group_ids.includes("system-admin")),
		]),
	);
}

/** Node has it from version 22 on. An invalid address throws at once. */
function opened(url: string): WebSocket | undefined {
	try {
		return new WebSocket(`${url.replace(/^http/, "ws").replace(/\/$/, "")}/core/websocket`);
	} catch {
		return undefined;
	}
}
