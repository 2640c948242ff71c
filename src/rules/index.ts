/** Every control function of the product. Their order does not matter. To add a rule, write one file and one line here. */
export { antiSeize } from "./anti-seize.ts";
export { boilStop } from "./boil-stop.ts";
export { boilerCharging } from "./boiler-charging.ts";
export { circulation } from "./circulation.ts";
export { collectorCooling } from "./collector-cooling.ts";
export { deadMan } from "./dead-man.ts";
export { flowControl } from "./flow-control.ts";
export { heatDump } from "./heat-dump.ts";
export { manual } from "./manual.ts";
export { nightCooling } from "./night-cooling.ts";
export { returnPreheating } from "./return-preheating.ts";
export { sensorLost } from "./sensor-lost.ts";
export { solarCharging } from "./solar-charging.ts";
export { startDelay } from "./start-delay.ts";
export { storeExchange } from "./store-exchange.ts";
export { storePriority } from "./store-priority.ts";
export { tankLimit } from "./tank-limit.ts";
