import { aclOf } from "#home-assistant/access-rules.ts";
import { topicsOf } from "#home-assistant/installation.ts";
import { installationId } from "#store/files/installation-id.ts";
import type { Login } from "../plant/plant.ts";
import { type DemoBroker, HOST, openBroker } from "./broker.ts";
import type { Door } from "./commands.ts";
import { freshPassword } from "./logins.ts";
import { type Right, rightsIn } from "./rights.ts";

const APP = "solar_heating";
const VISITOR = "visitor";

export type Guarded =
	| {
			readonly kind: "open";
			readonly broker: DemoBroker;
			/** The controller's login at the broker. */
			readonly app: Login;
			/** The visitor's access. */
			readonly door: Door;
			/** Settles when discovery and availability have reached the broker. */
			readonly announced: Promise<void>;
	  }
	| { readonly kind: "failed"; readonly why: string };

/**
 * A broker with two new logins: the controller has the rights that `broker acl` prints for it; the visitor may read
 * everything and give commands.
 * @param folder where the installation id is, or will be
 */
export async function guardedBroker(folder: string, port: number): Promise<Guarded> {
	const { id: installation } = installationId(folder, () => undefined);
	const house = { installation, base_topic: "solar", discovery_prefix: "homeassistant" };
	const topics = topicsOf(house);
	const awaited = new Set([topics.discovery, topics.availability]);
	const announced = Promise.withResolvers<void>();
	const heard = (topic: string) => {
		if (awaited.delete(topic) && awaited.size === 0) announced.resolve();
	};
	const app = { username: APP, password: freshPassword() };
	const visitor = { username: VISITOR, password: freshPassword() };
	const visiting: readonly Right[] = [
		{ access: "read", filter: "#" },
		{ access: "write", filter: topics.commands },
	];
	const users = [
		{ ...app, rights: rightsIn(aclOf({ ...house, user: APP })) },
		{ ...visitor, rights: visiting },
	];
	const opened = await openBroker(port, users, heard);
	if (opened.kind === "failed") return opened;
	const { broker } = opened;
	const door = { host: HOST, port: broker.port, ...visitor, root: topics.root };
	return { kind: "open", broker, app, door, announced: announced.promise };
}
