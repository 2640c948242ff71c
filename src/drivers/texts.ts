import * as gpio from "./gpio/gpio.texts.ts";
import * as oneWire from "./one-wire/one-wire.texts.ts";
import * as simulated from "./simulated/simulated.texts.ts";
import * as usbRelay from "./usb-relay/usb-relay.texts.ts";

/** The texts of every driver. A new driver's is one file, imported and named here. */
export const DRIVERS = {
	oneWire,
	usbRelay,
	gpio,
	simulated,
};
