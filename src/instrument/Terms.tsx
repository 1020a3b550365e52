import { CircleHelp } from "lucide-react";
import { createContext, Fragment, type ReactNode, useContext, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/Dialog.tsx";
import { explainedIn, glossaryIn, type Said, type Term } from "./glossary.ts";
import "./terms.css";

const Explanations = createContext<ReadonlyMap<string, readonly Said[]> | undefined>(undefined);

type ScopeProps = {
  /** What stands in this section, from top to bottom. */
  readonly texts: readonly string[];
  /** What stands above it, and explains its own terms. */
  readonly before?: readonly string[] | undefined;
  readonly children: ReactNode;
};

/** A section in which each term of the method is explained once: where it is first said. For workers' screens only. */
export function TermScope({ texts, before, children }: ScopeProps) {
  const { i18n } = useTranslation("instruments");
  const glossary = glossaryIn(i18n);
  const written = JSON.stringify([texts, before ?? []]);
  const explained = useMemo(() => {
    const [own, above] = JSON.parse(written) as [string[], string[]];
    return explainedIn(glossary, own, above);
  }, [glossary, written]);
  return <Explanations value={explained}>{children}</Explanations>;
}

/** What stands outside a scope, or comes up in it later on, explains its own terms. */
function useTerms(texts: readonly string[]): readonly Said[] {
  const { i18n } = useTranslation("instruments");
  const explained = useContext(Explanations);
  const glossary = glossaryIn(i18n);
  const others = explainedIn(
    glossary,
    texts.filter((text) => !explained?.has(text)),
  );
  return texts.flatMap((text) => explained?.get(text) ?? others.get(text) ?? []);
}

/** Words to read, in which a term of the method opens its explanation. Reads, and is read aloud, as the plain words. */
export function Explained({ text }: { readonly text: string }) {
  const found = useTerms([text]);
  let from = 0;
  return (
    <>
      {found.map(({ term, at, said }) => {
        const before = text.slice(from, at);
        from = at + said.length;
        return (
          <Fragment key={term.id}>
            {before}
            <TermButton term={term}>{said}</TermButton>
          </Fragment>
        );
      })}
      {text.slice(from)}
    </>
  );
}

/** The terms in a field's label, beside it: the label itself stays plain words, that a tap on brings to the field. */
export function TermsAfter({ texts }: { readonly texts: readonly string[] }) {
  const { t } = useTranslation("tools");
  const found = useTerms(texts);
  if (found.length === 0) return null;
  return (
    <p className="terms-after">
      {found.map(({ term, said }) => (
        <TermButton key={term.id} term={term} label={t("terms.explain", { word: said })}>
          <CircleHelp size={18} aria-hidden="true" />
          <span className="term-said">{said}</span>
        </TermButton>
      ))}
    </p>
  );
}

type TermButtonProps = { readonly term: Term; readonly label?: string; readonly children: ReactNode };

function TermButton({ term, label, children }: TermButtonProps) {
  const { t } = useTranslation("tools");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={label ? "term term-after" : "term term-said"}
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {isOpen &&
        // A dialog may not stand in a paragraph or a heading.
        createPortal(
          <Dialog title={term.word} closeLabel={t("terms.close")} onClose={() => setOpen(false)}>
            <p>{term.text}</p>
          </Dialog>,
          document.body,
        )}
    </>
  );
}
