import { Info } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Instrument } from "../../domain/instrument.ts";
import { Explained } from "../../instrument/Terms.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Warnings } from "./Warnings.tsx";

/** What a tool is for, what it is not, and where it comes from. */
export function AboutTool({ instrument }: { readonly instrument: Instrument }) {
  const { t } = useTranslation(["tools", "instruments"]);
  const [isOpen, setOpen] = useState(false);
  const base = `instruments:${instrument.id}`;
  return (
    <>
      <Button variant="quiet" icon={<Info aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t("aboutTool.open")}
      </Button>
      {isOpen && (
        <Dialog title={t(`${base}.title`)} closeLabel={t("aboutTool.close")} onClose={() => setOpen(false)}>
          <div className="stack">
            <p>
              <Explained text={t(`${base}.purpose`)} />
            </p>
            <Warnings instrument={instrument} />
            <p className="soft">{t("aboutTool.handbook")}</p>
            {instrument.credit && (
              <p className="soft">
                <Explained text={t(`${base}.credit`)} />
              </p>
            )}
          </div>
        </Dialog>
      )}
    </>
  );
}
