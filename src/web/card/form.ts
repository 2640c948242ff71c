const entity = (name: string, filter: Readonly<Record<string, unknown>>, multiple = false) => ({
	name,
	selector: { entity: { filter: { integration: "mqtt", ...filter }, ...(multiple && { multiple }) } },
});
const TEMPERATURE = { domain: "sensor", device_class: "temperature" };

const LABELS: Readonly<Record<string, string>> = {
	title: "Title",
	collector: "Collector temperature",
	tank: "Tank temperature",
	layers: "Tank layers",
	pump: "Pump",
	pump_why: "Pump why",
	heater: "Electric heater",
	heater_why: "Electric heater why",
	heater_power: "Electric heater power used",
	usable: "Usable water",
};

/** The card's form. A `plant` that the command wrote stays as it is. */
export const FORM = {
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
	computeLabel: ({ name }: { readonly name: string }) => LABELS[name] ?? name,
};
