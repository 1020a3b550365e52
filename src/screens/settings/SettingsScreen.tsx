import { useTranslation } from "react-i18next";
import { Route, Routes } from "react-router";
import { lock } from "../../app/lock.ts";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { TaskList } from "../../ui/TaskList.tsx";
import { usePasskey } from "../lock/usePasskey.ts";
import { Shell } from "../Shell.tsx";
import { AgencySetting } from "./AgencySetting.tsx";
import { ExportSetting } from "./ExportSetting.tsx";
import { ImportSetting } from "./ImportSetting.tsx";
import { LanguageSetting } from "./LanguageSetting.tsx";
import { LocksSetting } from "./LocksSetting.tsx";
import { OfflineSetting } from "./OfflineSetting.tsx";
import { OwnNumbersSetting } from "./OwnNumbersSetting.tsx";
import { PasskeySetting } from "./PasskeySetting.tsx";
import { PracticeSetting } from "./PracticeSetting.tsx";
import { RemoveSetting } from "./RemoveSetting.tsx";
import { PassphraseSetting, PinSetting, SheetSetting } from "./SecretSettings.tsx";
import { StorageSetting } from "./StorageSetting.tsx";

/** What only the worker's own world has: its secrets, and copies of its families. */
const ownOnly: ReadonlySet<string> = new Set([
  "passphrase",
  "pin",
  "sheet",
  "passkey",
  "export",
  "import",
  "remove",
]);

const sections = [
  { id: "you", parts: ["language", "own-numbers", "locks"] },
  { id: "secrets", parts: ["passphrase", "pin", "sheet", "passkey"] },
  { id: "device", parts: ["storage", "offline"] },
  { id: "families", parts: ["export", "import", "remove", "practice"] },
] as const;

export function SettingsScreen() {
  return (
    <Routes>
      <Route path="language" element={<LanguageSetting />} />
      <Route path="own-numbers" element={<OwnNumbersSetting />} />
      <Route path="locks" element={<LocksSetting />} />
      <Route path="passphrase" element={<PassphraseSetting />} />
      <Route path="pin" element={<PinSetting />} />
      <Route path="sheet" element={<SheetSetting />} />
      <Route path="passkey" element={<PasskeySetting />} />
      <Route path="storage" element={<StorageSetting />} />
      <Route path="offline" element={<OfflineSetting />} />
      <Route path="export" element={<ExportSetting />} />
      <Route path="import" element={<ImportSetting />} />
      <Route path="remove" element={<RemoveSetting />} />
      <Route path="practice" element={<PracticeSetting />} />
      <Route path="*" element={<SettingsList />} />
    </Routes>
  );
}

function SettingsList() {
  const { t } = useTranslation("settings");
  const isPractice = useApp((state) => state.world === "practice");
  const passkey = usePasskey();
  const isShown = (part: string): boolean =>
    part === "passkey" && !passkey.isHere && !passkey.canMake ? false : !isPractice || !ownOnly.has(part);
  const task = (id: string) => ({
    id,
    title: t(`parts.${id}.title`),
    note: t(`parts.${id}.note`),
    to: paths.setting(id),
  });
  return (
    <Shell back={paths.families}>
      <Page
        title={t("title")}
        // Practice has no lock: it would end there, and take its family away unasked.
        actions={!isPractice && <Button onClick={() => void lock()}>{t("lockNow")}</Button>}
        width="text"
      >
        {sections.map(({ id, parts }) => {
          const shown = parts.filter(isShown);
          // Of a practice nothing is copied: what is left there is the way out.
          const named = isPractice && id === "families" ? "practice" : id;
          return (
            shown.length > 0 && (
              <section key={id} className="stack stack-s" aria-labelledby={`settings-${id}`}>
                <h2 id={`settings-${id}`}>{t(`sections.${named}`)}</h2>
                <TaskList tasks={shown.map(task)} />
              </section>
            )
          );
        })}
        {!isPractice && <AgencySetting />}
        <TaskList
          tasks={[
            { id: "about", title: t("parts.about.title"), note: t("parts.about.note"), to: paths.about },
          ]}
        />
      </Page>
    </Shell>
  );
}
