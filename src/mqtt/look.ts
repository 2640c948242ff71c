import type { Broker } from "./broker.ts";
import { dial } from "./wire/dial.ts";

/**
 * Whether the broker still serves its port, found out without a byte of MQTT. A broker that goes down closes its port
 * before its connections, or with them. What stands in front of one, as a container's forwarded port, hangs up at once.
 * Answers exactly once, or never after hanging up, which is what it returns.
 */
export const look = (broker: Broker, answer: (serves: boolean) => void): (() => void) => {
	let settle = (): void => undefined;
	const hangUp = dial(broker, DEADLINE, {
		up(socket) {
			const tell = (serves: boolean) => {
				settle();
				socket.destroy();
				answer(serves);
			};
			const gone = () => tell(false);
			const hold = setTimeout(() => tell(true), HOLD * 1000);
			settle = () => {
				clearTimeout(hold);
				socket.off("close", gone);
			};
			// An end is seen only while somebody reads, and an error is followed by one.
			socket
				.on("error", () => undefined)
				.on("close", gone)
				.resume();
		},
		down: () => answer(false),
	});
	return () => {
		settle();
		hangUp();
	};
};

/** Seconds. */
const DEADLINE = 2;
const HOLD = 0.3;
