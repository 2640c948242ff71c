export const en = {
	proof: {
		is_address: "{host} is an address: there is no name to look up.",
		has_address: "{host} is {addresses}.",
		no_address: "Looked up the name {host}: it has no address ({detail:detail}).",
		no_address_mend:
			"Check the spelling of mqtt.host and this machine's name server, or enter the broker's address instead.",
		tried_reach: "Tried to reach {place}.",
		accepts: "{place} accepts connections.",
		not_running:
			"The machine answers, but nothing listens on this port. If Mosquitto's configuration was just changed, it may not have started: see `systemctl status mosquitto` and its log for a misspelt line, a password or access file that is not where the configuration says, or one that the user mosquitto may not read (chown mosquitto: FILE; chmod 600 FILE).",
	},
} as const;
