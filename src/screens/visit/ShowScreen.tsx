import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { peopleOf } from "../../domain/people.ts";
import { firstName } from "../../reports/firstName.ts";
import { useHide } from "../../ui/Hide.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Dutch } from "./Dutch.tsx";
import { languagesOf, useFamilySay } from "./familySay.ts";
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
  const { t } = useTranslation("visit");
  const navigate = useNavigate();
  const hide = useHide();
  const { caseId, file, visit, worker } = open;
  const spoken = languagesOf(file);
  const [language, setLanguage] = useState("nl");
  const [voice, setVoice] = useState<"parent" | "child">("parent");
  const words = useFamilySay(language);
  const instrument = instrumentById(tool);
  const hasBoth = instrument?.voices.includes("parent") && instrument.voices.includes("child");
  const isChildOnly = instrument && !instrument.voices.includes("parent");
  const isWriting = tool === whatIWrite;
  const title = isWriting ? "whatIWrite.title" : `${tool}.title`;
  const said = isWriting ? words : words?.tool;
  const name = firstName(worker.name);
  return (
    <div className="family show">
      <header className="show-head">
        <IconButton
          label={t("show.back")}
          icon={<ArrowLeft className="mirrored" aria-hidden="true" />}
          onClick={() => void navigate(paths.table(caseId, visit.id))}
        />
        <span className="show-hide">{hide}</span>
      </header>
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
      <footer className="show-foot">
        {spoken.length > 1 && (
          <Segments
            label={t("show.language")}
            isLabelHidden
            options={spoken.map((one) => ({ value: one.code, label: <bdi lang={one.code}>{one.name}</bdi> }))}
            value={language}
            onPick={(code) => setLanguage(code ?? language)}
          />
        )}
        {hasBoth && peopleOf(file).some((person) => person.voice === "child") && (
          <Segments
            label={t("show.voice")}
            isLabelHidden
            options={[
              { value: "parent", label: t("show.parent") },
              { value: "child", label: t("show.child") },
            ]}
            value={voice}
            onPick={(next) => setVoice(next ?? voice)}
          />
        )}
      </footer>
    </div>
  );
}
