import { finding } from "#model/findings/finding.ts";
import type { Tell } from "#model/sentences/notice.ts";
import { besideIn } from "#options/parse.ts";
import type { Options } from "#options/root.ts";
import { entityIds } from "#store/files/entity-ids.ts";
import { installationId } from "#store/files/installation-id.ts";
import type { Supervisor } from "#supervisor/ask.ts";
import type { BesideControl } from "../beside/beside-control.ts";
import type { App, Observer } from "../beside/running.ts";
import { calmWhileRotating } from "../login/rotating.ts";
import type { Sourced } from "../login/source.ts";
import { BACKUPS } from "./folder.ts";
import type { BrokerSide } from "./join.ts";

const SETTLED_MS = 2000;
/** ms after a connection in which everything is published. */
const SAID_MS = 300;

interface BrokerPorts {
	readonly beside: BesideControl;
	/** Called with the broker's side as soon as there is one. */
	readonly joined: (broker: BrokerSide) => void;
	readonly tell: Tell;
	/** The Supervisor, if there is one. */
	readonly supervisor?: Supervisor | undefined;
	/** Called when the start is finished with the broker. */
	readonly settled: () => void;
}

/** Opens what people wait for and control does not need: loaded after the first turn. */
export async function brokerParts(sourced: Sourced, ports: BrokerPorts): Promise<void> {
	const options = besideIn(sourced.parsed);
	const { beside, settled } = ports;
	// The rest of the start follows even if this fails.
	setTimeout(settled, SETTLED_MS).unref();
	if (options !== undefined && !loginMissing(sourced))
		return beside.start("broker", (app) => brokerPart(app, options, sourced, ports));
	if (options !== undefined) {
		const { host, port, username } = options.mqtt;
		const facts = { state: "credentials_required", host, port, user: username };
		await beside.start("broker", () => ({ findings: () => [finding("info", "broker", facts)] }));
	}
	settled();
}

async function brokerPart(app: App, options: Options, sourced: Sourced, ports: BrokerPorts): Promise<Observer> {
	const { beside, joined, tell, settled } = ports;
	const { folder } = sourced;
	const { broker, house, installation } = await brokerSide(app, options, sourced, ports);
	joined(broker);
	// The log's library is loaded when the broker has answered, or did not in good time.
	broker.session.on(({ kind }) => kind === "connecting" || setTimeout(settled, SAID_MS).unref());
	void beside.start("audit", async (app) => {
		const { BrokerAudit } = await import("./audit.ts");
		return new BrokerAudit({ app, side: broker, house, folder, tell });
	});
	if (options.watch.enabled)
		void beside.start("watch", (_, broke) => brokerWatch(broker, options, sourced, { tell, broke }));
	return {
		turned: broker.turned,
		findings: () => [...installation.findings, ...broker.findings()],
		close: broker.close,
	};
}

async function brokerSide(app: App, options: Options, sourced: Sourced, { tell, supervisor }: BrokerPorts) {
	const [{ installationOf, joinBroker }, { accessOf }, { visitedJustNow }] = await Promise.all([
		import("./join.ts"),
		import("../login/access.ts"),
		import("#broker/proofs/trying/own/own-visits.ts"),
	]);
	const installation = installationId(sourced.folder, tell);
	const house = { ...installationOf(options, installation.id), entity_ids: entityIds(sourced.folder) };
	const ports = {
		tell: calmWhileRotating(sourced.origin, tell),
		audited: () => visitedJustNow(sourced.folder),
		core: coreOf(options, supervisor),
		...(supervisor && { page: async () => (await import("#supervisor/page-url.ts")).pageUrl(supervisor) }),
	};
	return { house, installation, broker: joinBroker(app, accessOf(sourced, options), house, ports) };
}

/** By the option, else by the Supervisor; without both, a release that knows nothing new. */
function coreOf({ mqtt }: Options, supervisor: Supervisor | undefined): () => Promise<string | undefined> {
	const given = mqtt.home_assistant_version;
	if (given !== undefined || supervisor === undefined) return async () => given ?? "";
	return async () => (await import("#supervisor/core-version.ts")).coreVersion(supervisor);
}

/** Loaded only if the owner wants it. */
async function brokerWatch(
	broker: BrokerSide,
	{ watch }: Options,
	sourced: Sourced,
	ports: { readonly tell: Tell; readonly broke: (bug: unknown) => void },
) {
	const [{ joinWatch }, { ownProbes }] = await Promise.all([import("./log-watch.ts"), import("./own-probes.ts")]);
	const { folder } = sourced;
	const own = ownProbes(folder, BACKUPS);
	return joinWatch(broker, { watch, folder, own, ...ports });
}

/** There is no login, and none can come while this process runs. False where the broker is unknown. */
export const loginMissing = ({ parsed, login, origin, anonymous }: Sourced): boolean =>
	besideIn(parsed) !== undefined &&
	login.kind === "required" &&
	(origin === undefined || origin.kind === "given") &&
	anonymous !== true;
