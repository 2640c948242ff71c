import { randomInt } from "node:crypto";

/** Only letters and digits: a double click selects all of it, and no shell needs quotes. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** 22 characters of 62 are 130 bits. */
const LENGTH = 22;

/** A password with at least 128 random bits. It need not be remembered. */
export const freshPassword = (): string =>
	Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
