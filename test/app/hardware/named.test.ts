import { expect, test } from "@jest/globals";
import { namesOf } from "../../../src/app/hardware/named.ts";

const place = (at: string, also: readonly string[] = [], ...offered: readonly string[]) =>
	({ kind: "port", at, also, likely: [{ what: "x", targets: offered }] }) as const;

test.each([
	["usb_relay:/dev/ttyUSB0/1", place("/dev/serial/by-path/x", ["/dev/ttyUSB0"]), true],
	["usb_relay:/dev/ttyUSB01/1", place("/dev/ttyUSB0"), false],
	["usb_relay:/dev/ttyUSB0/1", place("/dev/ttyUSB"), false],
	["relind:7/3", place("/dev/i2c-1 0x38", [], "relind:7/N"), true],
	["relind:6/3", place("/dev/i2c-1 0x38", [], "relind:7/N"), false],
	["relind:7/3/1", place("/dev/i2c-1 0x38", [], "relind:7/N"), false],
	["gpio:pinctrl-rp1/17", place("pinctrl-rp1/17"), true],
	["gpio:pinctrl-rp1/1", place("pinctrl-rp1/17"), false],
	["one_wire:28-0123456789AB", place("x", [], "one_wire:28-0123456789ab"), true],
])("%s is wired to %j: %s", (text, found, wired) => {
	expect(namesOf([{ id: "pump", text }], found)).toEqual(wired ? ["pump"] : []);
});
