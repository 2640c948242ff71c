import * as drainBack from "./charging/drain-back.texts.ts";
import * as flowControl from "./charging/flow-control.texts.ts";
import * as solarCharging from "./charging/solar-charging.texts.ts";
import * as startDelay from "./charging/start-delay.texts.ts";
import * as targetCharging from "./charging/target-charging.texts.ts";
import * as tubeKick from "./charging/tube-kick.texts.ts";
import * as boilerCharging from "./circuits/boiler-charging.texts.ts";
import * as circulation from "./circuits/circulation.texts.ts";
import * as returnPreheating from "./circuits/return-preheating.texts.ts";
import * as storeExchange from "./circuits/store-exchange.texts.ts";
import * as storePriority from "./circuits/store-priority.texts.ts";
import * as collectorCooling from "./cooling/collector-cooling.texts.ts";
import * as heatDump from "./cooling/heat-dump.texts.ts";
import * as nightCooling from "./cooling/night/night-cooling.texts.ts";
import * as nightCoolingForecast from "./cooling/night/night-cooling-forecast.texts.ts";
import * as nightCoolingHoliday from "./cooling/night/night-cooling-holiday.texts.ts";
import * as nightCoolingOverheat from "./cooling/night/night-cooling-overheat.texts.ts";
import * as systemCooling from "./cooling/system-cooling.texts.ts";
import * as heaterControl from "./heater/heater-control.texts.ts";
import * as heaterControlOptions from "./heater/heater-control-options.texts.ts";
import * as legionella from "./heater/legionella.texts.ts";
import * as manual from "./manual.texts.ts";
import * as boilStop from "./safety/boil-stop.texts.ts";
import * as deadMan from "./safety/dead-man.texts.ts";
import * as frostGuard from "./safety/frost-guard.texts.ts";
import * as sensorLost from "./safety/sensor-lost.texts.ts";
import * as tankLimit from "./safety/tank-limit.texts.ts";
import * as antiSeize from "./upkeep/anti-seize.texts.ts";

/** The texts of every rule. A new rule's is one file (one with many options has a second one), imported and named here. Reasons are offered to Home Assistant in this order: a new one goes last. */
export const RULES = {
	solarCharging,
	tankLimit,
	boilStop,
	collectorCooling,
	nightCooling,
	sensorLost,
	manual,
	flowControl,
	deadMan,
	startDelay,
	storePriority,
	heatDump,
	storeExchange,
	boilerCharging,
	returnPreheating,
	circulation,
	antiSeize,
	targetCharging,
	frostGuard,
	tubeKick,
	systemCooling,
	nightCoolingForecast,
	nightCoolingHoliday,
	drainBack,
	heaterControl,
	heaterControlOptions,
	legionella,
	nightCoolingOverheat,
};
