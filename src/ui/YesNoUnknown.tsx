import type { FieldWords } from "./Field.tsx";
import { Segments } from "./Segments.tsx";

export type YesNo = "yes" | "no" | "unknown";

type Props = FieldWords & {
  /** Without `unknown` there are two answers. */
  readonly labels: { readonly yes: string; readonly no: string; readonly unknown?: string | undefined };
  readonly value: YesNo | null;
  /** null when the chosen answer is tapped again. */
  readonly onPick: (value: YesNo | null) => void;
  readonly layout?: "under" | "beside" | undefined;
};

export function YesNoUnknown({ labels, ...rest }: Props) {
  const options: { value: YesNo; label: string }[] = [
    { value: "yes", label: labels.yes },
    { value: "no", label: labels.no },
  ];
  if (labels.unknown !== undefined) options.push({ value: "unknown", label: labels.unknown });
  return <Segments {...rest} options={options} />;
}
