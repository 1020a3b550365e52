import type { Option } from "./Choice.tsx";
import type { FieldWords } from "./Field.tsx";
import { Group } from "./Group.tsx";
import { Tick } from "./Tick.tsx";

type Props<V extends string> = FieldWords & {
  readonly options: readonly Option<V>[];
  readonly values: readonly V[];
  readonly onTick: (value: V, isTicked: boolean) => void;
  readonly layout?: "list" | "grid" | "row" | undefined;
};

/** Any of several, as cards. */
export function Ticks<V extends string>(props: Props<V>) {
  const { options, values, onTick, layout = "grid", ...words } = props;
  return (
    <Group {...words}>
      {(group) => (
        // biome-ignore lint/a11y/useSemanticElements: the label of a fieldset cannot hold the chips beside it
        <div {...group} role="group" className={`ui-options ui-options-${layout}`}>
          {options.map((option) => (
            <Tick
              key={option.value}
              {...option}
              isTicked={values.includes(option.value)}
              onTick={(isTicked) => onTick(option.value, isTicked)}
            />
          ))}
        </div>
      )}
    </Group>
  );
}
