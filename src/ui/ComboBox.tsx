import { ChevronDown } from "lucide-react";
import {
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  ComboBox as ReactAriaComboBox,
} from "react-aria-components/ComboBox";
import "./Button.css";
import "./ComboBox.css";
import "./Field.css";

type Choosable = { readonly id: string; readonly label: string };

type Props = {
  readonly label: string;
  readonly openLabel: string;
  readonly options: readonly Choosable[];
  /** What stands in the field: an option's words, or words of one's own. */
  readonly value: string;
  readonly onValue: (text: string) => void;
  /** An option was chosen. */
  readonly onPick: (id: string) => void;
};

/** Type or choose. Weighs far more than `Select`: only for screens that load later. */
export function ComboBox({ label, openLabel, options, value, onValue, onPick }: Props) {
  return (
    <ReactAriaComboBox
      className="ui-field"
      allowsCustomValue
      defaultItems={options}
      menuTrigger="focus"
      inputValue={value}
      onInputChange={onValue}
      onChange={(key) => {
        if (key === null) return;
        const id = String(key);
        onPick(id);
        onValue(options.find((option) => option.id === id)?.label ?? "");
      }}
    >
      <Label className="ui-field-label">{label}</Label>
      <div className="ui-input-with-end">
        <Input className="ui-input" autoComplete="off" autoCorrect="off" spellCheck={false} dir="auto" />
        <Button className="ui-button ui-button-plain ui-icon-button" aria-label={openLabel}>
          <ChevronDown size={22} aria-hidden="true" />
        </Button>
      </div>
      <Popover className="ui-combo-list" offset={6}>
        <ListBox<Choosable>>
          {(option) => (
            <ListBoxItem id={option.id} className="ui-combo-option">
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ReactAriaComboBox>
  );
}
