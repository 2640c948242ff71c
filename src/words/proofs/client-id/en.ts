export const en = {
	proof: {
		came_under_our_id: "{other} connected with the client id of {user}.",
		threw_us_out: "That disconnected {user}. Any user of this broker can keep the app disconnected.",
		threw_us_out_mend:
			"Mosquitto has no setting against this that allows a user more than one connection. The app uses a new client id at every start, so let no other user read the broker's log or $SYS/broker/log, and give logins to few users.",
		both_stayed: "Both stayed connected. Enforced.",
		not_let_in: "It was refused. Enforced.",
		not_clear: "What happened then is not clear.",
	},
} as const;
