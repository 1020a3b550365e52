import { Eye, Lock, MessageCircle, Pencil, PenLine, ShieldAlert, Users } from "lucide-react";
import { Dutch } from "./Dutch.tsx";
import type { FamilySay } from "./familySay.ts";

/** The address of this page among the tools that are shown. */
export const whatIWrite = "what-i-write";

const lines = [
  { id: "mine", Icon: PenLine },
  { id: "yours", Icon: Eye },
  { id: "change", Icon: Pencil },
  { id: "who", Icon: Users },
  { id: "choose", Icon: MessageCircle },
  { id: "safe", Icon: ShieldAlert },
  { id: "where", Icon: Lock },
] as const;

type Props = { readonly words: FamilySay; readonly worker: string };

/** "Wat schrijf ik op, en wie leest het?", in words that a family reads for itself. */
export function WhatIWrite({ words, worker }: Props) {
  const name = worker || words.say("theWorker");
  const dutchName = worker || words.second?.("theWorker") || name;
  return (
    <ul className="show-lines">
      {lines.map(({ id, Icon }) => (
        <li key={id}>
          <Icon size={34} aria-hidden="true" />
          <span>
            {words.i18n.t(`familySheets:whatIWrite.${id}`, { worker: name, lng: words.language })}
            <Dutch
              text={
                words.second &&
                words.i18n.t(`familySheets:whatIWrite.${id}`, { worker: dutchName, lng: "nl" })
              }
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
