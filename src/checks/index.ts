/**
 * Every check of the plant. A check is a rule without claims whose memory is what it has seen, and which finds what is wrong. To add
 * one, write one file and one line here, and the text of its finding in `src/words/findings`.
 */
export { flowFallen } from "./flow-fallen.ts";
export { heaterEffect } from "./heater-effect.ts";
export { nightFlow } from "./night-flow.ts";
export { noFlow } from "./no-flow.ts";
export { pumpReversed } from "./pump-reversed.ts";
export { pumpWear } from "./pump-wear.ts";
export { relayFollows } from "./relay-follows.ts";
export { sensorOffset } from "./sensor-offset.ts";
export { stuckSensor } from "./stuck-sensor.ts";
export { swappedLines } from "./swapped-lines.ts";
export { swappedSensors } from "./swapped-sensors.ts";
export { wiredTheOtherWay } from "./wired-the-other-way.ts";
