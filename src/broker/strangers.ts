import type { Broker, Credentials } from "#mqtt/broker.ts";
import { attempt } from "#proof/attempt.ts";
import type { Marks } from "#proof/mark.ts";
import type { Listener, Target } from "#proof/proof.ts";
import { STRANGERS } from "#proof/stranger.ts";
import { turnedAway } from "#proof/turned-away.ts";
import type { Trouble } from "./carry-out.ts";

/** A door of the broker, and how its certificate is checked. */
export interface Door extends Listener {
	/** PEM text of the authority; without it those that Node trusts. */
	readonly ca?: string;
	/** The name that its certificate bears, where it is not `host`. */
	readonly servername?: string;
}

/** Whether strangers are turned away at every door: the first that is not proven. */
export async function strangersRefused(doors: readonly Door[], marks: Marks): Promise<Trouble | undefined> {
	for (const door of doors)
		for (const stranger of [STRANGERS.anonymous_refused(), STRANGERS.random_user_refused()]) {
			const result = await turnedAway(targetAt(door, nobody, marks), stranger);
			if (result.status !== "ok")
				return {
					message: `At ${written(door)} it is not proven that strangers are turned away (${result.class}).`,
					remedy: "`solar-heating check` says what was seen, and what to do.",
				};
		}
	return undefined;
}

/** Whether this login gets in at a door. */
export async function letIn(door: Door, login: Credentials, marks: Marks): Promise<Trouble | undefined> {
	const trying = await attempt(targetAt(door, login, marks), async () => undefined, marks);
	if (trying.kind === "connected") return undefined;
	return {
		message: `At ${written(door)} the login of ${login.username} is not taken (${trying.class}).`,
		remedy: "See the broker's log.",
	};
}

/** Whether this login is turned away at a door: only the broker's own refusal counts. */
export async function shutOut(door: Door, login: Credentials, marks: Marks): Promise<Trouble | undefined> {
	const trying = await attempt(targetAt(door, login, marks), async () => undefined, marks);
	if (trying.kind === "refused" && (trying.class === "credentials-rejected" || trying.class === "not-authorized"))
		return undefined;
	return {
		message:
			trying.kind === "connected"
				? `At ${written(door)} that login of ${login.username} still gets in.`
				: `At ${written(door)} there was no clear refusal (${trying.class}).`,
		remedy: "See the broker's log.",
	};
}

const nobody: Credentials = { username: "", password: "" };

function targetAt({ host, port, tls, ca, servername }: Door, login: Credentials, marks: Marks): Target {
	const broker: Broker = {
		host,
		port,
		...login,
		client_id: marks.next(),
		will: { topic: "solar_heating/proof", payload: "", retain: false, qos: 0 },
		...(tls && { tls: { ...(ca !== undefined && { ca }), ...(servername !== undefined && { servername }) } }),
	};
	return {
		broker,
		marks,
		topics: {
			root: "solar",
			commands: "solar/+/set",
			discovery: "homeassistant/device/x/config",
			birth: "homeassistant/status",
		},
	};
}

const written = ({ host, port, tls }: Listener) =>
	`${host.includes(":") ? `[${host}]` : host}:${port}${tls ? "/tls" : ""}`;
