import { Volume2 } from "lucide-react";
import { useState } from "react";
import { Ask } from "../../src/ui/Ask.tsx";
import { Button } from "../../src/ui/Button.tsx";
import { Choice } from "../../src/ui/Choice.tsx";
import type { Colour } from "../../src/ui/ColourMark.tsx";
import { ExtraAnswers } from "../../src/ui/ExtraAnswers.tsx";
import { ProgressDots } from "../../src/ui/ProgressDots.tsx";
import { Scale } from "../../src/ui/Scale.tsx";
import { Stoplight } from "../../src/ui/Stoplight.tsx";
import { TextArea } from "../../src/ui/TextArea.tsx";
import { Thermometer } from "../../src/ui/Thermometer.tsx";
import { dirOf, type Lang, say, type View } from "./words.ts";

const nothing = () => undefined;

const bars = (lang: Lang) => ({
  lang,
  dir: dirOf(lang),
  who: say(lang, "Ilse", "Ilse", "إلسه"),
  progress: <ProgressDots label={say(lang, "1 van 3", "1 of 3", "1 من 3")} count={3} current={0} />,
  stop: <Button>{say(lang, "Stop", "Stop", "توقف")}</Button>,
  actions: (
    <>
      <Button icon={<Volume2 aria-hidden="true" />}>{say(lang, "Lees voor", "Read aloud", "استمع")}</Button>
      <Button>{say(lang, "Terug", "Back", "رجوع")}</Button>
      <Button variant="main">{say(lang, "Verder", "Next", "التالي")}</Button>
    </>
  ),
});

const second = (lang: Lang, text: string) => (lang === "nl" ? undefined : { text, lang: "nl" });

const Extra = ({ lang }: { lang: Lang }) => (
  <ExtraAnswers
    label={say(lang, "Andere antwoorden", "Other answers", "إجابات أخرى")}
    value={null}
    onPick={nothing}
    options={[
      { value: "unknown", label: say(lang, "Weet ik niet", "I don't know", "لا أعرف") },
      { value: "declined", label: say(lang, "Zeg ik liever niet", "I'd rather not say", "أفضل ألا أقول") },
    ]}
  />
);

const AskScale: View = ({ lang }) => {
  const [value, setValue] = useState<number | null>(6);
  const question = say(
    lang,
    "Hoe veilig vindt u het thuis voor Sanne?",
    "How safe do you think home is for Sanne?",
    "ما مدى أمان البيت لسانه برأيك؟",
  );
  return (
    <Ask
      {...bars(lang)}
      question={question}
      second={second(lang, "Hoe veilig vindt u het thuis voor Sanne?")}
      extra={<Extra lang={lang} />}
    >
      <Scale
        label={question}
        isLabelHidden
        value={value}
        onPick={setValue}
        ends={{
          low: say(lang, "helemaal niet veilig", "not safe at all", "غير آمن على الإطلاق"),
          high: say(lang, "helemaal veilig", "completely safe", "آمن تماماً"),
        }}
      />
    </Ask>
  );
};

const AskLadder: View = ({ lang }) => {
  const [value, setValue] = useState<number | null>(null);
  const question = say(
    lang,
    "Hoe veilig voel jij je thuis?",
    "How safe do you feel at home?",
    "كم تشعر بالأمان في البيت؟",
  );
  return (
    <Ask
      {...bars(lang)}
      question={question}
      second={second(lang, "Hoe veilig voel jij je thuis?")}
      extra={<Extra lang={lang} />}
    >
      <Scale
        label={question}
        isLabelHidden
        layout="ladder"
        value={value}
        onPick={setValue}
        ends={{
          low: say(lang, "0: helemaal niet veilig", "0: not safe at all", "0: غير آمن على الإطلاق"),
          high: say(lang, "10: helemaal veilig", "10: completely safe", "10: آمن تماماً"),
        }}
      />
    </Ask>
  );
};

const AskStoplight: View = ({ lang }) => {
  const [colour, setColour] = useState<Colour | null>("orange");
  const question = say(lang, "Hoe voelt het nu?", "How does it feel now?", "كيف تشعر الآن؟");
  const dutch = (text: string) =>
    lang === "nl" ? undefined : (
      <span lang="nl" dir="ltr">
        {text}
      </span>
    );
  return (
    <Ask
      {...bars(lang)}
      question={question}
      second={second(lang, "Hoe voelt het nu?")}
      extra={<Extra lang={lang} />}
    >
      <Stoplight
        label={question}
        isLabelHidden
        value={colour}
        onPick={setColour}
        lights={{
          red: {
            word: say(lang, "Rood", "Red", "أحمر"),
            text: say(
              lang,
              "Het wordt te veel. Stop nu. Pak uw kaart.",
              "It gets too much. Stop now. Take your card.",
              "الأمر يفوق طاقتي. أتوقف الآن. آخذ بطاقتي.",
            ),
            second: dutch("Rood: het wordt te veel. Stop nu. Pak uw kaart."),
          },
          orange: {
            word: say(lang, "Oranje", "Orange", "برتقالي"),
            text: say(
              lang,
              "Niet fijn. Het lukt nog. Stop, denk, doe.",
              "Not nice. It still works. Stop, think, do.",
              "ليس جيداً، ما زال ممكناً. أتوقف، أفكر، أفعل.",
            ),
            second: dutch("Oranje: niet fijn. Het lukt nog. Stop, denk, doe."),
          },
          green: {
            word: say(lang, "Groen", "Green", "أخضر"),
            text: say(lang, "Goed gevoel, ga door.", "A good feeling, go on.", "جيد، أستمر."),
            second: dutch("Groen: goed gevoel, ga door."),
          },
        }}
      />
    </Ask>
  );
};

const AskThermometer: View = ({ lang }) => {
  const [value, setValue] = useState<number | null>(6);
  const question = say(
    lang,
    "Hoe vol is uw hoofd nu?",
    "How full is your head now?",
    "ما مدى امتلاء رأسك الآن؟",
  );
  return (
    <Ask {...bars(lang)} question={question} second={second(lang, "Hoe vol is uw hoofd nu?")}>
      <Thermometer
        label={question}
        isLabelHidden
        layout="turning"
        value={value}
        onPick={setValue}
        noReturn={{
          level: 8,
          label: say(
            lang,
            "Vanaf hier lukt stoppen bijna niet",
            "From here on, stopping hardly works",
            "من هنا يصعب التوقف",
          ),
        }}
      />
    </Ask>
  );
};

const AskChoice: View = ({ lang }) => {
  const [value, setValue] = useState<string | null>("mama");
  const question = say(lang, "Wie mag dit weten?", "Who may know this?", "من يمكنه أن يعرف؟");
  return (
    <Ask {...bars(lang)} question={question} second={second(lang, "Wie mag dit weten?")}>
      <Choice
        label={question}
        isLabelHidden
        value={value}
        onPick={setValue}
        options={[
          { value: "mama", label: say(lang, "Mama", "Mum", "أمي") },
          { value: "papa", label: say(lang, "Papa", "Dad", "أبي") },
          { value: "other", label: say(lang, "Iemand anders", "Somebody else", "شخص آخر") },
          { value: "worker", label: say(lang, "Alleen Marit", "Only Marit", "ماريت فقط") },
        ]}
      />
      <TextArea
        label={say(
          lang,
          "Wil je er iets bij zeggen?",
          "Do you want to add something?",
          "هل تريد أن تضيف شيئاً؟",
        )}
        value=""
      />
    </Ask>
  );
};

export const askViews = {
  askScale: AskScale,
  askLadder: AskLadder,
  askStoplight: AskStoplight,
  askThermometer: AskThermometer,
  askChoice: AskChoice,
} satisfies Record<string, View>;
