import { type Dashboard, dashboardOf } from "#home-assistant/dashboard/dashboard.ts";
import { shapeFor } from "#home-assistant/shape.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import type { Options } from "#options/root.ts";
import { entityIds } from "#store/files/entity-ids.ts";
import type { Supervisor } from "#supervisor/ask.ts";
import { coreVersion } from "#supervisor/core-version.ts";
import { installationOf } from "../broker/join.ts";

export { yamlOf } from "#home-assistant/dashboard/yaml.ts";

/** What a dashboard is made for. */
export interface DashboardAsked {
	readonly options: Options;
	/** The data folder, which has the ids that were taken over. */
	readonly folder: string;
	/** Knows the release of Home Assistant, where there is one. */
	readonly supervisor?: Supervisor;
	/** With the card that draws the plant. */
	readonly drawn: boolean;
}

/** A dashboard for the plant of these options, with the entities as this app declares them. */
export async function dashboardFor({ options, folder, supervisor, drawn }: DashboardAsked): Promise<Dashboard> {
	// No entity id depends on the installation's id.
	const house = { ...installationOf(options, "dashboard"), entity_ids: entityIds(folder) };
	const core = options.mqtt.home_assistant_version ?? (supervisor && (await coreVersion(supervisor))) ?? "";
	return dashboardOf(house, plantOf(options), shapeFor(core), drawn);
}
