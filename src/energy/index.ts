/**
 * Every counter. A counter is a rule without claims whose memory is the count. To add one, write one file and one line
 * here.
 */
export { outputRuns } from "./output-runs.ts";
