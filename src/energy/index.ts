/** Every counter: rules without claims, whose memory is the count. A new one is one file and one line here. */
export { outputRuns } from "./output-runs.ts";
