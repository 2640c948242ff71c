/** Every proof, in the order in which people read them; each runs after what it needs. A new one is one file and one line here. */
import { anonymousRefused } from "./anonymous-refused.ts";
import { credentials } from "./credentials.ts";
import { dns } from "./dns.ts";
import { login } from "./login.ts";
import { options } from "./options.ts";
import type { Proof } from "./proof.ts";
import { publish } from "./publish.ts";
import { randomUserRefused } from "./random-user-refused.ts";
import { subscribe } from "./subscribe.ts";
import { tcp } from "./tcp.ts";
import { tls } from "./tls.ts";
import { will } from "./will.ts";
import { wrongPasswordRefused } from "./wrong-password-refused.ts";

export const PROOFS: readonly Proof[] = [
	options,
	credentials,
	dns,
	tcp,
	tls,
	login,
	subscribe,
	publish,
	will,
	anonymousRefused,
	wrongPasswordRefused,
	randomUserRefused,
];
