import type { DrawnPlant } from "../../drawing/plant.ts";

/** The circuit in use, or else the first, as a plant of its own; and the parts beside it. */
export function alone(plant: DrawnPlant): { readonly used: DrawnPlant; readonly others: DrawnPlant } {
	const { sources, stores, flows } = plant;
	const fromSource = flows.filter(({ from }) => sources.some(({ id }) => id === from));
	const shown = fromSource.find(({ runs }) => runs) ?? fromSource[0];
	const inUse = (id: string) => id === shown?.from || id === shown?.to;
	const none: DrawnPlant = { sources: [], stores: [], flows: [], pumps: [], ways: [] };
	if (shown === undefined) return { used: none, others: plant };
	return {
		used: {
			...none,
			sources: sources.filter(({ id }) => inUse(id)),
			stores: stores.filter(({ id }) => inUse(id)),
			flows: flows.filter((flow) => flow === shown || (inUse(flow.from) && inUse(flow.to) && flow.runs)),
			pumps: plant.pumps.filter(({ id }) => id === shown.pump),
		},
		others: {
			...none,
			...(plant.air && { air: plant.air }),
			sources: sources.filter(({ id }) => !inUse(id)),
			stores: stores.filter(({ id }) => !inUse(id)),
			flows: flows.filter(({ from }) => !inUse(from)),
		},
	};
}
