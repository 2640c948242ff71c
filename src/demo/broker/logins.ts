import { randomInt } from "node:crypto";

/** Letters and digits alone: a double click takes all of it, and no shell minds it. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** 22 characters of 62 are 130 bits. */
const LENGTH = 22;

/** A password that need not be remembered, with at least 128 random bits. */
export const freshPassword = (): string =>
	Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
