import { useTranslation } from "react-i18next";
import type { DeviceView, PersonView } from "../../app/agency/views.ts";
import { dateTimeOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import "./agency.css";

type Props = {
  readonly person: PersonView;
  readonly name: string;
  readonly mayRevoke: boolean;
  readonly onRevoke: (device: DeviceView, number: number) => void;
};

/** Numbered from the earliest, alike on everybody's screen. The one in hand can't be revoked from itself. */
export function DeviceList({ person, name, mayRevoke, onRevoke }: Props) {
  const { t, i18n } = useTranslation("agency");
  return (
    <ul className="agency-devices">
      {person.devices.map((device, index) => {
        const number = index + 1;
        return (
          <li key={device.id} className="row row-between">
            <div>
              <div className="row">
                <span>{t("device.number", { number })}</span>
                {device.isThis && <Chip tone="accent">{t("device.this")}</Chip>}
                {device.isRevoked && <Chip tone="caution">{t("device.revoked")}</Chip>}
              </div>
              <p className="soft small">
                {!device.isRevoked &&
                  t("people.since", { date: dateTimeOf(i18n.language, new Date(device.since)) })}
              </p>
            </div>
            {mayRevoke && !device.isThis && !device.isRevoked && (
              <Button
                variant="danger"
                aria-label={t("device.revokeOf", { number, name })}
                onClick={() => onRevoke(device, number)}
              >
                {t("device.revoke")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
