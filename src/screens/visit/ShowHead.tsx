import { ArrowLeft } from "lucide-react";
import { hide } from "../../app/lock.ts";
import { Button } from "../../ui/Button.tsx";
import { useHide } from "../../ui/Hide.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import type { FamilySay } from "./familySay.ts";

type Props = {
  readonly words: FamilySay | undefined;
  /** The way back is the worker's, and named in the worker's language. */
  readonly back: string;
  readonly onBack: () => void;
  /** Whose page it is. */
  readonly who?: string | undefined;
};

/** Above a page that is turned to the family: the way back, and "Verberg" in the family's words as soon as they are there. */
export function ShowHead({ words, back, onBack, who }: Props) {
  const given = useHide();
  return (
    <header className="show-head">
      <IconButton
        label={back}
        icon={<ArrowLeft className="mirrored" aria-hidden="true" />}
        onClick={onBack}
      />
      {who !== undefined && <span className="show-who">{who}</span>}
      <span className="show-hide">
        {words ? (
          <Button variant="hide" lang={words.language} dir={words.dir} onClick={() => void hide()}>
            {words.i18n.t("family:hide", { lng: words.language })}
          </Button>
        ) : (
          given
        )}
      </span>
    </header>
  );
}
