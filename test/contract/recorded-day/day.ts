import { PLANT } from "./house.ts";
import type { Stage } from "./stage.ts";

const ROOT = "solar/recorded1";
/** The plant in the morning: everything is well, and nothing is worth pumping. */
const MORNING = {
	...{ collector: 20, tank: 50, return_line: 30 },
	...{ tank_0: 45, tank_20: 48, tank_40: 50, tank_60: 52, tank_80: 54, tank_100: 56, tank_120: 58, tank_140: 60 },
	...{ outdoor_air: 12, exhaust_air: 15, supply_air: 18, extract_air: 21 },
};

/** Midsummer: a day in which everything happens that the controller is made for, and most that it is not. */
export async function liveTheDay(stage: Stage, ask: (stage: Stage) => Promise<void>): Promise<void> {
	await stage.house.giveRights();
	await stage.scene("start");
	await stage.start(layers(MORNING));
	await forenoon(stage);
	await ask(stage);
	await held(stage);
	await broken(stage);
	await evening(stage);
	await modes(stage);
	await stage.stop("stop");
}

/** The owner has changed the options: another language, less sensors, the broker's log is watched. */
export async function liveTheDayAfter(stage: Stage): Promise<void> {
	const sensors = PLANT.sensors.filter(({ id }) => id !== "extract_air");
	const changed = { night_cooling: { tank_above: 85 }, solar_charging: { start_at: 7 } };
	stage.house.configure({ ...changed, sensors, language: "sv", watch: { enabled: true } });
	await stage.house.giveRights();
	await stage.scene("start with other options");
	await stage.start(layers(MORNING));
	await stage.asks("snapshot");
	await stage.gets("/api/snapshot");
	await stage.scene("a relay is stuck for good");
	await stage.publish(`${ROOT}/mode/set`, "auto");
	await stage.plant({ temperatures: { collector: 60 } });
	await stage.pass(60);
	await stage.plant({ stuck: ["pump"] });
	await stage.stop("stop with other options, and not at rest", 5);
}

/** The owner has made a mistake on the options page. */
export async function liveWithInvalidOptions(stage: Stage): Promise<void> {
	stage.house.configure({ turn: 0, solar_charging: { start_at: 99 } });
	await stage.scene("start with invalid options");
	await stage.start(layers(MORNING));
	await stage.asks("snapshot");
	await stage.gets("/healthz");
	await stage.typeHere("check", "--json");
	await stage.typeHere("replay", "--readings", "day.csv");
	await stage.stop("stop with invalid options");
	stage.house.configure();
}

async function forenoon(stage: Stage): Promise<void> {
	await stage.scene("the sun starts the pump");
	await stage.plant({ temperatures: { collector: 58 } });
	await stage.pass(60);
	await stage.hours(0.5);
	await stage.scene("no gain");
	await stage.plant({ temperatures: { collector: 54 } });
	await stage.pass(60);
	await stage.scene("tank full");
	await stage.plant({ temperatures: { collector: 89, tank: 75.5 } });
	await stage.pass(60);
	await stage.scene("collector hot");
	await stage.plant({ temperatures: { collector: 95 } });
	await stage.pass(60);
	await stage.scene("tank too hot");
	await stage.plant({ temperatures: { "tank/140": 96 } });
	await stage.pass(60);
	await stage.scene("collector boils");
	await stage.plant({ temperatures: { collector: 155, "tank/140": 80 } });
	await stage.pass(60);
	await stage.scene("boiled");
	await stage.plant({ temperatures: { collector: 139, tank: 60 } });
	await stage.pass(60);
	await stage.plant({ temperatures: layers({ ...MORNING, collector: 52 }) });
	await stage.pass(60);
}

async function held(stage: Stage): Promise<void> {
	await stage.scene("the pump is held on");
	await stage.publish(`${ROOT}/pump/set`, "ON");
	await stage.scene("the pump is given back");
	await stage.pass(60);
	await stage.publish(`${ROOT}/pump_auto/set`, "PRESS");
	await stage.scene("the heater is held on, for an hour at most");
	await stage.publish(`${ROOT}/heater/set`, "ON");
	await stage.hours(1.25);
	await stage.scene("settings");
	await stage.publish(`${ROOT}/solar_charging_start_at/set`, "9.5");
	await stage.publish(`${ROOT}/night_cooling_enabled/set`, "ON");
	await stage.publish(`${ROOT}/tank_limit_target/set`, "70");
	await stage.scene("refused commands");
	for (const nonsense of ["nan", "41", "8,5"]) await stage.publish(`${ROOT}/solar_charging_start_at/set`, nonsense);
	await stage.publish(`${ROOT}/pump/set`, "MAYBE");
	await stage.publish(`${ROOT}/mode/set`, "test");
	await stage.publish(`${ROOT}/nothing/set`, "1");
	await stage.publish(`${ROOT}/heater/set`, "ON", true);
	await stage.publish(`${ROOT}/heater/set`, "", true);
	await stage.pass(120);
	await stage.scene("Home Assistant starts anew");
	await stage.publish("homeassistant/status", "online");
	await stage.pass(60);
}

async function broken(stage: Stage): Promise<void> {
	await stage.scene("a sensor is lost");
	await stage.plant({ temperatures: { collector: 70 } });
	await stage.pass(60);
	await stage.plant({ temperatures: { collector: null, "tank/60": 150 } });
	await stage.pass(120);
	await stage.typeHere("read", "--json");
	await stage.scene("the sensor is back");
	await stage.plant({ temperatures: { collector: 52, "tank/60": 52 } });
	await stage.pass(60);
	await stage.scene("the board is gone");
	await stage.plant({ board: "gone", temperatures: { collector: 70 } });
	await stage.pass(120);
	await stage.gets("/api/snapshot");
	await stage.scene("the board is back");
	await stage.plant({ board: "back" });
	await stage.pass(120);
	await stage.scene("a relay is stuck");
	await stage.plant({ stuck: ["pump"], temperatures: { collector: 50 } });
	await stage.pass(120);
	await stage.typeHere("explain", "--json");
	await stage.scene("the relay is free");
	await stage.plant({ stuck: [] });
	await stage.pass(120);
	await stage.scene("the broker is lost");
	await stage.house.wire.cut();
	await stage.pass(60);
	await stage.plant({ temperatures: { collector: 70 } });
	await stage.pass(120);
	await stage.scene("the broker is back");
	await stage.house.wire.mend();
	await stage.pass(180);
	await stage.scene("a wrong password");
	stage.house.broker.setUsers({ solar: "another", person: "person-pw" });
	await stage.house.broker.hup();
	await stage.house.wire.cut();
	await stage.house.wire.mend();
	await stage.pass(120);
	await stage.scene("the right password");
	stage.house.broker.setUsers({ solar: "solar-pw", person: "person-pw" });
	await stage.house.broker.hup();
	await stage.pass(900);
}

async function evening(stage: Stage): Promise<void> {
	await stage.scene("night cooling");
	await stage.plant({ temperatures: { collector: 15, tank: 82 } });
	await stage.pass(60);
	await stage.scene("cooled");
	await stage.plant({ temperatures: { tank: 60 } });
	await stage.pass(60);
	await stage.scene("the night and its audit");
	// It is two hours later in Stockholm, and by chance the audit comes at three.
	await stage.until(1, 2);
	await stage.pass(300);
	await stage.until(4, 0);
	await stage.gets("/api/snapshot");
}

async function modes(stage: Stage): Promise<void> {
	await stage.scene("mode off");
	await stage.plant({ temperatures: { collector: 70 } });
	await stage.pass(20);
	await stage.publish(`${ROOT}/mode/set`, "off");
	await stage.publish(`${ROOT}/pump/set`, "ON");
	await stage.scene("mode off, and it boils");
	await stage.plant({ temperatures: { collector: 155 } });
	await stage.pass(60);
	await stage.scene("mode auto");
	await stage.plant({ temperatures: { collector: 60, tank: 40 } });
	await stage.publish(`${ROOT}/mode/set`, "auto");
	await stage.pass(60);
	await stage.scene("rest by a command");
	await stage.typeHere("rest", "--json");
	await stage.pass(60);
}

/** By the names of the channels. */
const layers = (temperatures: Readonly<Record<string, number>>) =>
	Object.fromEntries(Object.entries(temperatures).map(([id, celsius]) => [id.replace("tank_", "tank/"), celsius]));
