const MICROS_PER_DOLLAR = 1_000_000;

/** Micro-dollars as an exact enough price: "$1.37", "$0.0423", "$0.0650"; nothing is "free". */
export function formatCost(micros: number): string {
  if (micros === 0) return 'free';
  const dollars = micros / MICROS_PER_DOLLAR;
  if (dollars >= 1) return `$${dollars.toFixed(2)}`;
  // Hundredths of a cent, as a page read aloud costs; what is still less is told to the micro-dollar.
  return `$${dollars.toFixed(dollars >= 0.000_05 ? 4 : 6)}`;
}

/** Micro-dollars as an expectation: "about $0.42". */
export function formatAbout(micros: number): string {
  if (micros === 0) return 'nothing';
  return `about ${formatLimit(micros)}`;
}

/** Micro-dollars as what is not passed: "$0.42", rounded up. */
export function formatLimit(micros: number): string {
  const cents = Math.ceil(micros / 10_000);
  return cents <= 1 ? 'a cent' : `$${(cents / 100).toFixed(2)}`;
}

/** A cap: "$3", "$2.50". */
export function formatCap(micros: number): string {
  const dollars = micros / MICROS_PER_DOLLAR;
  return `$${Number.isInteger(dollars) ? dollars : dollars.toFixed(2)}`;
}
