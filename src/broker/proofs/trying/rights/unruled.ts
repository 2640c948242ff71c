import { randomBytes } from "node:crypto";
import type { Target } from "../../proof.ts";
import { attempt } from "../attempt.ts";
import { awaitEcho, SOON } from "./await-echo.ts";

/**
 * Whether this user may write and read below a name that starts with `$`, which no rule with # includes (MQTT 5, 4.7.2).
 * Behind a `mount_point` this is the only sign of a broker without rules, because its $SYS is another topic there.
 */
export async function unruled(target: Target): Promise<boolean> {
	const unknown = `$authcheck_${randomBytes(4).toString("hex")}`;
	const payload = randomBytes(8).toString("hex");
	const trying = await attempt(target, async (line) => {
		let back = false;
		line.onMessage((received) => {
			// 2.0.11 delivers it with the mount point in front.
			if (received.topic.endsWith(`${unknown}/x`) && Buffer.from(received.payload).toString() === payload) back = true;
		});
		await line.subscribe(`${unknown}/#`, {});
		await line.publish({ topic: `${unknown}/x`, payload, retain: false, qos: 1 });
		await awaitEcho(line, target, SOON);
		return back;
	});
	return trying.kind === "connected" && trying.value;
}
