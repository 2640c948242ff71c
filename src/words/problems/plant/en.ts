export const en = {
	problem: {
		id_or_name: "Add it: a text. Or give a name, and the id is made from it.",
		name_without_id: "Use at least one letter or digit: the id is made from the name. Or add an id.",
		name_gives_id: "This name gives the id {id}. {why:problem} Or add an id of its own.",
		broken_text: "One of its characters is incomplete: enter the text again.",
		place_id_taken: "Another part or circuit has this id already: choose a different one.",
		no_such_entry: "Nothing with this id or name can stand here. Choose one of: {known}.",
		none_listed: "There is nothing to choose from yet: add it under {list} first.",
		which_part: "Say which one it belongs to: {known}.",
		other_part: "Only an entry of these can stand here: {list}.",
		sensor_role_taken_here: "Another sensor of {part} has this role already: use tank_layer or other for more.",
		sensor_elsewhere: "This sensor belongs to {part}. Choose one at this end of the circuit.",
		no_thermometer: "This sensor has the role {role}. Choose one that measures a temperature.",
		tank_unseen:
			"Nothing measures {part} where it is heated, so nothing may heat it. Add a sensor with role tank and of {part}, at that height.",
		field_unseen:
			"Only a pipe of {part} is measured, so nothing notices when it boils. Add a sensor with role collector and of {part}, at its hot outlet.",
		excludes_valve:
			"A valve of a circuit moves only while the pump rests, so it cannot make way for another output, nor another output for it. Remove this.",
		describe_circuits:
			"There is more than one possibility. Add a circuit for each way of the heat: from which part, to which part, with which pump.",
		circuit_to_itself: "A circuit goes from one part to another: choose a different one.",
		circuits_alike: "The circuit {circuit} has the same ends, pump and valves: remove one of the two.",
		flows_to_both:
			"With this pump and these valve positions, heat also flows to {part}, as in the circuit {circuit}. Give the two different positions of one valve, or each a valve or a pump of its own.",
		pump_role:
			"This output has the role {role}. Choose one with the role pump; or with the role valve, if something else pumps.",
		valve_role: "This output has the role {role}. Choose one with the role valve.",
		valve_is_pump: "This is the pump of the circuit already. Choose the valve, or leave it empty.",
		valve_again: "This is the first valve already. Choose another, or leave it empty.",
		valve_missing: "Choose the valve that this position is of, or remove the position.",
		position_missing: "Say how the valve stands while this circuit runs: 0 as without current, 100 as with current.",
		not_at_place: "At {place}, which has settings of its own, it does not fit: {why:problem}",
		in_no_circuit:
			"No circuit names {output}, so it only runs when you switch it on. Name it in a circuit, or give it the role other.",
		priority_twice:
			"The circuit {circuit} has the same priority and another target, so which is served first is left to the order of the list. Give them different priorities.",
		circuit_by_hand:
			"Nothing runs this circuit, because store_exchange is off, so it only runs when you switch its pump on. Set store_exchange.enabled to true, or leave it so.",
		source_by_hand:
			"Nothing runs this circuit, because boiler_charging is off, so its pump only runs when you switch it on. Set boiler_charging.enabled to true, or leave the pump to the stove's own thermostat: without it the stove can boil.",
		end_unseen:
			"No sensor measures {part}, so this circuit does not run by itself. Add a sensor of {part}, or name one here.",
		only_cools:
			"No sensor measures {part}, so it is not charged and only cools collectors that get too hot. To charge it, add a sensor of {part}, or name one here.",
		no_limit_here:
			"Nothing limits how warm {part} becomes: it is charged as long as the collector is warmer. List it under tanks instead, with a sensor of role tank and its tank_limit_target.",
		part_in_no_circuit: "No circuit leads to {part} or from it. Add one, or remove {part}.",
		heater_unproven:
			"Nothing proves that {target} does as it is told, and a heater that does not switch off burns dry. Use a board that is read back. If the heater has a safety limiter (STB) of its own that works, you can set this to true instead.",
		heater_unproven_before:
			"Nothing proves that {target} does as it is told. The heater goes on working, because it did before this was asked for. Use a board that is read back, or set this to true if the heater has a safety limiter (STB) of its own that works.",
		function_idle:
			"The plant has nothing that this function can work with, so it does nothing. Add what its description names, or switch the function off.",
		function_lacks:
			"No sensor has the role {role}, so this function does nothing. Add such a sensor, or switch the function off.",
		eco_without_surplus:
			"In mode eco the heater waits for surplus or a ready-by time, and there is neither. Add a sensor with the role surplus_power or price, set ready_by, or choose on.",
		no_rule_here: "This function does not run for this circuit, so the value has no effect. Remove it.",
		valve_position: "Give 0 (as without current) or 100 (as with current).",
		wiring_beyond:
			"A device beyond a network switches its load off by opening a contact. Wire the load to its normally open contact (no): otherwise the load would start when the network fails.",
		curve_beyond:
			"A device beyond a network is at 0 when the network fails, and with this curve the pump then runs at full speed. Choose direct or pwm_solar.",
		rest_beyond:
			"A device beyond a network is off when the network fails, and cannot do anything else. Choose load_off.",
		turn_too_slow:
			"The command to a device beyond a network is renewed three times in {option}: at most {most} s here, or a longer time there.",
		heater_beyond:
			"No device can tell how its load is wired, or that it starts off after a power cut. Switch the heater on, cut the power of its device, and give it back: the heater must be off. If it is, write true here. It also needs a passed silence test.",
	},
} as const;
