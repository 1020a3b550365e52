import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { type Invited, join, type NotInvited, readInvitation } from "../../app/agency/joining.ts";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Page } from "../../ui/Page.tsx";
import { Shell } from "../Shell.tsx";
import { CannotHere } from "./CannotHere.tsx";
import { type Hindrance, HindranceNotice, hindranceOf } from "./Hindrance.tsx";
import { Invitation } from "./Invitation.tsx";

/** Where an invitation leads. Another link in the same page is another invitation. */
export function JoinScreen() {
  const { t } = useTranslation("agency");
  const { hash } = useLocation();
  const isPractice = useApp((state) => state.world === "practice");
  if (isPractice)
    return (
      <CannotHere title={t("join.title")} why={{ title: t("practice.title"), text: t("practice.text") }} />
    );
  return <Read key={hash} hash={hash} />;
}

type Answer =
  | { readonly kind: "invited"; readonly invited: Invited }
  | { readonly kind: "not"; readonly why: NotInvited }
  | { readonly kind: "hindered"; readonly by: Hindrance };

async function look(hash: string): Promise<Answer> {
  try {
    const read = await readInvitation(hash);
    return typeof read === "string" ? { kind: "not", why: read } : { kind: "invited", invited: read };
  } catch (error) {
    return { kind: "hindered", by: hindranceOf(error) };
  }
}

function useInvitation(hash: string) {
  const [answer, setAnswer] = useState<Answer>();
  const [tries, setTries] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try looks anew
  useEffect(() => {
    let isHere = true;
    void look(hash).then((found) => isHere && setAnswer(found));
    return () => {
      isHere = false;
    };
  }, [hash, tries]);
  const again = (): void => {
    setAnswer(undefined);
    setTries((before) => before + 1);
  };
  return { answer, setAnswer, again };
}

function Read({ hash }: { readonly hash: string }) {
  const { t } = useTranslation("agency");
  const navigate = useNavigate();
  const { answer, setAnswer, again } = useInvitation(hash);
  const [isPending, setPending] = useState(false);
  const [hindrance, setHindrance] = useState<Hindrance>();
  const doJoin = async (): Promise<void> => {
    setPending(true);
    setHindrance(undefined);
    try {
      const joined = await join(hash);
      // Without the seed in it, also in what "back" leads to.
      if (joined === "joined") return void navigate(paths.agency, { replace: true });
      setAnswer({ kind: "not", why: joined });
    } catch (error) {
      setHindrance(hindranceOf(error));
    }
    setPending(false);
  };
  if (answer?.kind === "not") return <NotLike why={answer.why} />;
  return (
    <Shell back={paths.families}>
      <Page
        title={t("join.title")}
        lead={answer?.kind === "invited" ? t("join.lead") : undefined}
        width="text"
      >
        {!answer && <p role="status">{t("join.reading")}</p>}
        {answer?.kind === "hindered" && (
          <HindranceNotice hindrance={answer.by} again={{ isPending: false, onClick: again }} />
        )}
        {answer?.kind === "invited" && (
          <Invitation
            invited={answer.invited}
            hindrance={hindrance}
            isPending={isPending}
            onJoin={() => void doJoin()}
          />
        )}
      </Page>
    </Shell>
  );
}

/** Why this link can't be used here, and where to go from here. */
function NotLike({ why }: { readonly why: NotInvited }) {
  const { t } = useTranslation("agency");
  return (
    <CannotHere
      title={t("join.title")}
      why={{ title: t("join.notTitle"), text: t(`join.not.${why}`) }}
      actions={
        why === "not-empty" ? (
          <>
            <ButtonLink to={paths.setting("export")}>{t("join.export")}</ButtonLink>
            <ButtonLink to={paths.setting("remove")}>{t("join.remove")}</ButtonLink>
          </>
        ) : (
          why === "member-already" && <ButtonLink to={paths.agency}>{t("toAgency")}</ButtonLink>
        )
      }
    />
  );
}
