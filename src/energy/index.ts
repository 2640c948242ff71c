/**
 * Every counter. A counter is a rule without claims whose memory is the count. To add one, write one file and one line
 * here.
 */
export { drawMeter } from "./draw-meter.ts";
export { heatMeter } from "./heat-meter.ts";
export { heaterMeter } from "./heater-meter.ts";
export { outputRuns } from "./output-runs.ts";
export { sunBefore } from "./sun-before.ts";
export { tankBalance } from "./tank-balance.ts";
export { tankLoss } from "./tank-loss.ts";
export { yieldCheck } from "./yield-check.ts";
