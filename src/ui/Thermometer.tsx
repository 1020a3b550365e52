import { type ReactNode, useSyncExternalStore } from "react";
import type { FieldWords } from "./Field.tsx";
import { Group } from "./Group.tsx";
import { moveFocusAmongRadios, tabStop } from "./radioKeys.ts";
import "./Thermometer.css";

const levels: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

type Props = FieldWords & {
  readonly value: number | null;
  /** Without it the thermometer is a picture, with `label` as its words. */
  readonly onPick?: ((level: number) => void) | undefined;
  /** From this level on, stopping hardly works: a dashed line beneath it, with its words. */
  readonly noReturn?: { readonly level: number; readonly label: string } | undefined;
  /** Words at 0 and at 10; a second language may stand beneath each. */
  readonly ends?: { readonly low: ReactNode; readonly high: ReactNode } | undefined;
  /** `upright`, `lying` from start to end, or `turning`: lying where the screen is wide. */
  readonly layout?: "upright" | "lying" | "turning" | undefined;
};

const wideScreen = "(min-width: 1000px) and (orientation: landscape)";

function watchWidth(onChange: () => void): () => void {
  const query = matchMedia(wideScreen);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** Fills up to the level that is tapped. */
export function Thermometer({ value, onPick, noReturn, ends, layout = "upright", ...words }: Props) {
  const isWide = useSyncExternalStore(
    watchWidth,
    () => matchMedia(wideScreen).matches,
    () => false,
  );
  const chosen = value ?? -1;
  const picture = (
    <div className="ui-thermo-drawing" aria-hidden="true">
      <span className="ui-thermo-tube">
        {value !== null && <span className="ui-thermo-fill" style={{ "--level": value }} />}
      </span>
      <span className="ui-thermo-bulb" />
      {noReturn && (
        <span
          className="ui-thermo-line"
          data-late={noReturn.level > 5 || undefined}
          style={{ "--level": noReturn.level }}
        >
          <span className="ui-thermo-line-words">{noReturn.label}</span>
        </span>
      )}
    </div>
  );
  const endWords = ends && (
    <div className="ui-thermo-ends">
      <span>{ends.low}</span>
      <span>{ends.high}</span>
    </div>
  );
  const lies = layout === "lying" || (layout === "turning" && isWide);
  const className = `ui-thermo ui-thermo-${lies ? "lying" : "upright"}`;
  if (!onPick) {
    return (
      <div className="ui-thermo-frame">
        <div role="img" aria-label={words.label} className={className}>
          {picture}
          <div className="ui-thermo-levels">
            {levels.map((level) => (
              <span key={level} className="ui-thermo-mark" data-chosen={level === chosen || undefined}>
                {level}
              </span>
            ))}
          </div>
          {endWords}
        </div>
        {ends && (
          <p className="visually-hidden">
            {ends.low} · {ends.high}
          </p>
        )}
      </div>
    );
  }
  return (
    <Group {...words}>
      {(group) => (
        <div className="ui-thermo-frame">
          <div className={className}>
            {picture}
            <div
              {...group}
              role="radiogroup"
              className="ui-thermo-levels"
              data-rising=""
              onKeyDown={moveFocusAmongRadios}
            >
              {levels.map((level) => (
                // biome-ignore lint/a11y/useSemanticElements: a native radio picks while the arrow keys pass over it
                <button
                  key={level}
                  type="button"
                  role="radio"
                  aria-checked={level === chosen}
                  tabIndex={tabStop(level, chosen)}
                  className="ui-thermo-level"
                  style={{ "--level": level }}
                  onClick={() => onPick(level)}
                >
                  {level}
                </button>
              ))}
            </div>
            {endWords}
          </div>
          {noReturn && (
            <p className="visually-hidden">
              {noReturn.level}: {noReturn.label}
            </p>
          )}
        </div>
      )}
    </Group>
  );
}
