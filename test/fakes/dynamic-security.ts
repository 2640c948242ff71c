import { pbkdf2Sync, randomBytes } from "node:crypto";

/** A login of Mosquitto's dynamic security plugin, and the topic filters that it may use. What is not named is denied. */
export interface Account {
	readonly password: string;
	readonly publish?: readonly string[];
	readonly subscribe?: readonly string[];
	/** May not log in at all. */
	readonly disabled?: boolean;
}

/** The plugin's own file, in the form that 2.0 and 2.1 read: a role for each login. */
export const securityFile = (accounts: Readonly<Record<string, Account>>): string => {
	const named = Object.entries(accounts);
	return JSON.stringify({
		defaultACLAccess: { publishClientSend: false, publishClientReceive: true, subscribe: false, unsubscribe: true },
		clients: named.map(([username, { password, disabled = false }]) => ({
			username,
			...hashed(password),
			disabled,
			roles: [{ rolename: `role-${username}` }],
		})),
		groups: [],
		roles: named.map(([username, { publish = [], subscribe = [] }]) => ({
			rolename: `role-${username}`,
			acls: [
				...publish.map((topic) => ({ acltype: "publishClientSend", topic, allow: true })),
				...subscribe.map((topic) => ({ acltype: "subscribePattern", topic, allow: true })),
			],
		})),
	});
};

/** 2.0 takes a salt of 12 bytes and a key of 64 only. */
const hashed = (password: string) => {
	const salt = randomBytes(12);
	const key = pbkdf2Sync(password, salt, ITERATIONS, 64, "sha512");
	return { password: key.toString("base64"), salt: salt.toString("base64"), iterations: ITERATIONS };
};
const ITERATIONS = 101;
