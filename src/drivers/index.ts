/** Every kind of device. To add a driver, write one file and one line here. */
export { gpio } from "./gpio/gpio.ts";
export { oneWire } from "./one-wire/one-wire.ts";
export { simulated } from "./simulated/simulated.ts";
export { usbRelay } from "./usb-relay/usb-relay.ts";
