/**
 * Whether these four bytes can be what boards of Sequent Microsystems say of themselves: hardware and firmware, major and
 * minor. Chips of other makes that may be at their addresses, such as INA219, LM75 and ADS1115, answer otherwise.
 */
export function isVersion([hardware = 0xff, half = 0xff, firmware = 0, minor = 0xff]: Uint8Array): boolean {
	return hardware <= 20 && half <= 99 && firmware >= 1 && firmware <= 20 && minor <= 99;
}
