import { type Seconds, seconds } from "#model/quantities/units.ts";
import type { Device, DevicePorts } from "../../driver.ts";
import { loadedLater } from "../loaded-later.ts";
import type { Dialect } from "./dialect.ts";

/** A device beyond the broker, whose code is loaded when it is opened. */
export const bridged = (
	identity: string,
	channels: readonly string[],
	after: Seconds,
	ports: DevicePorts,
	dialect: () => Promise<Dialect>,
): Device =>
	loadedLater({ identity, pace: seconds(10), verify: "readback", onCrash: "drops" }, async () => {
		const [{ Bridge }, spoken] = await Promise.all([import("./bridge.ts"), dialect()]);
		return new Bridge(spoken, channels, after, ports);
	});
