export const en = {
	problem: {
		setup_unknown: "This page is not up to date: load it again.",
		setup_cannot_save: "The options cannot be written from here: enter this in the app's options.",
		plain_number: "Enter a plain number, such as 300.",
		try_confirm: "First say that nobody is working on the wiring: tick the box above.",
		try_busy: "One output is being tried: wait until it is off.",
		try_not_found: "It is not connected any more: look at its plug.",
		try_in_use: "The control runs this board. Try its outputs on the page Today.",
		try_held: "Another program uses this: stop that program, or choose another output.",
		try_not_noted:
			"It was not switched on. The app first notes down what it tries, so that it goes off after a crash too, and that failed ({cause}). Free some space on the disk, then try again.",
		layer_height:
			"Enter how high this sensor is above the bottom of the tank, in cm: a layer without a height is left out of the tank's picture and of its heat.",
	},
} as const;
