export const en = {
	proof: {
		came_under_our_id: "{other} came under the client id of {user}.",
		threw_us_out: "That threw {user} out. Any user of this broker can keep the app from being connected.",
		threw_us_out_mend:
			"Mosquitto has no setting against this that leaves a user more than one connection. What helps: the app's client id is another at every start, so let no other user read the broker's log or $SYS/broker/log; and give logins to few.",
		both_stayed: "Both stayed. Enforced.",
		not_let_in: "It was not let in. Enforced.",
		not_clear: "It is not clear what happened then.",
	},
} as const;
