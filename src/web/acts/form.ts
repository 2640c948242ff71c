/** The form that every button of the page sends. */
export const FORM = "act";
/** The form of the guided path. */
export const SETUP_FORM = "setup-form";
/** Where the token of a person comes, in a page that is rendered once for all. No name can be the same, because names are escaped. */
export const TOKEN = '<input type="hidden" name="token" value="">';

/** The page with this token, which is base64url. */
export const withToken = (page: string, token: string): string =>
	page.replaceAll(TOKEN, TOKEN.replace('""', `"${token}"`));
