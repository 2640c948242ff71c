export const en = {
	problem: {
		no_such_setting: "There is no such setting.",
		mode_is_off: "The mode is off: set it to auto first.",
		hold_range: "Hold it at 0 to 100 %.",
		hold_switch: "It can only be on or off: hold it at 0 or 100 %.",
		hold_level: "It runs at {min} to {max} %, in steps of {step} %: hold it there, or at 0.",
		hold_time: "Hold it for more than 0 s.",
		no_such_output: "There is no such output.",
		number_or_switch: "Give a number, true, false or a text here.",
		send_number: "Send a plain number, such as 8 or 7.5.",
		send_switch: "Send {on} or {off}.",
		send_press: "Send {press}.",
		send_text: "Send a text of this form: {example}.",
		send_choice: "Send one of {choices}.",
		still_starting: "The controller is still starting.",
		too_long_or_no_text: "It is too long, or it is not text.",
		command_kept:
			"It was published as a retained message and would take effect again after every restart. Publish it without retain.",
		broker_needed: "This needs a connection to a broker.",
		audit_runs: "An audit is running: wait for its result.",
		broker_away: "Try again when the broker is connected.",
		nothing_beyond: "no output is beyond a network, so there is nothing to test.",
		tested_lately:
			"{output} ran for its silence test less than an hour ago without a proof. Correct its device, and ask again in {minutes} min.",
	},
} as const;
