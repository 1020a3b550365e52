import type { ReactNode } from "react";
import type { RecordId } from "../domain/ids.ts";
import type { RunHost } from "./host.ts";
import { helpingOf } from "./thermometerLevels.ts";
import { idsOf } from "./values.ts";
import "./instrument.css";

type Props = {
  readonly host: RunHost;
  /** "Wat helpt mij". */
  readonly title: ReactNode;
  /** Said where nothing stands on the card yet. */
  readonly empty: ReactNode;
};

/** Somebody's own first-aid card: only what helps, and from which level on. No scores, no other names. */
export function HelpCard({ host, title, empty }: Props) {
  const cards = helpingOf(host);
  return (
    <div className="help-card">
      <h2 className="help-card-title">{title}</h2>
      {cards.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ol className="help-card-lines">
          {cards.map((card) => (
            <li key={card.level}>
              <span className="thermo-level-number">{card.level}</span>
              <span className="stack stack-s">
                {card.signs !== "" && (
                  <span className="soft" dir="auto">
                    {card.signs}
                  </span>
                )}
                <span className="strong" dir="auto">
                  {card.action}
                </span>
                {idsOf(card.withChildren).length > 0 && (
                  <span className="small">
                    {idsOf(card.withChildren)
                      .map((id) => host.nameOf(id as RecordId) || id)
                      .join(", ")}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
