/** Every family of entities. To add one, write one file and one line here. */
export { brokerConnection } from "./broker/connection.ts";
export { credentialsAge } from "./broker/credentials-age.ts";
export { proofs } from "./broker/proofs.ts";
export { security } from "./broker/security.ts";
export { brokerWatch } from "./broker/watch.ts";
export { outputFaults } from "./outputs/faults.ts";
export { outputLevels } from "./outputs/levels.ts";
export { outputReasons } from "./outputs/reasons.ts";
export { outputRuns } from "./outputs/runs.ts";
export { outputSwitches } from "./outputs/switches.ts";
export { alarms } from "./plant/alarms.ts";
export { auditTrail } from "./plant/audit-trail.ts";
export { refusedCommands } from "./plant/refused-commands.ts";
export { settings } from "./plant/settings.ts";
export { plantState } from "./plant/state.ts";
export { sensorFaults } from "./sensors/faults.ts";
export { sensorValues } from "./sensors/values.ts";
