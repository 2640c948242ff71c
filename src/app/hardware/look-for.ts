import { trialsOf } from "#broker/proofs/trying/attempt.ts";
import { clientIdsIn } from "#broker/proofs/trying/own/own-logins.ts";
import { announcements } from "#drivers/bus/announced/index.ts";
import { topicsOf } from "#home-assistant/installation.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Options } from "#options/root.ts";
import { pauseAt } from "#runtime/pause.ts";
import { installationId } from "#store/files/installation-id.ts";
import { brokerFor, installationOf } from "../broker/join.ts";
import { accessOf } from "../login/access.ts";
import type { Sourced } from "../login/source.ts";
import { type Looked, lookAtBroker } from "./at-broker.ts";

/** A look at the broker of these options, with the login that is right now. */
export async function lookFor(sourced: Sourced, options: Options): Promise<Looked> {
	const { access } = await accessOf(sourced, options)();
	if (access === undefined) return { kind: "failed", class: "credentials-required" };
	const house = installationOf(options, installationId(sourced.folder, () => undefined).id);
	const never = new AbortController().signal;
	return lookAtBroker(brokerFor(access, house), {
		kinds: announcements(options.mqtt.discovery_prefix),
		will: trialsOf(topicsOf(house)).state,
		pause: (wait) => pauseAt(1)(seconds(wait), never),
		visits: () => clientIdsIn(sourced.folder).visits?.(),
	});
}
