import { fingerprintOf } from "../../app/agency/fingerprint.ts";
import "./agency.css";

/** Eight groups, large enough to read out. */
export function Fingerprint({ agency }: { readonly agency: string }) {
  return (
    <p className="agency-fingerprint" dir="ltr" lang="zxx">
      {fingerprintOf(agency)
        .split(" ")
        .map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group may come twice; its place is what it is
          <span key={index}>{group} </span>
        ))}
    </p>
  );
}
