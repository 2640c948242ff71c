import { describe, expect, test } from "@jest/globals";
import { channelOf } from "#drivers/gpio/address.ts";
import { gpio } from "#drivers/gpio/gpio.ts";

describe("an output's address", () => {
	test.each([
		["raspberry_pi/17", "raspberry_pi", { kind: "relay", line: "17", activeLow: false }],
		["pinctrl-rp1/GPIO17/active_low", "pinctrl-rp1", { kind: "relay", line: "GPIO17", activeLow: true }],
		["9030000.pl061/0", "9030000.pl061", { kind: "relay", line: "0", activeLow: false }],
		["gpio-brcmstb@107d508500/4", "gpio-brcmstb@107d508500", { kind: "relay", line: "4", activeLow: false }],
	])("%s", (address, device, channel) => {
		const place = gpio.place(address, "outputs");
		expect(place?.device).toBe(device);
		expect(channelOf(place?.channel ?? "")).toEqual(channel);
	});

	// Numbers of chips change with the kernel.
	test.each(["gpiochip0/17", "0/17", "4/17", "raspberry_pi", "raspberry_pi/", "/17", "", "raspberry_pi/17/low"])(
		"%j is none",
		(address) => expect(gpio.place(address, "outputs")).toBeUndefined(),
	);
	test.each(["raspberry_pi/17/flow", "raspberry_pi/17/active_low/active_low", "a b/1", "raspberry_pi/1 7"])(
		"%j is none",
		(address) => expect(gpio.place(address, "outputs")).toBeUndefined(),
	);
});

describe("a sensor's address", () => {
	test.each([
		["raspberry_pi/27", "contact", { kind: "contact", line: "27" }],
		["raspberry_pi/23/pulses", "pulses", { kind: "pulses", line: "23" }],
		["raspberry_pi/23/flow", "flow", { kind: "flow", line: "23" }],
		["raspberry_pi/23/flow/450", "flow", { kind: "flow", line: "23", per: 450 }],
		["raspberry_pi/23/volume/0.1", "volume", { kind: "volume", line: "23", per: 0.1 }],
		["raspberry_pi/24/power/1000", "power", { kind: "power", line: "24", per: 1000 }],
		["raspberry_pi/24/energy", "energy", { kind: "energy", line: "24" }],
	])("%s measures %s", (address, quantity, channel) => {
		const place = gpio.place(address, "sensors");
		expect(gpio.measures?.(address)).toBe(quantity);
		expect(channelOf(place?.channel ?? "")).toEqual(channel);
	});

	test.each([
		"raspberry_pi/27/active_low",
		"raspberry_pi/23/flow/0",
		"raspberry_pi/23/flow/0.0",
		"raspberry_pi/23/flow/-1",
		"raspberry_pi/23/flow/450/1",
		"raspberry_pi/23/pulses/450",
		"raspberry_pi/23/temperature",
		"gpiochip0/23/flow",
	])("%j is none", (address) => expect(gpio.place(address, "sensors")).toBeUndefined());
});
