import type { Facts } from "../sentences/facts.ts";

/** Expected failures of sensors, buses and boards. The code is the key of the text that explains it. */
export const FAULT_CODES = [
	"open",
	"short",
	"implausible",
	"unsteady",
	"crc",
	"no_answer",
	"power_on_value",
	"missing",
	"unidentified",
	"no_permission",
	"in_use",
	"no_write",
	"not_verified",
	"unarmed",
	"declined",
	"unproven",
	"bus",
	"stale",
	"no_connection",
	"no_right",
	"own_topic",
	"unavailable",
	"no_number",
	"wrong_unit",
	"not_in_message",
	"only_stored",
	"unheard",
	"no_entity",
	"own_entity",
	"no_access",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export interface Fault {
	readonly code: FaultCode;
	readonly facts: Facts;
}
export const fault = (code: FaultCode, facts: Facts = {}): Fault => ({ code, facts });
