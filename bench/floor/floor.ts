import { connect } from "mqtt";

/**
 * What no app on this Node with MQTT.js can be faster than: one connection, one discovery message with 60 entities,
 * their 60 states, and an echo for commands. Gets the broker as PORT, USERNAME and PASSWORD.
 */
const { PORT, USERNAME = "", PASSWORD = "" } = process.env;
const entities = Array.from({ length: 60 }, (_, i) => `sensor_${i}`);
const component = (name: string) => ({
	platform: "sensor",
	name: `Sensor ${name}`,
	unique_id: `floor_bench_${name}`,
	state_topic: `floor/bench/${name}`,
	device_class: "temperature",
	state_class: "measurement",
	unit_of_measurement: "°C",
});
const echo = {
	platform: "switch",
	unique_id: "floor_bench_pump",
	state_topic: "floor/bench/pump",
	command_topic: "floor/bench/pump/set",
};
const number = {
	platform: "number",
	unique_id: "floor_bench_start_at",
	state_topic: "floor/bench/start_at",
	command_topic: "floor/bench/start_at/set",
};
const discovery = {
	device: { identifiers: ["floor_bench"], name: "Floor" },
	origin: { name: "floor" },
	components: { ...Object.fromEntries(entities.map((name) => [name, component(name)])), pump: echo, start_at: number },
};
const KEPT = { qos: 1, retain: true } as const;

const client = connect({
	host: "127.0.0.1",
	port: Number(PORT),
	username: USERNAME,
	password: PASSWORD,
	// Otherwise MQTT.js makes 65,536 buffers before it connects.
	writeCache: false,
});
client.on("connect", () => {
	client.subscribe("floor/bench/+/set");
	client.publish("homeassistant/device/floor/bench/config", JSON.stringify(discovery), KEPT);
	for (const name of entities) client.publish(`floor/bench/${name}`, "21.5", KEPT);
	client.publish("floor/bench/pump", "OFF", KEPT);
	client.publish("floor/bench/start_at", "8", KEPT);
});
client.on("message", (topic, payload) => client.publish(topic.slice(0, -"/set".length), payload, KEPT));
process.on("SIGTERM", () => client.end(false, () => process.exit(0)));
