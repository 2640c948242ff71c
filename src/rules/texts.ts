import * as antiSeize from "./anti-seize.texts.ts";
import * as boilStop from "./boil-stop.texts.ts";
import * as boilerCharging from "./boiler-charging.texts.ts";
import * as circulation from "./circulation.texts.ts";
import * as collectorCooling from "./collector-cooling.texts.ts";
import * as deadMan from "./dead-man.texts.ts";
import * as drainBack from "./drain-back.texts.ts";
import * as flowControl from "./flow-control.texts.ts";
import * as frostGuard from "./frost-guard.texts.ts";
import * as heatDump from "./heat-dump.texts.ts";
import * as heaterControl from "./heater-control.texts.ts";
import * as legionella from "./legionella.texts.ts";
import * as manual from "./manual.texts.ts";
import * as nightCooling from "./night-cooling.texts.ts";
import * as nightCoolingForecast from "./night-cooling-forecast.texts.ts";
import * as nightCoolingHoliday from "./night-cooling-holiday.texts.ts";
import * as returnPreheating from "./return-preheating.texts.ts";
import * as sensorLost from "./sensor-lost.texts.ts";
import * as solarCharging from "./solar-charging.texts.ts";
import * as startDelay from "./start-delay.texts.ts";
import * as storeExchange from "./store-exchange.texts.ts";
import * as storePriority from "./store-priority.texts.ts";
import * as systemCooling from "./system-cooling.texts.ts";
import * as tankLimit from "./tank-limit.texts.ts";
import * as targetCharging from "./target-charging.texts.ts";
import * as tubeKick from "./tube-kick.texts.ts";

/** The texts of every rule. A new rule's is one file, imported and named here. Reasons are offered to Home Assistant in this order: a new one goes last. */
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
	legionella,
};
