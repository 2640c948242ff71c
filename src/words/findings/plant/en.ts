/** What checks of the plant found. */
export const en = {
	finding: {
		no_flow:
			"{output:id} has run for {minutes} min and moves nothing: the collector is at {collector:°C}, {gain:K} warmer than the tank. Look at the pump, its fuse and its valves, and whether there is air or too little fluid in the circuit. This ends when a run brings the difference below 40 K.",
		no_flow_metered:
			"{output:id} has run for {minutes} min, and the flow meter tells {flow} L/min. Look at the pump, its fuse and its valves, and whether there is air in the circuit; or at the meter. This ends when the meter tells a flow again.",
		night_flow:
			"At night, while its pump rests, {part:id} is at {collector:°C} and the air outdoors at {outdoor:°C}: warm fluid rises from the tank. Look at the check valve, which does not close, and whether the pump really rests. This ends after a night without it.",
		night_flow_alone:
			"At night, while its pump rests, {part:id} is at {collector:°C}: warm fluid rises from the tank. Look at the check valve, which does not close, and whether the pump really rests. This ends after a night without it.",
		swapped_at_night:
			"{circuit:id} charged at night, with {sensor:id} at {collector:°C} and {by:id} at {tank:°C}. No sun does that: the two sensors are probably mixed up, or the clock is wrong. Exchange their sources. This ends two days after it happened last.",
		swapped_by_day:
			"{by:id} rose to {tank:°C} within half an hour while nothing heated its tank, and {sensor:id} stayed at {collector:°C}: a collector in the sun behaves like that. The two sensors are probably mixed up. Exchange their sources. This ends two days after it happened last.",
		swapped_lines:
			"While the pump charges, {sensor:id} is at {flow:°C} and {by:id} at {back:°C}: the return is warmer than the flow. Their sensors are mixed up, or the pipes. This ends when a run shows them the right way round.",
		pump_reversed:
			"{output:id} started {starts} times in an hour in which the tank became {rise:K} warmer: in such sun it should run on. Each time, cold fluid comes to the collector's sensor. Look at the arrow on the pump: it has to push from the tank's cold end to the collector. Or flow and return of the collector are mixed up: exchange the pipes, or move the sensor to the hot end. Or the sensor shows a few K too little: at night, after hours of rest, it is as warm as the air. If all is right, let the pump run more slowly. This ends after an hour of sun with 2 starts or fewer.",
		wired_the_other_way:
			"While {output:id} is on, the collector gets ever hotter; while it rests, the fluid flows. The pump hangs on the other contact of its relay. Exchange the wire from NC to NO with the fuse off, or choose in Set-up that the pump stopped when it was tried (wiring: nc). This ends with a run that warms the tank.",
		sensor_without_power:
			"{sensor:id} jumped to exactly {value:°C} and stays there: a DS18B20 tells that when its power failed. Look at its wires. This ends when it tells something else.",
		sensor_stuck:
			"{sensor:id} has told exactly {value:°C} for too long to be true. Look at the sensor and at the device that reads it. This ends when it tells something else.",
		sensor_offset:
			"At night, when both should be alike, {sensor:id} differs from {by:id} by {offset:K}, night after night. Look whether it sits in its pocket, or correct its offset. This ends after three nights with less than 3 K.",
		heater_no_effect:
			"{output:id} was on for {minutes} min, and no sensor of its tank became 2 K warmer. Look at its fuse, its own thermostat and limiter, and its element. This ends when a run warms the tank.",
		relay_stays_off:
			"{output:id} was switched on, and its board reports it off for minutes. Look at the relay and its board. This ends when both agree.",
		relay_stays_on:
			"{output:id} was switched off, and its board reports it on for minutes: its contact is stuck. Switch it off at its fuse, and replace the relay. This ends when both agree.",
		pump_starts_often:
			"{output:id} started {starts} times in a day, for {days} days in a row, which wears it and its relay out. Raise the difference between start and stop, or its least_run. This ends after a day with fewer than 60 starts.",
		pump_worn:
			"{output:id} has run for {hours} h and started {starts} times: pumps and relays of houses are made for about 40000 h and 100000 starts. Have a spare one at hand. This stays until the output gets another id.",
		flow_fallen:
			"At full speed {output:id} moves {flow} L/min, and {usual} L/min is usual: so for {days} days. Look for air, a clogged filter, a valve that is half closed, the pressure and the pump; or at the meter. This ends with a day near the usual. If it is meant to be so, it is learnt anew when the output gets another id.",
		yield_low:
			"{circuit:id} brings {percent} % at most of its usual heat at this light, on {days} sunny days in a row. Look at the glass (snow, leaves, dirt, shade), whether all collectors are warm and in the flow, at air in the circuit, at the insulation and the sensors. This ends after two sunny days near the usual.",
		yield_low_alone:
			"{circuit:id} has not come near its own good hours for {days} days with enough sun to run: {percent} % of them at best. Perhaps it was never clear; if the sky was, look at the glass (snow, leaves, dirt, shade), whether all collectors are warm and in the flow, at air in the circuit, and at the sensors. This ends with two good hours in a row.",
		yield_high:
			"{circuit:id} shows {percent} % or more of the heat that it usually brings, on {days} days: more than the sun gives. Probably less flows than the options or the meter say, by air, a clogged filter or a scaled coil, or a sensor shows too much. Look at the flow glass, the pressure and the sensors. After a change to the plant, correct full_flow or area: it is then learnt anew. This ends when it is near the usual again.",
	},
} as const;
