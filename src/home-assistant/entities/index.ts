/** Every family of entities. A new one is one file and one line here. */
export { alarms } from "./alarms.ts";
export { auditTrail } from "./audit-trail.ts";
export { brokerConnection } from "./broker-connection.ts";
export { brokerWatch } from "./broker-watch.ts";
export { credentialsAge } from "./credentials-age.ts";
export { outputFaults } from "./output-faults.ts";
export { outputReasons } from "./output-reasons.ts";
export { outputRuns } from "./output-runs.ts";
export { outputSwitches } from "./output-switches.ts";
export { plantState } from "./plant-state.ts";
export { proofs } from "./proofs.ts";
export { refusedCommands } from "./refused-commands.ts";
export { security } from "./security.ts";
export { sensorFaults } from "./sensor-faults.ts";
export { sensorTemperatures } from "./sensor-temperatures.ts";
export { settings } from "./settings.ts";
