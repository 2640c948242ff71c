import { setTimeout as pause } from "node:timers/promises";
import { controllerIn, podman } from "../e2e/container.ts";

/** The image under test. */
export const IMAGE = process.env["SOLAR_HEATING_IMAGE"] ?? "";

/** Asks as the Supervisor's Docker does: by the image's own HEALTHCHECK. */
export const healthy = (container: string): Promise<boolean> =>
	podman("healthcheck", "run", container).then(
		() => true,
		() => false,
	);

/** ms until it is healthy; throws after `within` ms. */
export async function untilHealthy(container: string, within = 60_000): Promise<number> {
	const from = performance.now();
	while (!(await healthy(container))) {
		if (performance.now() - from > within) throw new Error(`Not healthy within ${within} ms`);
		await pause(100);
	}
	return performance.now() - from;
}

export async function untilController(container: string, other?: number): Promise<number> {
	for (const from = performance.now(); performance.now() - from < 60_000; await pause(20)) {
		const pid = await controllerIn(container);
		if (pid !== undefined && pid !== other) return pid;
	}
	throw new Error("No controller runs in the container.");
}
