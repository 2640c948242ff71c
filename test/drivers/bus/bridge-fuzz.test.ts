import { expect, test } from "@jest/globals";
import type { Dialect } from "#drivers/bus/bridge/dialect.ts";
import { EsphomeDialect } from "#drivers/esphome/dialect.ts";
import { ShellyDialect } from "#drivers/shelly/dialect.ts";
import { TasmotaDialect } from "#drivers/tasmota/dialect.ts";
import { Zigbee2MqttDialect } from "#drivers/zigbee2mqtt/dialect.ts";
import { seconds } from "#model/quantities/units.ts";

const BYTES = 1_000_000;
const SEEDS = [
	'{"id":1,"result":{"output":true,"timer_duration":60,"apower":3}}',
	'{"id":1,"error":{"code":-103,"message":"x"}}',
	'{"n":1,"level":63,"left":60,"boot":7}',
	'{"state":"ON","power":38}',
	'{"POWER1":"ON","PulseTime1":{"Set":160,"Remaining":158}}',
];
const JUNK = ['"', "{", "}", "[", "]", ":", ",", "null", "true", "1e999", "-0", "\\u0000", "\uFFFD", "ON", "__proto__"];

/** A generator of fixed seed (mulberry32). */
function dice(seed: number) {
	let state = seed;
	return (most: number) => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * most);
	};
}

const DIALECTS: readonly (readonly [string, Dialect])[] = [
	["shelly", new ShellyDialect("a", ["0", "1"])],
	["esphome", new EsphomeDialect("a", ["switch/relay", "level/pump"])],
	["zigbee2mqtt", new Zigbee2MqttDialect("a/b")],
	["tasmota", new TasmotaDialect("a", ["1"])],
];

test.each(DIALECTS)("a million bytes of garbage do not throw out of the parser of %s", (_, dialect) => {
	const roll = dice(20_261_130);
	let bytes = 0;
	while (bytes < BYTES) {
		let payload = SEEDS[roll(SEEDS.length)] ?? "";
		for (let changes = roll(4); changes > 0; changes--) {
			const at = roll(payload.length + 1);
			payload = payload.slice(0, at) + (JUNK[roll(JUNK.length)] ?? "") + payload.slice(at + roll(6));
		}
		bytes += payload.length;
		const topic = dialect.filters[roll(dialect.filters.length)] ?? "";
		for (const meant of dialect.heard({ topic, payload, retained: false }, seconds(60)))
			if (meant.kind === "state" && typeof meant.drive === "number")
				expect(meant.drive <= 100 && meant.drive >= 0).toBe(true);
	}
});
