import { randomBytes } from "node:crypto";
import { type Sentence, says } from "#model/sentences/sentence.ts";
import type { AsIs, Credentials, Protocol } from "#mqtt/broker.ts";
import { type Class, type Target, userOf } from "../../proof.ts";
import { type Near, nearPasswords, otherCase } from "./near.ts";

/** A client that a broker must refuse. Each uses one way in which brokers were found to admit strangers. */
export interface Stranger {
	/** How it tries to log in. */
	readonly how: Sentence;
	readonly login: AsIs;
	/** The class for an accepted stranger, and the remedy. */
	readonly accepted: Class;
	readonly remedy: readonly Sentence[];
	/** Protocols to try even if few refusals are wanted. */
	readonly few: readonly Protocol[];
}

/** The users of a broker. */
export interface Known {
	readonly own: Credentials;
	/** Names of other users. */
	readonly others: readonly string[];
	/** Those whose password may be their name. That is bad, but not the broker's fault. */
	readonly namesakes?: readonly string[];
}

/** More users would show nothing new, and each costs several refused logins. */
const MOST = 3;
const CLOSE_IT = says("close_it");

/** Every kind of stranger, by the id of its proof. */
export const STRANGERS = {
	anonymous_refused: () => [
		always(anonymous(says("came_anonymous"), {}), [5, 4]),
		anonymous(says("came_empty_name"), { username: "", password: "" }),
	],
	wrong_password_refused: ({ own }) => [
		always(wrong(says("came_wrong_password", { user: userOf(own) }), own.username, anyPassword())),
		...emptyHanded(own.username),
		...nearPasswords(own).map((near) => nearly(near, own)),
	],
	random_user_refused: ({ own, others, namesakes = [] }) => [
		always(madeUp(says("came_random_user"), anyPassword()), own.password === "" ? [5] : []),
		madeUp(says("came_random_user_empty"), ""),
		madeUp(says("came_random_user_without")),
		// A broker that accepts every login accepts this one too.
		...(own.password === "" ? [] : [always(madeUp(says("came_random_user_our_password"), own.password))]),
		...otherCase(own.username).map((username) => underOurPassword(own, username)),
		...others
			.filter((name) => name !== own.username)
			.slice(0, MOST)
			.flatMap((name) => [
				...another(own, name),
				...(own.password === name || namesakes.includes(name) ? [] : [named(name)]),
			]),
	],
} satisfies Readonly<Record<string, (known: Known) => readonly Stranger[]>>;

export const knownTo = ({ broker, others = [] }: Target): Known => ({ own: broker, others });

/** Tried even if few refusals are wanted. */
const always = (stranger: Stranger, few: readonly Protocol[] = [5]): Stranger => ({ ...stranger, few });

const anonymous = (how: Sentence, login: AsIs): Stranger => ({
	how,
	login,
	accepted: "anonymous-allowed",
	remedy: [says("anonymous_mend"), CLOSE_IT],
	few: [],
});

const wrong = (how: Sentence, username: string, password: string): Stranger => ({
	how,
	login: { username, password },
	accepted: "wrong-password-accepted",
	remedy: [says("wrong_password_mend"), CLOSE_IT],
	few: [],
});

const nearly = ({ how, password }: Near, { username }: Credentials): Stranger => wrong(how, username, password);

/** An empty password and no password differ on the wire, and plugins treat them differently. */
const emptyHanded = (user: string): readonly Stranger[] => {
	const accepted = { accepted: "empty-password-accepted", remedy: [says("empty_password_mend"), CLOSE_IT] } as const;
	return [
		{ how: says("came_empty_password", { user }), login: { username: user, password: "" }, ...accepted, few: [5] },
		{ how: says("came_without_password", { user }), login: { username: user }, ...accepted, few: [] },
	];
};

const madeUp = (how: Sentence, password?: string): Stranger => ({
	how,
	login: { username: anyName(), ...(password !== undefined && { password }) },
	accepted: "random-user-accepted",
	remedy: [says("random_user_mend"), CLOSE_IT],
	few: [],
});

/** Another user name with our password, for plugins that check only the password. */
const underOurPassword = ({ password }: Credentials, user: string): Stranger => ({
	how: says("came_other_name", { user }),
	login: { username: user, password },
	accepted: "other-name-accepted",
	remedy: [says("other_name_mend"), CLOSE_IT],
	few: [],
});

const another = (own: Credentials, name: string): readonly Stranger[] => [
	...(own.password === "" ? [wrong(says("came_wrong_password", { user: name }), name, anyPassword())] : []),
	...(own.password === "" ? [] : [underOurPassword(own, name)]),
	...emptyHanded(name),
];
const named = (user: string): Stranger => wrong(says("came_name_as_password", { user }), user, user);

const anyPassword = (): string => randomBytes(16).toString("hex");
const anyName = (): string => `solar_heating_proof_${randomBytes(8).toString("hex")}`;
