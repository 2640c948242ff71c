/** Every kind of device that the product knows. A new driver is one file and one line here. */
export { oneWire } from "./one-wire.ts";
export { simulated } from "./simulated.ts";
export { usbRelay } from "./usb-relay.ts";
