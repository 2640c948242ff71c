/** The beginnings of Mosquitto's lines, 1.6 to 2.1, in the order of its sources. None starts with a client's own text. */
const BEGINNINGS = [
	...["mosquitto version ", "Config loaded from ", "Using default config", "Loading config file ", "Reloading config."],
	...["Starting in local only mode", "Create a configuration file ", "For more details see "],
	...[
		"Opening (?:ipv4|ipv6|websockets|unix|http) ",
		"Loading plugin: ",
		"Plugin ",
		"Starting auth",
		"Saving in-memory ",
	],
	...["Bridge ", "Connecting bridge ", "New (?:connection|client|bridge) ", "Client ", "Bad client ", "Bad socket "],
	...[
		"Socket error on client ",
		"Expiring (?:persistent )?client ",
		"Expiring client ",
		"Denied (?:PUBLISH|SUBSCRIBE) ",
	],
	...["Sending [A-Z]+", "Received [A-Z]+", "No will message ", "Will message ", "Connection (?:from|rejected|Refused)"],
	...["Protocol error ", "Invalid (?:protocol|Will) ", "Unsupported property ", "ACL denying ", "OpenSSL Error"],
	...["OCSP: ", "TLS ", "(?:Error|Warning|Info|Note|Unable to|Out of memory)\\b", "Restored \\d+ ", "restored \\d+ "],
	...[
		"Dropp(?:ed|ing) too ",
		"Reused message ",
		"Tick event",
		"Persistence ",
		"password-file: ",
		"dynsec: ",
		"sqlite: ",
	],
	...[
		"Sqlite ",
		"Websockets ",
		"http serving ",
		"The '[a-z_]+'",
		"The [a-z_]+ option ",
		"You are ",
		"Please ",
		"auth-by-",
	],
	...["Internal log ", "\t", "Load error: ", "Failed ", "Error(?:\\[|:)", "lws", "libwebsockets", "Broker: "],
];
const BEGINS = new RegExp(`^(?:${BEGINNINGS.join("|")})`);

/** Whether Mosquitto writes such a line. Pass it without its time. */
export const begins = (text: string): boolean => BEGINS.test(text);
