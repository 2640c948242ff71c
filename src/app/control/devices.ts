import type { Effect } from "#control/machinery/settle.ts";
import type { State } from "#control/step.ts";
import type { HomeAssistantPlace } from "#model/plant/device.ts";
import type { Messages } from "#model/plant/messages.ts";
import type { OutputState, OutputStates } from "#model/plant/output.ts";
import type { Output, Plant } from "#model/plant/plant.ts";
import { seconds } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { devicesOf, driverOptions } from "#options/plant/plant-of.ts";
import { type Accepted, NONE_ACCEPTED } from "#options/problems/unproven-heaters.ts";
import type { Options } from "#options/root.ts";
import type { Clock } from "#runtime/clock.ts";
import { type Devices, type DevicesPorts, openDevices } from "#runtime/devices.ts";
import { pauseAt } from "#runtime/pause.ts";

/** How long the first turn waits for readings. Boards with read-back keep their state meanwhile. */
const FIRST_READINGS = seconds(10);

export interface DevicesFor {
	readonly options: Options | undefined;
	readonly plant: Plant;
	readonly time: Clock;
	readonly tell: Tell;
	/** The last saved state of the outputs, by id. */
	readonly outputs: Readonly<Record<string, OutputState>>;
	readonly speed?: number;
	readonly turns?: NonNullable<DevicesPorts["turns"]>;
	readonly messages?: Messages;
	/** Targets of heaters that an earlier release drove without a proof. */
	readonly accepted?: Accepted;
	readonly home_assistant?: HomeAssistantPlace;
}

/** Opens the devices that the options name. */
export function devicesFor(config: DevicesFor): Devices {
	const {
		options,
		plant,
		time,
		tell,
		outputs,
		speed = 1,
		turns,
		messages,
		home_assistant,
		accepted = NONE_ACCEPTED,
	} = config;
	const groups = options === undefined ? {} : driverOptions(options);
	const ports = {
		tell,
		now: time.now,
		plant,
		...(messages && { messages }),
		...(home_assistant && { home_assistant }),
	};
	const buses = (options === undefined ? [] : devicesOf(options)).map(({ bus, driver, device, channels }) => ({
		id: bus,
		device: driver.open(device, channels, groups[driver.scheme] ?? {}, ports),
	}));
	const last = ({ id }: Output) => outputs[id]?.actual ?? outputs[id]?.wanted;
	const before = ({ target }: Output) => accepted(target);
	const past = { now: time.now, last, before };
	return openDevices(plant, buses, { ...past, tell, pause: pauseAt(speed), ...(turns && { turns }) });
}

/**
 * Waits for the first readings and for the boards, so that the first turn has something to decide on. The wait is limited.
 */
export async function readInitialOutputs(devices: Devices, signal: AbortSignal): Promise<readonly Effect[]> {
	const [adopted] = await Promise.all([devices.readInitialOutputs(), firstReadings(devices, signal)]);
	return adopted;
}

async function firstReadings(devices: Devices, signal: AbortSignal): Promise<void> {
	const until = performance.now() + FIRST_READINGS * 1000;
	const pause = pauseAt(1);
	while (!devices.tried() && performance.now() < until && !signal.aborted) await pause(seconds(0.005), signal);
}

/** At the start, the state of a board counts as what was last wanted. A board that fails has a fault and no state. */
export const outputsFrom = (adopted: readonly Effect[], { outputs }: State): OutputStates =>
	outputs.map((state, i) => {
		const { actual, fault } = adopted[i] ?? {};
		const wanted = actual ?? state.wanted;
		return { ...state, wanted, ...(actual !== undefined && { actual }), ...(fault !== undefined && { fault }) };
	});

/** True if no board reports a fault. Faults are logged. */
export function restReached({ outputs }: Plant, rested: readonly Effect[], tell: Tell): boolean {
	for (const { id, index } of outputs) {
		const fault = rested[index]?.fault;
		if (fault !== undefined) tell(notice("error", "not_at_rest", { output: id, fault: fault.code }));
	}
	return rested.every(({ fault }) => fault === undefined);
}

/** The state of the outputs after they were sent to rest. */
export const atRest = (outputs: OutputStates, rested: readonly Effect[]): OutputStates =>
	outputs.map(({ wanted }, i) => ({ wanted: rested[i]?.actual ?? wanted, ...rested[i] }));
