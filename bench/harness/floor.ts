import { LOGIN } from "./broker.ts";
import type { Start } from "./plants.ts";

/** How the floor is started for a broker on this port. */
export const floorAt = (port: number): Start => ({
	args: [],
	env: { PORT: String(port), USERNAME: LOGIN.username, PASSWORD: LOGIN.password },
});
