/** What the strict readers of this folder share: a value from outside is looked at property by property. */

export const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

export const isText = (value: unknown, longest: number): value is string =>
  typeof value === "string" && value.length <= longest;

export const isHex = (value: unknown, bytes: number): value is string =>
  typeof value === "string" && value.length === bytes * 2 && /^[0-9a-f]*$/.test(value);

/** A whole number from 0 on. */
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** No more keys than these, so that nothing rides along unseen. */
export function hasExactly<K extends string>(
  value: unknown,
  keys: readonly K[],
): value is { [key in K]: unknown } {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length === keys.length &&
    keys.every((key) => Object.hasOwn(value, key))
  );
}
