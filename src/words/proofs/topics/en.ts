export const en = {
	proof: {
		tried_subscribe: "Tried to subscribe to {filters}.",
		may_not_read: "User {user} may not read {topic} (code {code}).",
		subscribed: "Subscribed to {commands} and {birth}; a message to {topic} came back to us.",
		no_echo: "The broker accepted the subscription to {commands}, but a message to {topic} did not come back.",
		no_commands: "So user {user} may not read it, and no command would arrive.",
		echo_not_proven: "It is not proven that messages arrive: perhaps this user may not publish there.",
		echo_mend: "See the step `publish`; `broker acl` prints the rules that are needed.",
		tried_publish: "Tried to publish to {topics}.",
		published: "Published to {topics}: allowed, and acknowledged (QoS 1).",
		no_acknowledgement: "There was no acknowledgement.",
		may_not_publish: "User {user} may not publish to {topics} (code {code}).",
		denial_invisible:
			"The broker accepted each message, but it speaks only MQTT 3.1.1, which cannot report that a message was denied.",
		use_mqtt5: "To prove it, use a broker that speaks MQTT 5.",
		see_subscribe: "The step `subscribe` shows whether our own messages come back.",
	},
} as const;
