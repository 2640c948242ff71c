/** A number with so many decimals, and without the sign of a zero. */
export const numberText = (value: number, digits: number): string => value.toFixed(digits).replace(/^-(?=[0.]+$)/, "");
