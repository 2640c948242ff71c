/** Every proof in reading order; each runs after those it needs. To add one, write one file and one line here. */

import type { Proof } from "./proof.ts";
import { dns } from "./tried/access/dns.ts";
import { login } from "./tried/access/login.ts";
import { publish } from "./tried/access/publish.ts";
import { subscribe } from "./tried/access/subscribe.ts";
import { tcp } from "./tried/access/tcp.ts";
import { tls } from "./tried/access/tls.ts";
import { will } from "./tried/access/will.ts";
import { brokerOutdated } from "./tried/installation/broker-outdated.ts";
import { credentials } from "./tried/installation/credentials.ts";
import { listeners } from "./tried/installation/listeners.ts";
import { options } from "./tried/installation/options.ts";
import { secretFiles } from "./tried/installation/secret-files.ts";
import { oldTlsRefused } from "./tried/refusals/old-tls-refused.ts";
import { plaintextRefused } from "./tried/refusals/plaintext-refused.ts";
import { anonymousRefused, randomUserRefused, wrongPasswordRefused } from "./tried/refusals/strangers-refused.ts";
import { aclReadEscape } from "./tried/rights/acl-read-escape.ts";
import { aclWriteEscape } from "./tried/rights/acl-write-escape.ts";
import { clientIdTheft } from "./tried/rights/client-id-theft.ts";

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
