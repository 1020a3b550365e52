import { ChevronDown } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Instrument } from "../../domain/instrument.ts";
import { Button } from "../../ui/Button.tsx";
import { EarlierFold } from "./EarlierFold.tsx";
import { NoteFold } from "./NoteFold.tsx";
import { StepsFold } from "./StepsFold.tsx";
import { useFolds } from "./useFolds.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

const folds = ["note", "steps", "earlier"] as const;
type Fold = (typeof folds)[number];

type Props = {
  readonly open: OpenVisit;
  /** Tools that only the worker fills in. */
  readonly own: readonly Instrument[];
  readonly onTool: (tool: string) => void;
};

/** What is for the worker alone: folded until it is tapped, one at a time, and folded again when the tablet turns. */
export function TableFolds({ open, own, onTool }: Props) {
  const { t } = useTranslation("visit");
  const [opened, setOpened] = useFolds<Fold>();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (opened) panel.current?.scrollIntoView({ block: "nearest" });
  }, [opened]);
  return (
    <div className="stack">
      <div className="row">
        {folds.map((fold) => (
          <Button
            key={fold}
            aria-expanded={opened === fold}
            aria-controls={opened === fold ? "table-fold" : undefined}
            icon={
              <ChevronDown
                className={opened === fold ? "table-arrow table-arrow-open" : "table-arrow mirrored"}
                aria-hidden="true"
              />
            }
            onClick={() => setOpened(opened === fold ? undefined : fold)}
          >
            {t(`folds.${fold}`)}
          </Button>
        ))}
      </div>
      {opened && (
        <section ref={panel} id="table-fold" className="table-fold" aria-label={t(`folds.${opened}`)}>
          {opened === "note" && <NoteFold open={open} />}
          {opened === "steps" && <StepsFold open={open} own={own} onTool={onTool} />}
          {opened === "earlier" && <EarlierFold open={open} />}
        </section>
      )}
    </div>
  );
}
