/** Every proof, in the order in which people read them; each runs after what it needs. A new one is one file and one line here. */
import { aclReadEscape } from "./acl-read-escape.ts";
import { aclWriteEscape } from "./acl-write-escape.ts";
import { anonymousRefused } from "./anonymous-refused.ts";
import { brokerOutdated } from "./broker-outdated.ts";
import { clientIdTheft } from "./client-id-theft.ts";
import { credentials } from "./credentials.ts";
import { dns } from "./dns.ts";
import { listeners } from "./listeners.ts";
import { login } from "./login.ts";
import { oldTlsRefused } from "./old-tls-refused.ts";
import { options } from "./options.ts";
import { plaintextRefused } from "./plaintext-refused.ts";
import type { Proof } from "./proof.ts";
import { publish } from "./publish.ts";
import { randomUserRefused } from "./random-user-refused.ts";
import { secretFiles } from "./secret-files.ts";
import { subscribe } from "./subscribe.ts";
import { tcp } from "./tcp.ts";
import { tls } from "./tls.ts";
import { will } from "./will.ts";
import { wrongPasswordRefused } from "./wrong-password-refused.ts";

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
