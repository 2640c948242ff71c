/** The form that every button of the page sends. */
export const FORM = "act";
/** Stands for the token of a person, in a page that is rendered once for all. */
export const TOKEN = "token-of-this-person";
