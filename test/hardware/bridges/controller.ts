import { DeviceMessages } from "#app/beside/device-messages.ts";
import type { AnyDriver, Device, Image } from "#drivers/driver.ts";
import * as drivers from "#drivers/index.ts";
import { instant, percent } from "#model/quantities/units.ts";
import { openSession } from "#mqtt/session.ts";

/**
 * What the app does for outputs beyond the broker, as a process that can be killed: a session, the drivers and a turn every
 * 0.2 s that wants every output on. Arguments: port of the broker, seconds of the devices' own timer, `scheme:address` of each output.
 * Prints a line when every output is confirmed on.
 */
const [, , port = "", off_after = "", ...targets] = process.argv;
const TURN = 200;

const now = () => instant(performance.now() / 1000);
const tell = () => undefined;
const messages = new DeviceMessages(tell);
const topics = { filters: [], discovery_prefix: "homeassistant" };
const will = { topic: "app/availability", payload: "offline", retain: true, qos: 1 } as const;
const broker = { host: "127.0.0.1", port: Number(port), username: "app", password: "app", client_id: "app", will };
messages.attach(openSession(broker, { tell, bounded: true }), topics, broker);

const registry: readonly AnyDriver[] = Object.values(drivers);
interface Output {
	readonly device: Device;
	readonly image: Image;
	on: boolean;
}
const outputs = targets.map((target): Output => {
	const [scheme = "", address = ""] = target.split(/:(.*)/s);
	const driver = registry.find((one) => one.scheme === scheme);
	const place = driver?.place(address, "outputs");
	if (driver === undefined || place === undefined) throw new TypeError(target);
	const device = driver.open(place.device, [place.channel], { off_after: Number(off_after) }, { tell, now, messages });
	const drive = driver.sets?.(address, {}) === "level" ? percent(63) : true;
	return { device, image: new Map([[place.channel, drive]]), on: false };
});

let said = false;
async function turn(output: Output): Promise<void> {
	// As control does in each turn: through a broker that it has not seen nothing is switched.
	if (messages.broker === undefined) return;
	const written = await output.device.write(output.image);
	const [wanted] = [...output.image.values()];
	const found = written.kind === "done" ? [...written.confirmed.values()][0] : undefined;
	output.on = found === wanted && written.kind === "done" && written.faults?.size === 0;
	if (said || !outputs.every(({ on }) => on)) return;
	said = true;
	process.stdout.write("on\n");
}
// Each in its own moment, so that their renewals are spread over the time.
for (const [nth, output] of outputs.entries())
	setTimeout(() => setInterval(() => void turn(output), TURN), (nth * 37) % 1000);
