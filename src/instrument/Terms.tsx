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
            <TermInText term={term} said={said} />
          </Fragment>
        );
      })}
      {text.slice(from)}
    </>
  );
}

/** The terms in a field's label, beside it: the label itself stays plain words, that a tap on brings to the field. */
export function TermsAfter({ texts }: { readonly texts: readonly string[] }) {
  const found = useTerms(texts);
  if (found.length === 0) return null;
  return (
    <p className="terms-after">
      {found.map(({ term, said }) => (
        <TermBeside key={term.id} term={term} said={said} />
      ))}
    </p>
  );
}

type TermProps = { readonly term: Term; readonly said: string };

/**
 * No button: a browser lays one out as a block in its line, which tears the text from its full stop, and puts spaces
 * into what a screen reader says of a title.
 */
function TermInText({ term, said }: TermProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a button would be no part of the running text, see above */}
      <span
        role="button"
        tabIndex={0}
        className="term term-said"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {said}
      </span>
      {isOpen && <Explanation term={term} onClose={() => setOpen(false)} />}
    </>
  );
}

function TermBeside({ term, said }: TermProps) {
  const { t } = useTranslation("tools");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="term term-after"
        aria-label={t("terms.explain", { word: said })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <CircleHelp size={18} aria-hidden="true" />
        <span className="term-said">{said}</span>
      </button>
      {isOpen && <Explanation term={term} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Stands outside the text: a dialog may not be in a paragraph or a title. */
function Explanation({ term, onClose }: { readonly term: Term; readonly onClose: () => void }) {
  const { t } = useTranslation("tools");
  return createPortal(
    <Dialog title={term.word} closeLabel={t("terms.close")} onClose={onClose}>
      <p>{term.text}</p>
    </Dialog>,
    document.body,
  );
}
