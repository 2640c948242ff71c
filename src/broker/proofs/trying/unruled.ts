import { randomBytes } from "node:crypto";
import type { Target } from "../proof.ts";
import { attempt } from "./attempt.ts";
import { awaitEcho, SOON } from "./await-echo.ts";

/**
 * Whether this user may write and read below a name that begins with `$`, which no rule with # includes (MQTT 5, 4.7.2). Behind
 * a `mount_point` that is all that is seen of a broker without rules, as there its $SYS is another one.
 */
export async function unruled(target: Target): Promise<boolean> {
	const nobody = `$authcheck_${randomBytes(4).toString("hex")}`;
	const payload = randomBytes(8).toString("hex");
	const trying = await attempt(target, async (line) => {
		let back = false;
		line.onMessage((received) => {
			// 2.0.11 gives it out with the mount point before it.
			if (received.topic.endsWith(`${nobody}/x`) && Buffer.from(received.payload).toString() === payload) back = true;
		});
		await line.subscribe(`${nobody}/#`, {});
		await line.publish({ topic: `${nobody}/x`, payload, retain: false, qos: 1 });
		await awaitEcho(line, target, SOON);
		return back;
	});
	return trying.kind === "connected" && trying.value;
}
