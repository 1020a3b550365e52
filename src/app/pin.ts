/** One digit six times, a row up or down, or two digits in turn: what a neighbour at the table tries first. */
export function isGuessable(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]));
  const isEven = steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 0) <= 1;
  const isInTurn = [...pin].every((digit, index) => digit === pin[index % 2]);
  return isEven || isInTurn;
}
