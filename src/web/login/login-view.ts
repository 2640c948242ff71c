import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";

export interface LoginShown {
	/** Where it leads then. */
	readonly back: string;
	/** What the form has to send along. */
	readonly form: string;
	readonly username: string;
	readonly problem?: "wrong" | "wait" | "busy" | "expired" | "cookies";
	/** To wait. */
	readonly seconds?: number;
	readonly stays?: boolean;
}

const MINUTE = 60;

/** The login page. The name is there for password managers. */
export function loginPage(context: RenderContext, shown: LoginShown): Html {
	const { html, word, raw } = context;
	const { back, form, username, stays = false } = shown;
	const said = problemText(context, shown);
	const about = said === undefined ? "" : ' aria-describedby="login-problem" aria-invalid="true"';
	const body = html`<main><div class="view login"><section class="part"><h1>${word("login")}</h1>${said === undefined ? undefined : html`<p class="wrong" id="login-problem" role="alert">${said}</p>`}
<form method="post" action="login"><input type="hidden" name="form" value="${form}"><input type="hidden" name="next" value="${back}">
<p class="field"><label for="username">${word("login_user")}</label><input id="username" name="username" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" readonly></p>
<p class="field"><label for="password">${word("login_password")}</label><input id="password" name="password" type="password" autocomplete="current-password" autocapitalize="none" spellcheck="false" required autofocus${raw(about)}></p>
<p class="check"><input id="stay" name="stay" value="yes" type="checkbox"${raw(stays ? " checked" : "")}><label for="stay">${word("login_stay")}</label></p>
<button class="btn go">${word("login")}</button></form>
<p class="quiet">${word("login_forgotten")} <code>solar-heating page set-password</code></p></section></div></main>`;
	return framed(context, body);
}

/** Asks for the login page once more, from itself. */
export function onceMore(context: RenderContext, back: string): Html {
	const { html, word } = context;
	const to = `login?again=1${back === "" ? "" : `&next=${encodeURIComponent(back)}`}`;
	return framed(
		context,
		html`<main><div class="view login"><p><a href="${to}">${word("login")}</a></p></div></main>`,
		html`<meta http-equiv="refresh" content="0;url=${to}">`,
	);
}

function framed({ html, word, language }: RenderContext, body: Html, head?: Html): Html {
	return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${word("login")}: Solar Heating</title><link rel="icon" href="data:,">${head}<link rel="stylesheet" href="page.css"></head>
<body><nav aria-label="Solar Heating"><strong>Solar Heating</strong></nav>${body}</body></html>
`;
}

function problemText({ word }: RenderContext, { problem, seconds = 0 }: LoginShown): string | undefined {
	switch (problem) {
		case undefined:
			return undefined;
		case "wait":
			return seconds <= 2 * MINUTE
				? word("login_wait_seconds", { seconds })
				: word("login_wait_minutes", { minutes: Math.ceil(seconds / MINUTE) });
		case "wrong":
			return word("login_wrong");
		case "busy":
			return word("login_busy");
		case "expired":
			return word("login_expired");
		case "cookies":
			return word("login_cookies");
	}
}
