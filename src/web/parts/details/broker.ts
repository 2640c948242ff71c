import { known, sayAny } from "#texts/say.ts";
import type { ProofView } from "../../broker-view.ts";
import type { Html, Piece } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";

const GOOD: ReadonlySet<string> = new Set(["connected"]);
/** Only then is there an audit at night, and a button for it. */
const CONNECTED: ReadonlySet<string> = new Set([...GOOD, "access_denied"]);
const BUSY: ReadonlySet<string> = new Set(["connecting", "waiting", "none", "closed"]);

/**
 * The state of the connection, and what the last audit found. A failure is listed under concerns. Undefined if the options
 * name no broker.
 */
export function broker(context: RenderContext, view: View): Html | undefined {
	const { html, language, word, lasting, since: passed } = context;
	const { state, since, attempts = 0, host, port, user, protocol, tls } = view.broker;
	if (!view.options_valid || state === "none") return undefined;
	const how = GOOD.has(state) ? "good" : BUSY.has(state) ? "busy" : "bad";
	const good = how === "good";
	const key = `broker_${state}`;
	const details: readonly Piece[] = [
		...(host === undefined ? [] : [where(context, host, String(port ?? ""), user)]),
		...(protocol === undefined ? [] : [`MQTT ${protocol}`]),
		...(tls === undefined ? [] : [word(tls ? "broker_tls" : "broker_plain")]),
		...(good || attempts < 2 ? [] : [word("broker_attempts", { attempts })]),
	].map((text) => html`<li>${text}</li>`);
	return html`<h2>${word("broker")}</h2><p class="broker"><span class="dot ${how}" aria-hidden="true"></span> <strong>${known("page", key) ? sayAny(language, "page", key) : state}</strong>${
		since === undefined ? undefined : html` <span class="quiet">${lasting(passed(since))}</span>`
	}</p><ul class="facts">${details}</ul>${good ? undefined : html`<p class="quiet">${word("broker_apart")}</p>`}${audit(context, view)}`;
}

/** The user is unknown until the Supervisor was asked. */
const where = ({ word }: RenderContext, host: string, port: string, user: string | undefined) =>
	user ? word("broker_place", { host, port, user }) : word("broker_host", { host, port });

function audit(
	{ html, word, ago, since }: RenderContext,
	{ broker: { score, audited, proofs, state } }: View,
): Html | undefined {
	if (score === undefined || audited === undefined)
		return CONNECTED.has(state) ? html`<p class="quiet">${word("audit_none")}</p>` : undefined;
	const tried = proofs.toSorted((a, b) => weight(a) - weight(b));
	return html`<div class="audit"><p><meter min="0" max="100" low="60" high="85" optimum="100" value="${score}" aria-hidden="true"></meter> <strong>${word("score", { score })}</strong> <span class="quiet">${word("audited", { ago: ago(since(audited)) })}</span></p><details id="proofs"><summary>${word("proofs", { count: proofs.length })}</summary><ul class="proofs">${tried.map(
		({ id, verdict, message, remedy }) =>
			html`<li class="${verdict}"><span class="mark">${word(`proof_${verdict}`)}</span><div><p>${message || id}</p>${remedy === "" ? undefined : html`<p class="remedy">${remedy}</p>`}</div></li>`,
	)}</ul></details></div>`;
}

/** Failures first, then unknown results. */
const weight = ({ verdict }: ProofView) => ["problem", "unknown", "fine"].indexOf(verdict);
