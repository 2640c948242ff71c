import * as dcttech from "./dcttech/dcttech.texts.ts";
import * as esphome from "./esphome/esphome.texts.ts";
import * as gpio from "./gpio/gpio.texts.ts";
import * as homeAssistant from "./home-assistant/home-assistant.texts.ts";
import * as kmtronic from "./kmtronic/kmtronic.texts.ts";
import * as megabas from "./megabas/megabas.texts.ts";
import * as modbus from "./modbus/modbus.texts.ts";
import * as mqtt from "./mqtt/mqtt.texts.ts";
import * as numato from "./numato/numato.texts.ts";
import * as oneWire from "./one-wire/one-wire.texts.ts";
import * as relind from "./relind/relind.texts.ts";
import * as rtd from "./rtd/rtd.texts.ts";
import * as sainsmart from "./sainsmart/sainsmart.texts.ts";
import * as shelly from "./shelly/shelly.texts.ts";
import * as simulated from "./simulated/simulated.texts.ts";
import * as tasmota from "./tasmota/tasmota.texts.ts";
import * as usbRelay from "./usb-relay/usb-relay.texts.ts";
import * as vbus from "./vbus/vbus.texts.ts";
import * as zigbee2mqtt from "./zigbee2mqtt/zigbee2mqtt.texts.ts";

/** The texts of every driver. A new driver's is one file, imported and named here. */
export const DRIVERS = {
	mqtt,
	homeAssistant,
	oneWire,
	dcttech,
	kmtronic,
	numato,
	sainsmart,
	usbRelay,
	gpio,
	rtd,
	megabas,
	relind,
	simulated,
	modbus,
	vbus,
	esphome,
	shelly,
	tasmota,
	zigbee2mqtt,
};
