import { type CaseFile, textAt } from "../domain/casefile.ts";
import { peopleOf, personFields } from "../domain/people.ts";

const digitsOf = (text: string): string => text.replaceAll(/\D/g, "");

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s.,-]+/g, " ")
    .trim();

/** A Dutch postcode, an e-mail address, or a street with a number: none of them stands on a sheet. */
const addressLike: readonly RegExp[] = [
  /\b[1-9]\d{3}\s?[A-Z]{2}\b/,
  /\S+@\S+\.\S+/,
  /\p{L}*(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|pad|steeg|street|road|avenue)\s+\d+/iu,
];

/** Pieces of what was written of a secret address or number that are long enough to give it away. */
function secretPieces(file: CaseFile): readonly string[] {
  return peopleOf(file)
    .filter((person) => person.secretAddress)
    .flatMap(({ id }) => [textAt(file, id, personFields.contact), textAt(file, id, personFields.livesWith)])
    .flatMap((text) => [text, ...text.split(/[\n,;]/)])
    .filter((piece) => plain(piece).length >= 4 && /\d/.test(piece));
}

/** Do these words hold a secret address or number, or anything that looks like an address? */
export function holdsAddress(file: CaseFile, text: string): boolean {
  if (addressLike.some((pattern) => pattern.test(text))) return true;
  const [words, digits] = [plain(text), digitsOf(text)];
  return secretPieces(file).some((piece) => {
    const number = digitsOf(piece);
    return words.includes(plain(piece)) || (number.length >= 6 && digits.includes(number));
  });
}
