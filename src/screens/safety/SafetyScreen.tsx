import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { useCaseFile } from "../../app/useCase.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { type CaseId, familyRecord, type RecordId, recordIdFrom } from "../../domain/ids.ts";
import { isChild, peopleOf } from "../../domain/people.ts";
import { openVisitOf } from "../../domain/visit.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Page } from "../../ui/Page.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Shell } from "../Shell.tsx";
import { ChildBegan } from "./ChildBegan.tsx";
import { Decisions } from "./Decisions.tsx";
import { ForNow } from "./ForNow.tsx";
import { Numbers } from "./Numbers.tsx";
import { ThreeQuestions } from "./ThreeQuestions.tsx";
import { useForNow } from "./useForNow.ts";
import "./safety.css";

/** Quiet and short: three questions, three numbers. Read in seconds, harmless to see from across the table. */
export function SafetyScreen() {
  const { t } = useTranslation("safety");
  const caseId = useParams().family as CaseId;
  const file = useCaseFile(caseId);
  const worker = useApp((state) => state.worker);
  const [query] = useSearchParams();
  const talk = query.get("talk");
  const visit = file && openVisitOf(file)?.id;
  const home = visit ? paths.table(caseId, visit) : paths.family(caseId);
  return (
    <Shell title={t("title")} back={talk ? paths.safety(caseId) : home}>
      {file && worker && talk && <ChildBegan file={file} talk={talk as RecordId} visit={visit} />}
      {file && worker && !talk && <Safety file={file} visit={visit} worker={worker.id} />}
    </Shell>
  );
}

type Props = {
  readonly file: CaseFile;
  readonly visit: RecordId | undefined;
  readonly worker: RecordId;
};

function Safety({ file, visit, worker }: Props) {
  const { t } = useTranslation("safety");
  const [query, setQuery] = useSearchParams();
  const children = peopleOf(file).filter(isChild);
  const only = children.length === 1 ? children[0]?.id : undefined;
  const about = children.find((child) => child.id === query.get("about"))?.id ?? only ?? familyRecord;
  const forNow = useForNow({ file, visit, worker, about });
  const change = (values: { readonly [key: string]: string }) =>
    setQuery(
      (now) => {
        for (const [key, value] of Object.entries(values)) now.set(key, value);
        return now;
      },
      { replace: true },
    );
  const newTalk = () => recordIdFrom(crypto.getRandomValues(new Uint8Array(16)));
  return (
    <Page title={t("title")} isTitleHidden>
      <div className="safety-page">
        <div className="stack stack-l">
          {children.length > 1 && (
            <Segments
              label={t("aboutWhom")}
              isLabelHidden
              options={[
                { value: familyRecord as string, label: t("allChildren") },
                ...children.map((child) => ({ value: child.id as string, label: child.name })),
              ]}
              value={about}
              onPick={(picked) => picked && change({ about: picked })}
            />
          )}
          <ThreeQuestions file={file} about={about} value={forNow.value} write={forNow.write} />
          <ForNow file={file} forNow={forNow} />
        </div>
        <div className="stack stack-l">
          <Numbers />
          <div className="stack">
            <ButtonLink
              wide
              to={paths.tool(file.case, visit, "alarm-signals", about === familyRecord ? {} : { about })}
            >
              {t("signals")}
            </ButtonLink>
            <Button wide onClick={() => setQuery({ talk: newTalk() })}>
              {t("childBegan.open")}
            </Button>
          </div>
          <Decisions file={file} current={forNow.record} />
        </div>
      </div>
    </Page>
  );
}
