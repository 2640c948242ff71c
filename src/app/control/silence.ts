import type { Plant } from "#model/plant/plant.ts";
import type { Tell } from "#model/sentences/notice.ts";
import type { Devices } from "#runtime/devices.ts";
import { behindBroker, SilenceTests } from "#runtime/silence/silence-tests.ts";
import type { DeviceMessages } from "../beside/device-messages.ts";
import type { App, Observer } from "../beside/running.ts";

/** The silence tests of the outputs beyond a network, and the job that starts them. */
export function silenceTests(
	{ outputs }: Plant,
	devices: Pick<Devices, "silence" | "evidence">,
	messages: Pick<DeviceMessages, "broker">,
	tell: Tell,
): Observer {
	let app: App | undefined;
	const tests = new SilenceTests(outputs, {
		silence: devices.silence,
		evidence: (output) => behindBroker(output, devices.evidence(output), messages.broker),
		ask: (intent) => void app?.ask(intent),
		tell,
	});
	return {
		opened(opened) {
			app = opened;
			app.onJob("silence_test", () => tests.begin());
		},
		turned: (snapshot) => tests.turned(snapshot),
		findings: () => tests.findings(),
	};
}
