/** Every place where the recorded day enters the sources, beside `src/main.ts`, which it starts as a process. */
export { main } from "#cli/program.ts";
export { simulated } from "#drivers/simulated/simulated.ts";
export { fault } from "#model/plant/fault.ts";
