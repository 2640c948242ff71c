import type { CardWords } from "./words.ts";

const entity = (name: string, filter: Readonly<Record<string, unknown>>, multiple = false) => ({
	name,
	selector: { entity: { filter: { integration: "mqtt", ...filter }, ...(multiple && { multiple }) } },
});
const TEMPERATURE = { domain: "sensor", device_class: "temperature" };

/** The card's form, with these labels. A `plant` that the command wrote stays as it is. */
export const formIn = ({ form }: CardWords) => ({
	schema: [
		{ name: "title", selector: { text: {} } },
		entity("collector", TEMPERATURE),
		entity("tank", TEMPERATURE),
		entity("layers", TEMPERATURE, true),
		entity("pump", { domain: "switch" }),
		entity("pump_why", { domain: "sensor" }),
		entity("heater", { domain: "switch" }),
		entity("heater_why", { domain: "sensor" }),
		entity("heater_power", { domain: "sensor", device_class: "power" }),
		entity("usable", { domain: "sensor" }),
	],
	computeLabel: ({ name }: { readonly name: string }) => form[name] ?? name,
});
