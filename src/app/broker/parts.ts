import { finding } from "#model/findings/finding.ts";
import type { Tell } from "#model/sentences/notice.ts";
import { besideIn } from "#options/parse.ts";
import type { Options } from "#options/root.ts";
import { installationId } from "#store/files/installation-id.ts";
import type { Soaking } from "../answers/soaking.ts";
import type { App } from "../app.ts";
import type { BesideControl } from "../beside.ts";
import { calmWhileRotating } from "../login/rotating.ts";
import { languageOf, type Sourced } from "../login/source.ts";
import { BACKUPS } from "./folder.ts";
import type { BrokerSide } from "./join.ts";

const SETTLED_MS = 2000;
/** A connection is first used to say everything: in so many ms that is done. */
const SAID_MS = 300;

interface BrokerPorts {
	readonly beside: BesideControl;
	readonly soaking: Soaking;
	readonly tell: Tell;
	/** The start has nothing to wait for any more. */
	readonly settled: () => void;
}

/** What control does not need and people wait for: loaded after its first turn. */
export async function brokerParts(running: App, sourced: Sourced, ports: BrokerPorts): Promise<void> {
	const { beside: options } = running;
	const { beside, soaking, tell, settled } = ports;
	// The rest of the start follows, also if the broker's side fails.
	setTimeout(settled, SETTLED_MS).unref();
	if (options === undefined) return settled();
	if (loginMissing(sourced)) {
		const { host, port, username } = options.mqtt;
		const facts = { state: "credentials_required", host, port, user: username };
		running.addFindings(() => [finding("info", "broker", facts)]);
		return settled();
	}
	await beside.start("broker", async (app) => {
		const side = await brokerSide(app, options, sourced, tell);
		const { broker, house } = side;
		soaking.broker(broker);
		// The log's library is loaded when the broker has answered, or did not in good time.
		broker.session.on(({ kind }) => kind === "connecting" || setTimeout(settled, SAID_MS).unref());
		void beside.start("audit", async (own) => {
			const { joinAudit } = await import("./audit.ts");
			return joinAudit(own, broker, house, sourced.folder, tell);
		});
		if (options.watch.enabled)
			void beside.start("watch", (own, broke) => brokerWatch(own, broker, options, sourced, { tell, broke }));
		return broker;
	});
}

async function brokerSide(app: App, options: Options, sourced: Sourced, tell: Tell) {
	const [{ installationOf, joinBroker }, { accessOf }, { visitedJustNow }] = await Promise.all([
		import("./join.ts"),
		import("../login/access.ts"),
		import("#broker/proofs/trying/own-visits.ts"),
	]);
	const installation = installationId(sourced.folder, tell);
	app.addFindings(() => installation.findings);
	const house = installationOf(options, installation.id);
	const ports = {
		tell: calmWhileRotating(sourced.origin, tell),
		audited: () => visitedJustNow(sourced.folder),
	};
	return { house, broker: joinBroker(app, accessOf(sourced, options), house, ports) };
}

/** Loaded only where the owner wants it. */
async function brokerWatch(
	app: App,
	broker: BrokerSide,
	{ watch }: Options,
	sourced: Sourced,
	ports: { readonly tell: Tell; readonly broke: (bug: unknown) => void },
) {
	const [{ joinWatch }, { ownProbes }] = await Promise.all([import("./log-watch.ts"), import("./own-probes.ts")]);
	const { folder } = sourced;
	const own = ownProbes(folder, BACKUPS);
	return joinWatch(app, broker, { watch, folder, language: languageOf(sourced), own, ...ports });
}

/** There is no login, and none can come while this process runs. False also where the broker is not known. */
export const loginMissing = ({ parsed, login, origin, anonymous }: Sourced): boolean =>
	besideIn(parsed) !== undefined &&
	login.kind === "required" &&
	(origin === undefined || origin.kind === "given") &&
	anonymous !== true;
