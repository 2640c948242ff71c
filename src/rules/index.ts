/** Every control function of the product. Their order does not matter. To add a rule, write one file and one line here. */

export { drainBack } from "./charging/drain-back.ts";
export { flowControl } from "./charging/flow-control.ts";
export { solarCharging } from "./charging/solar-charging.ts";
export { startDelay } from "./charging/start-delay.ts";
export { targetCharging } from "./charging/target-charging.ts";
export { tubeKick } from "./charging/tube-kick.ts";
export { boilerCharging } from "./circuits/boiler-charging.ts";
export { circulation } from "./circuits/circulation.ts";
export { returnPreheating } from "./circuits/return-preheating.ts";
export { storeExchange } from "./circuits/store-exchange.ts";
export { storePriority } from "./circuits/store-priority.ts";
export { collectorCooling } from "./cooling/collector-cooling.ts";
export { heatDump } from "./cooling/heat-dump.ts";
export { nightCooling } from "./cooling/night-cooling.ts";
export { nightCoolingForecast } from "./cooling/night-cooling-forecast.ts";
export { nightCoolingHoliday } from "./cooling/night-cooling-holiday.ts";
export { systemCooling } from "./cooling/system-cooling.ts";
export { heaterControl } from "./heater/heater-control.ts";
export { legionella } from "./heater/legionella.ts";
export { manual } from "./manual.ts";
export { boilStop } from "./safety/boil-stop.ts";
export { deadMan } from "./safety/dead-man.ts";
export { frostGuard } from "./safety/frost-guard.ts";
export { sensorLost } from "./safety/sensor-lost.ts";
export { tankLimit } from "./safety/tank-limit.ts";
export { antiSeize } from "./upkeep/anti-seize.ts";
