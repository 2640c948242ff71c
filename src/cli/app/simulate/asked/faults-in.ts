import * as z from "zod";
import type { Plant } from "#model/plant/plant.ts";
import { remedyOf } from "#model/sentences/refusal.ts";
import { inside, Mistake, remark } from "#model/sentences/sentence.ts";
import { fieldOf, jsonIn } from "#model/untyped/untyped.ts";
import {
	declaredOf,
	FAULT_NAMES,
	type FaultName,
	type PlantFault,
	type Victim,
} from "#simulation/faults/plant-fault.ts";

const DAY = 86_400;
const EXAMPLE = JSON.stringify([{ fault: "pump_dead", from: 10, days: 2 }]);

const entry = z.strictObject({
	fault: z.enum(FAULT_NAMES as readonly [FaultName, ...FaultName[]]),
	of: z.string().optional(),
	with: z.string().optional(),
	/** Days since the start, and how many. */
	from: z.number().min(0).default(0),
	days: z.number().min(0).optional(),
	amount: z.number().optional(),
});

/** A list of faults as JSON. Throws a `Mistake` that names the entry and what to write. */
export function faultsIn(text: string, plant: Plant): readonly PlantFault[] {
	const raw = jsonIn(text);
	if (raw === undefined) throw new Mistake(remark("faults_no_json"));
	const read = z.array(entry).safeParse(raw);
	if (read.success) return read.data.map((one, nth) => faultOf(one, nth + 1, plant));
	const [issue] = read.error.issues;
	const [nth, field] = issue?.path ?? [];
	if (issue === undefined || nth === undefined) throw new Mistake(remark("faults_no_list", { example: EXAMPLE }));
	const name = issue.code === "unrecognized_keys" ? issue.keys[0] : field;
	const remedy = remedyOf(issue, fieldOf(Array.isArray(raw) ? raw[Number(nth)] : undefined, String(field ?? "")));
	throw new Mistake(
		remark("fault_field", { ...inside("remedy", remedy), nth: Number(nth) + 1, field: String(name ?? "fault") }),
	);
}

function faultOf({ days, from, ...rest }: z.output<typeof entry>, nth: number, plant: Plant): PlantFault {
	const { fault, of, with: other, amount } = rest;
	const { on, amount: limits } = declaredOf(fault);
	const known = idsOf(plant, on);
	for (const id of [of, other])
		if (id !== undefined && !known.includes(id))
			throw new Mistake(remark("fault_of", { nth, fault, id, known: known.join(", ") }));
	if (fault === "sensors_swapped" && other === undefined) throw new Mistake(remark("fault_with", { nth, fault }));
	if (amount !== undefined && limits === undefined) throw new Mistake(remark("fault_no_amount", { nth, fault }));
	if (amount !== undefined && limits !== undefined && (amount < limits.low || amount > limits.high))
		throw new Mistake(remark("fault_amount", { nth, fault, low: limits.low, high: limits.high, unit: limits.unit }));
	const known_fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
	const until = days === undefined ? {} : { until: (from + days) * DAY };
	return { ...(known_fields as Pick<PlantFault, "fault">), from: from * DAY, ...until };
}

function idsOf({ outputs, sensors, circuits, parts }: Plant, victim: Victim): readonly string[] {
	switch (victim) {
		case "pump":
		case "heater":
			return outputs.filter(({ role }) => role === victim).map(({ id }) => id);
		case "output":
			return outputs.map(({ id }) => id);
		case "sensor":
			return sensors.map(({ id }) => id);
		case "circuit":
			return circuits.map(({ id }) => id);
		case "field":
			return parts.flatMap(({ id, kind }) => (kind === "collector" ? [id] : []));
		case "store":
			return parts.filter(({ kind }) => kind === "tank" || kind === "sink").map(({ id }) => id);
		case "controller":
			return [];
	}
}
