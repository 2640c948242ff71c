/** Every kind of device. To add a driver, write one folder and one line here. */
export { esphome } from "./esphome/esphome.ts";
export { gpio } from "./gpio/gpio.ts";
export { kmtronic } from "./kmtronic/kmtronic.ts";
export { megabas } from "./megabas/megabas.ts";
export { modbus } from "./modbus/modbus.ts";
export { mqtt } from "./mqtt/mqtt.ts";
export { numato } from "./numato/numato.ts";
export { oneWire } from "./one-wire/one-wire.ts";
export { relind } from "./relind/relind.ts";
export { rtd } from "./rtd/rtd.ts";
export { sainsmart } from "./sainsmart/sainsmart.ts";
export { shelly } from "./shelly/shelly.ts";
export { simulated } from "./simulated/simulated.ts";
export { tasmota } from "./tasmota/tasmota.ts";
export { usbRelay } from "./usb-relay/usb-relay.ts";
export { vbus } from "./vbus/vbus.ts";
export { zigbee2mqtt } from "./zigbee2mqtt/zigbee2mqtt.ts";
