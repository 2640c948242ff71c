import type { Broker } from "./broker.ts";
import { dial } from "./wire/dial.ts";

/**
 * Asks whether the broker still serves its port, without a byte of MQTT. A broker that stops closes its port before or
 * together with its connections. A forwarded port in front of a container accepts and then hangs up at once. Calls `answer`
 * exactly once. The function that it returns cancels the look; then `answer` is never called.
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
			// The end of a connection is only seen while something reads it. An error is followed by an end.
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
