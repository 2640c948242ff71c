/** A house with fields to the east and the west, two tanks behind one valve, and a heater in each tank. */
export const twoTanks = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
	collectors: [
		{ name: "Öst", area: 6, slope: 35, azimuth: 90 },
		{ id: "west", name: "Väst", area: 4 },
	],
	tanks: [{ name: "Varmvatten", volume: 300 }, { id: "buffer" }],
	tank: { volume: 750 },
	sensors: [
		{ name: "Öst utlopp", role: "collector", of: "Öst", source: "one_wire:28-000000000001" },
		{ name: "Väst utlopp", role: "collector", of: "west", source: "one_wire:28-000000000002" },
		{ name: "Varmvatten nere", role: "tank", of: "Varmvatten", source: "one_wire:28-000000000003" },
		{ name: "Varmvatten uppe", role: "tank_layer", of: "Varmvatten", source: "one_wire:28-000000000004" },
		{ id: "buffer_low", role: "tank", of: "buffer", source: "one_wire:28-000000000005" },
	],
	outputs: [
		{ name: "Pump öst", role: "pump", target: `usb_relay:${BOARD}/1` },
		{ name: "Pump väst", role: "pump", target: `usb_relay:${BOARD}/2` },
		{ name: "Växelventil", role: "valve", rest: "hold", target: `usb_relay:${BOARD}/3` },
		{ name: "Elpatron", role: "heater", of: "Varmvatten", target: `usb_relay:${BOARD}/4` },
		{ name: "Elpatron 2", role: "heater", of: "buffer", target: `usb_relay:${BOARD}/5` },
	],
	circuits: [
		{ from: "Öst", to: "Varmvatten", pump: "Pump öst", valve: "Växelventil", position: 0 },
		{ from: "Öst", to: "buffer", pump: "Pump öst", valve: "Växelventil", position: 100 },
		{ from: "Väst", to: "Varmvatten", pump: "Pump väst", valve: "Växelventil", position: 0 },
		{
			name: "Väst till buffert",
			from: "Väst",
			to: "buffer",
			pump: "Pump väst",
			valve: "vaxelventil",
			position: 100,
			to_sensor: "buffer_low",
		},
	],
	...changes,
});
export const BOARD = "/dev/relays";
