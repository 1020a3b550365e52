import { useTranslation } from "react-i18next";
import type { Person } from "../../domain/people.ts";
import { circleSize, placeOnRing, ringRadius } from "./circlePlaces.ts";
import { circleOf, circles } from "./circles.ts";
import { nameLines } from "./nameLines.ts";

/** The children in the middle, who stands around them on rings. The list below it says the same in words. */
export function PeopleCircle({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation("casefile");
  const middle = circleSize / 2;
  const used = circles.map((circle) => people.filter((person) => circleOf(person) === circle));
  return (
    <figure className="case-circle">
      <svg viewBox={`0 0 ${circleSize} ${circleSize}`} role="img" aria-label={t("people.picture")}>
        {[3, 2, 1].map((ring) => (
          <circle
            key={ring}
            className="case-circle-ring"
            cx={middle}
            cy={middle}
            r={ringRadius(ring)}
            strokeDasharray={ring === 3 ? "3 7" : ring === 2 ? "9 7" : undefined}
          />
        ))}
        <circle className="case-circle-core" cx={middle} cy={middle} r={96} />
        {used.flatMap((here, ring) =>
          here.map((person, index) => {
            const { x, y } = placeOnRing(ring, index, here.length);
            const [first, second] = nameLines(person.name);
            return (
              <g key={person.id}>
                <circle
                  className={ring === 0 ? "case-circle-dot case-circle-child" : "case-circle-dot"}
                  cx={x}
                  cy={y}
                  r={ring === 0 ? 13 : 11}
                />
                <text className="case-circle-name" x={x} y={y + 31}>
                  {first}
                  {second && (
                    <tspan x={x} dy="1.1em">
                      {second}
                    </tspan>
                  )}
                </text>
              </g>
            );
          }),
        )}
      </svg>
    </figure>
  );
}
