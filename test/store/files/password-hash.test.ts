import { expect, it, test } from "@jest/globals";
import { hashOf, isHash, isPasswordOf } from "#store/files/password-hash.ts";

const PASSWORD = "a password of mine";

it("is another each time, tells its costs and not the password, and knows it again", async () => {
	const [one, two] = [await hashOf(PASSWORD), await hashOf(PASSWORD)];
	expect(one).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
	expect(one).not.toBe(two);
	expect(one).not.toContain(PASSWORD);
	expect(isHash(one)).toBe(true);
	expect([await isPasswordOf(one, PASSWORD), await isPasswordOf(one, `${PASSWORD}!`)]).toEqual([true, false]);
	expect(await isPasswordOf(one, one)).toBe(false);
});

it("is that of RFC 7914, 12: others can make and check one", async () => {
	const salt = Buffer.from("SodiumChloride").toString("base64").replace(/=+$/, "");
	const key =
		"7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887";
	const line = `$scrypt$ln=14,r=8,p=1$${salt}$${Buffer.from(key, "hex").toString("base64").replace(/=+$/, "")}`;
	expect(await isPasswordOf(line, "pleaseletmein")).toBe(true);
});

it("is the same however a keyboard composes a letter", async () => {
	expect(await isPasswordOf(await hashOf("påsswörd åäö"), "påsswörd åäö".normalize("NFD"))).toBe(true);
});

test.each([
	"",
	"$scrypt$",
	"$scrypt$ln=14,r=8,p=5$$",
	"$scrypt$ln=30,r=8,p=5$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
	"$scrypt$ln=14,r=99,p=5$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
	"$scrypt$ln=1,r=8,p=5$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
	"$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
])("is not %j, which also costs no time", async (line) => {
	expect([isHash(line), await isPasswordOf(line, PASSWORD)]).toEqual([false, false]);
});
