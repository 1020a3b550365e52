import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { peopleOf } from "../../domain/people.ts";
import { firstName } from "../../reports/firstName.ts";
import { Segments } from "../../ui/Segments.tsx";
import { Dutch } from "./Dutch.tsx";
import { languagesOf, useFamilySay } from "./familySay.ts";
import { ShowHead } from "./ShowHead.tsx";
import { ShowTool } from "./ShowTool.tsx";
import { isForTable } from "./tableTools.ts";
import { type OpenVisit, useVisit } from "./VisitFrame.tsx";
import { WhatIWrite, whatIWrite } from "./WhatIWrite.tsx";
import "./visit.css";

/** "Laat zien": one tool, large, without a bar, without names, without anybody's answer. */
export function ShowScreen() {
  const open = useVisit();
  const { tool = "" } = useParams();
  const instrument = instrumentById(tool);
  const isKnown = tool === whatIWrite || (instrument && isForTable(instrument));
  if (open === undefined) return <main id="main" />;
  if (open === null) return <Navigate to={paths.families} replace />;
  if (!isKnown) return <Navigate to={paths.table(open.caseId, open.visit.id)} replace />;
  return <Shown key={tool} open={open} tool={tool} />;
}

/** In Dutch until another of the family's languages is picked. */
function Shown({ open, tool }: { readonly open: OpenVisit; readonly tool: string }) {
  const { t, i18n } = useTranslation("visit");
  const navigate = useNavigate();
  const { caseId, file, visit, worker } = open;
  const spoken = languagesOf(file);
  const [language, setLanguage] = useState("nl");
  const [voice, setVoice] = useState<"parent" | "child">("parent");
  const words = useFamilySay(language);
  const say = (key: string) => i18n.t(`familySheets:${key}`, { lng: language });
  const instrument = instrumentById(tool);
  const hasBoth = instrument?.voices.includes("parent") && instrument.voices.includes("child");
  const isChildOnly = instrument && !instrument.voices.includes("parent");
  const isWriting = tool === whatIWrite;
  const title = isWriting ? "whatIWrite.title" : `${tool}.title`;
  const said = isWriting ? words : words?.tool;
  const name = firstName(worker.name);
  return (
    <div className="family show">
      <ShowHead
        words={words}
        back={t("show.back")}
        onBack={() => void navigate(paths.table(caseId, visit.id))}
      />
      <main id="main" className="show-main" lang={language} dir={words?.dir}>
        {words && said && (
          <>
            <h1 id="page-title" tabIndex={-1}>
              {said.say(title)}
              <Dutch text={said.second?.(title)} />
            </h1>
            {isWriting && <WhatIWrite words={words} worker={name} />}
            {instrument && (
              <ShowTool
                instrument={instrument}
                voice={isChildOnly ? "child" : voice}
                words={words}
                worker={name}
              />
            )}
          </>
        )}
      </main>
      <footer className="show-foot" lang={language} dir={words?.dir}>
        {spoken.length > 1 && (
          <Segments
            label={say("show.language")}
            isLabelHidden
            options={spoken.map((one) => ({ value: one.code, label: <bdi lang={one.code}>{one.name}</bdi> }))}
            value={language}
            onPick={(code) => setLanguage(code ?? language)}
          />
        )}
        {hasBoth && peopleOf(file).some((person) => person.voice === "child") && (
          <Segments
            label={say("show.voice")}
            isLabelHidden
            options={[
              { value: "parent", label: say("show.parent") },
              { value: "child", label: say("show.child") },
            ]}
            value={voice}
            onPick={(next) => setVoice(next ?? voice)}
          />
        )}
      </footer>
    </div>
  );
}
