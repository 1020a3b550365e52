import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../../app/useApp.ts";
import { useCaseFile } from "../../app/useCase.ts";
import { type Access, accessesOf, accessKinds } from "../../domain/access.ts";
import type { CaseId } from "../../domain/ids.ts";
import { nameOf } from "../../domain/people.ts";
import { dateTimeOf } from "../../i18n/formats.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Table } from "../../ui/Table.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import "./family.css";

const roles = ["worker", "supervisor", "administrator"];

/** Who has read, printed or exported this family: for supervisors and administrators. */
export function AccessScreen() {
  const { t } = useTranslation("access");
  const role = useApp((state) => state.agency?.role);
  const agency = useApp((state) => state.agency?.agency);
  if (!agency || role === undefined || role === "worker") {
    return (
      <Page title={t("title")} width="text">
        <EmptyState title={t("notYours")} />
      </Page>
    );
  }
  return <AccessList agency={agency as CaseId} />;
}

function AccessList({ agency }: { readonly agency: CaseId }) {
  const { t, i18n } = useTranslation("access");
  const { caseId, file } = useFamily();
  const people = useApp((state) => state.agency?.people) ?? [];
  // Who reads along may not write in the family, and logs it in the agency's own file.
  const own = useCaseFile(agency);
  const along = own ? accessesOf(own).filter((one) => one.case === caseId) : [];
  const all = [...accessesOf(file), ...along].sort((a, b) => b.at - a.at);
  const who = ({ who: id }: Access): string =>
    people.find(({ member }) => member === id)?.name || nameOf(file, id) || t("unknownPerson");
  const what = ({ what: kind }: Access): string =>
    (accessKinds as readonly string[]).includes(kind) ? t(`kinds.${kind}`) : t("kinds.other");
  return (
    <Page title={t("title")} lead={t("lead")} width="text">
      {all.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <Table
          caption={t("title")}
          isCaptionHidden
          columns={[
            { id: "when", label: t("when") },
            { id: "who", label: t("who") },
            { id: "what", label: t("what") },
          ]}
          rows={all.map((one) => ({
            id: one.id,
            cells: [
              dateTimeOf(i18n.language, new Date(one.at)),
              <Fragment key="who">
                <bdi>{who(one)}</bdi>
                {roles.includes(one.role) && <span className="access-role">{t(`roles.${one.role}`)}</span>}
              </Fragment>,
              what(one),
            ],
          }))}
        />
      )}
    </Page>
  );
}
