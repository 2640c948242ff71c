import { Installation, until } from "../e2e/installation.ts";

/** The frames that bring the outputs to rest: the heater hangs on the normally closed contact. */
export const PUMP_OFF = "A0 01 00 A1";
export const HEATER_OFF = "A0 02 01 A3";
export const AT_REST = [false, true];

/** A house whose collector is warm: the pump is wanted. */
export async function warmHouse(): Promise<Installation> {
	const house = await Installation.open();
	house.collector(70);
	house.tank(50);
	return house;
}

export const coils = (house: Installation): readonly boolean[] => house.board.coils.slice(0, 2);
export const pumps = async (house: Installation): Promise<void> =>
	void (await until("the pump runs", () => coils(house)[0] === true));

/** The controller's number, once there is one that is not `other`. */
export async function controllerIn(house: Installation, other?: number): Promise<number> {
	let pid: number | undefined;
	await until("a controller runs", async () => {
		pid = await house.controller();
		return pid !== undefined && pid !== other;
	});
	return pid ?? 0;
}

/** ms until the board heard that both outputs go to rest. */
export function rested({ board }: Pick<Installation, "board">, within: number): Promise<number> {
	const heard = new Set<string>();
	return until(
		"the outputs rest",
		() => {
			for (const frame of board.take()) heard.add(frame);
			return heard.has(PUMP_OFF) && heard.has(HEATER_OFF);
		},
		within,
	);
}
