import { type Mosquitto, startMosquitto } from "../../test/fakes/mosquitto.ts";

export const LOGIN = { username: "bench", password: "bench-Wf9k2LzQ" } as const;

export interface BrokerSetting {
	/** Sends every packet at once. */
	readonly noDelay?: boolean;
	/** PEM text; without it the connection is plain. */
	readonly tls?: { readonly cert: string; readonly key: string };
}

/**
 * A Mosquitto with a login as a house has it: Nagle's algorithm as it comes, nothing logged, nothing kept. With
 * `noDelay` it sends every packet at once, which no house has set, but which shows a client without the network's pauses.
 */
export const startBroker = ({ noDelay = false, tls }: BrokerSetting = {}): Promise<Mosquitto> =>
	startMosquitto({
		users: { [LOGIN.username]: LOGIN.password },
		...(tls && { tls }),
		more: ["log_dest none", `set_tcp_nodelay ${noDelay}`],
	});
