import { Button } from "../../src/ui/Button.tsx";
import { StatusCorner } from "../../src/ui/StatusCorner.tsx";
import { type Lang, say } from "./words.ts";

const nothing = () => undefined;

export const status = (lang: Lang) => (
  <StatusCorner
    onClick={nothing}
    parts={[
      {
        kind: "kept",
        text: say(
          lang,
          "Opgeslagen op dit apparaat 14:32",
          "Saved on this device 14:32",
          "محفوظ على هذا الجهاز 14:32",
        ),
      },
      { kind: "waiting", text: say(lang, "3 nog niet verstuurd", "3 not sent yet", "3 لم تُرسل بعد") },
    ]}
  />
);

export const safety = (lang: Lang) => <Button>{say(lang, "Veiligheid", "Safety", "السلامة")}</Button>;
