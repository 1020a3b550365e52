/** Is there anything to see in a name? Spaces, and signs that only steer other signs, are nothing. */
export const isReadable = (name: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(name);
