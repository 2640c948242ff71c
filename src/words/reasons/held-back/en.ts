export const en = {
	reason: {
		least_run: "Minimum run time: it runs for another {left:time}.",
		least_rest: "Minimum rest time: it rests for another {left:time}.",
		starts_per_hour: "It has started {starts} times within the last hour; more starts are not allowed.",
		excluded: "It stays off because {by:id} is to run.",
		partner_not_off: "It waits until {by:id} is confirmed to be off.",
		mode_off: "The mode is off.",
		mode_test: "The mode is test.",
		valve_first: "It waits until the valves stand as {circuit:id} needs them.",
		valve_unknown: "It stays off because it is not known how {output:id} stands.",
		flow_elsewhere: "It stays off because heat would also flow in {circuit:id}.",
		pump_first: "It keeps its position until {by:id} is confirmed to be off.",
		valve_elsewhere: "{output:id} is held in the other position.",
		valve_stays: "It keeps its position until a circuit needs another one.",
		for_circuit: "It stands as {circuit:id} needs it.",
		displaced: "{circuit:id} is served first.",
	},
} as const;
