import { type Mosquitto, startMosquitto } from "../../test/fakes/mosquitto.ts";

export const LOGIN = { username: "bench", password: "bench-Wf9k2LzQ" } as const;

/**
 * A Mosquitto with a login as a house has it: Nagle's algorithm as it comes, nothing logged, nothing kept. With
 * `noDelay` it sends every packet at once, which no house has set, but which shows a client without the network's pauses.
 */
export const startBroker = ({ noDelay = false } = {}): Promise<Mosquitto> =>
	startMosquitto({
		users: { [LOGIN.username]: LOGIN.password },
		more: ["log_dest none", `set_tcp_nodelay ${noDelay}`],
	});
