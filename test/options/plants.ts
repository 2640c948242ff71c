/** Options of the owner's plant, as the options page would save them; `changes` replace top-level groups. */
export const owner = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
	mqtt: { username: "solar", password: "correct horse" },
	sensors: [
		{ id: "collector", role: "collector", source: "one_wire:28-0123456789ab" },
		{ id: "tank", role: "tank", source: "one_wire:28-0123456789ac", offset: -0.5 },
		{ id: "tank_140", role: "tank_layer", source: "one_wire:28-0123456789ad", height: 140 },
	],
	outputs: [
		{ id: "pump", role: "pump", target: `usb_relay:${BOARD}/1` },
		{ id: "heater", role: "heater", target: `usb_relay:${BOARD}/2`, wiring: "nc", excludes: "pump" },
	],
	...changes,
});
export const BOARD = "/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0";
