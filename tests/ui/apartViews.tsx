import { useState } from "react";
import { Button } from "../../src/ui/Button.tsx";
import { Dialog } from "../../src/ui/Dialog.tsx";
import { LargeLines } from "../../src/ui/LargeLines.tsx";
import { Page } from "../../src/ui/Page.tsx";
import { PassphraseField } from "../../src/ui/PassphraseField.tsx";
import { PinPad } from "../../src/ui/PinPad.tsx";
import { SheetPage } from "../../src/ui/SheetPage.tsx";
import { TextArea } from "../../src/ui/TextArea.tsx";
import { TopBar } from "../../src/ui/TopBar.tsx";
import { safety, status } from "./bars.tsx";
import { say, type View } from "./words.ts";

const nothing = () => undefined;

const Unlock: View = ({ lang }) => {
  const [words, setWords] = useState("appel kraan wolk trein zeven");
  return (
    <>
      <TopBar title="Keukentafel" />
      <Page width="text" title={say(lang, "Ontgrendelen", "Unlock", "فتح القفل")}>
        <PassphraseField
          label={say(lang, "Uw vijf woorden", "Your five words", "كلماتك الخمس")}
          description="Ze verlaten dit apparaat niet."
          labels={{ show: say(lang, "Toon", "Show", "إظهار"), hide: "Verberg de woorden" }}
          value={words}
          onValue={setWords}
        />
        <Button variant="main" wide>
          {say(lang, "Open", "Open", "فتح")}
        </Button>
        <PinPad
          label={say(lang, "Pincode", "PIN", "الرمز")}
          labels={{ erase: "Wis", filled: (count) => `${count} van 6` }}
          error="Dat is niet de code."
          onDone={nothing}
        />
      </Page>
    </>
  );
};

const DialogView: View = ({ lang }) => {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <TopBar title="Bezoek" status={status(lang)} safety={safety(lang)} />
      <Page title="Bezoek">
        <Button onClick={() => setOpen(true)}>Open</Button>
      </Page>
      {isOpen && (
        <Dialog
          title={say(
            lang,
            "Wie kan meekijken of meeluisteren?",
            "Who can look along or listen in?",
            "من يمكنه النظر أو الاستماع؟",
          )}
          closeLabel={say(lang, "Sluit", "Close", "إغلاق")}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onClick={() => setOpen(false)}>{say(lang, "Niet nu", "Not now", "ليس الآن")}</Button>
              <Button variant="main">{say(lang, "Verder", "Continue", "متابعة")}</Button>
            </>
          }
        >
          <p>
            {say(
              lang,
              "Dit staat straks bij het antwoord.",
              "This stays with the answer.",
              "يبقى هذا مع الإجابة.",
            )}
          </p>
          <TextArea label={say(lang, "Wie?", "Who?", "من؟")} value="" />
        </Dialog>
      )}
    </>
  );
};

const Sheet: View = ({ lang }) => (
  <>
    <TopBar title="Blad" />
    <Page title="Blad om achter te laten" actions={<Button variant="main">Afdrukken</Button>}>
      <SheetPage title={say(lang, "Mijn week", "My week", "أسبوعي")}>
        <LargeLines
          label="Regels"
          lines={[
            {
              id: "1",
              parts: [
                {
                  id: "what",
                  text: say(
                    lang,
                    "Radio aan, thee zetten.",
                    "Radio on, make tea.",
                    "تشغيل الراديو وتحضير الشاي.",
                  ),
                },
                {
                  id: "when",
                  label: say(lang, "Wanneer:", "When:", "متى:"),
                  text: say(lang, "om zeven uur", "at seven", "في السابعة"),
                },
              ],
            },
            {
              id: "2",
              parts: [{ id: "what", text: say(lang, "Oma bellen.", "Call grandma.", "الاتصال بالجدة.") }],
            },
          ]}
        />
        <p className="ui-sheet-line" />
        <p className="ui-sheet-line" />
      </SheetPage>
    </Page>
  </>
);

export const apartViews = {
  unlock: Unlock,
  dialog: DialogView,
  sheet: Sheet,
} satisfies Record<string, View>;
