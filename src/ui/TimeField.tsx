import { ExactField } from "./ExactField.tsx";
import type { FieldWords } from "./Field.tsx";

type Props = FieldWords & {
  /** `14:30`, or empty. */
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly isReadOnly?: boolean | undefined;
};

export function TimeField(props: Props) {
  return <ExactField kind="time" {...props} />;
}
