/** Every proof, in the order in which people read them; each runs after what it needs. A new one is one file and one line here. */

import type { Proof } from "./proof.ts";
import { aclReadEscape } from "./tried/acl-read-escape.ts";
import { aclWriteEscape } from "./tried/acl-write-escape.ts";
import { anonymousRefused } from "./tried/anonymous-refused.ts";
import { brokerOutdated } from "./tried/broker-outdated.ts";
import { clientIdTheft } from "./tried/client-id-theft.ts";
import { credentials } from "./tried/credentials.ts";
import { dns } from "./tried/dns.ts";
import { listeners } from "./tried/listeners.ts";
import { login } from "./tried/login.ts";
import { oldTlsRefused } from "./tried/old-tls-refused.ts";
import { options } from "./tried/options.ts";
import { plaintextRefused } from "./tried/plaintext-refused.ts";
import { publish } from "./tried/publish.ts";
import { randomUserRefused } from "./tried/random-user-refused.ts";
import { secretFiles } from "./tried/secret-files.ts";
import { subscribe } from "./tried/subscribe.ts";
import { tcp } from "./tried/tcp.ts";
import { tls } from "./tried/tls.ts";
import { will } from "./tried/will.ts";
import { wrongPasswordRefused } from "./tried/wrong-password-refused.ts";

export const PROOFS: readonly Proof[] = [
	options,
	credentials,
	secretFiles,
	dns,
	tcp,
	tls,
	plaintextRefused,
	oldTlsRefused,
	login,
	subscribe,
	publish,
	will,
	anonymousRefused,
	wrongPasswordRefused,
	randomUserRefused,
	listeners,
	aclWriteEscape,
	aclReadEscape,
	clientIdTheft,
	brokerOutdated,
];
