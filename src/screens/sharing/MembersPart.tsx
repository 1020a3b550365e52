import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgencyView, CaseMemberView, SharingView } from "../../app/agency/views.ts";
import { paths } from "../../app/paths.ts";
import { unbrokenDateOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { AddDialog } from "./AddDialog.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { OfferDialog } from "./OfferDialog.tsx";
import { OpenOffer } from "./OpenOffer.tsx";
import { RemoveDialog } from "./RemoveDialog.tsx";
import { WriteDialog } from "./WriteDialog.tsx";

type Props = { readonly sharing: SharingView; readonly agency: AgencyView };
type Asked =
  | "add"
  | "offer"
  | "leave"
  | { readonly remove: CaseMemberView }
  | { readonly letWrite: CaseMemberView };

/** Everybody who reads this family, with what each may; and, for who works here, what can be changed. */
export function MembersPart({ sharing, agency }: Props) {
  const { t } = useTranslation("sharing");
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  const self = sharing.members.find(({ isSelf }) => isSelf);
  // Nobody lets in whom the screen can't name: a name may come later than its bearer.
  const others = agency.people.filter(
    ({ isSelf, name, devices }) => !isSelf && name !== "" && devices.some((one) => !one.isRevoked),
  );
  return (
    <div className="stack">
      <ul className="case-list">
        {sharing.members.map((member) => (
          <li key={member.member} className="case-item">
            <MemberLine
              member={member}
              onRemove={sharing.mayWrite && !member.isSelf ? () => setAsked({ remove: member }) : undefined}
              onLetWrite={
                sharing.mayWrite && member.right === "read" ? () => setAsked({ letWrite: member }) : undefined
              }
            />
          </li>
        ))}
      </ul>
      {sharing.offers.map((offer) => (
        <OpenOffer key={offer.id} sharing={sharing} offer={offer} />
      ))}
      {self?.right === "read" && <p className="prose">{t("readOnly")}</p>}
      <div className="sharing-actions">
        {self && sharing.mayWrite && (
          <>
            <Button onClick={() => setAsked("add")}>{t("add.open")}</Button>
            <Button onClick={() => setAsked("offer")}>{t("offer.open")}</Button>
          </>
        )}
        {agency.role !== undefined && agency.role !== "worker" && (
          <ButtonLink to={paths.access(sharing.case)}>{t("access")}</ButtonLink>
        )}
        {self && (
          <Button variant="quiet" onClick={() => setAsked("leave")}>
            {t("leave.open")}
          </Button>
        )}
      </div>
      {asked === "add" && <AddDialog sharing={sharing} others={others} onClose={close} />}
      {asked === "offer" && <OfferDialog sharing={sharing} others={others} onClose={close} />}
      {asked === "leave" && self && <LeaveDialog sharing={sharing} self={self} onClose={close} />}
      {typeof asked === "object" && "remove" in asked && (
        <RemoveDialog caseId={sharing.case} member={asked.remove} onClose={close} />
      )}
      {typeof asked === "object" && "letWrite" in asked && (
        <WriteDialog caseId={sharing.case} member={asked.letWrite} onClose={close} />
      )}
    </div>
  );
}

type LineProps = {
  readonly member: CaseMemberView;
  readonly onRemove: (() => void) | undefined;
  readonly onLetWrite: (() => void) | undefined;
};

function MemberLine({ member, onRemove, onLetWrite }: LineProps) {
  const { t, i18n } = useTranslation("sharing");
  const name = member.name || t("someone");
  return (
    <div className="row row-between">
      <div className="sharing-person grow">
        <span className="strong">
          <bdi>{name}</bdi>
          {member.isSelf && ` (${t("you")})`}
        </span>
        <span className="soft">
          {t(`right.${member.right}`)} ·{" "}
          {t("since", { date: unbrokenDateOf(i18n.language, new Date(member.since)) })}
        </span>
      </div>
      {onLetWrite && (
        <Button variant="quiet" aria-label={t("letWrite.one", { name })} onClick={onLetWrite}>
          {t("letWrite.open")}
        </Button>
      )}
      {onRemove && (
        <Button variant="quiet" aria-label={t("remove.one", { name })} onClick={onRemove}>
          {t("remove.open")}
        </Button>
      )}
    </div>
  );
}
