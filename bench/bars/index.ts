export { command } from "./command.ts";
export { control } from "./control.ts";
export { core } from "./core.ts";
export { size } from "./size.ts";
export { start } from "./start.ts";
export { startControl } from "./start-control.ts";
export { stop } from "./stop.ts";
