import { type CaseFile, valueAt } from "../casefile.ts";
import { fields } from "../instrument.ts";
import { personOf } from "../people.ts";
import { isAnswered, type Run } from "../run.ts";
import { hasAnswer, openItems, runsNear, wordsAt } from "./reading.ts";
import { always, type Finding, type Rule, type RuleContext } from "./rule.ts";

const levels = Array.from({ length: 11 }, (_, level) => level);

/** A height on the thermometer: a whole number from 0 to 10, and nothing else. */
function levelAt(file: CaseFile, run: Run, field: string): number | undefined {
  const value = valueAt(file, run.id, field);
  const isLevel = typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10;
  return isLevel ? value : undefined;
}

const requireFinding = (run: Run, found: Pick<Finding, "items" | "values">): Finding => ({
  rule: "R-act-before-point-of-no-return",
  level: "require",
  records: [run.id],
  ...found,
});

/** The build-up is complete when it says what to do, at a height below the one where stopping hardly works. */
function inBuildUp(file: CaseFile, run: Run): readonly Finding[] {
  const open = openItems(file, run, ["point-of-no-return", "action-before", "action-at"]);
  if (open.length > 0) return [requireFinding(run, { items: open })];
  const point = levelAt(file, run, "point-of-no-return");
  const at = levelAt(file, run, "action-at");
  if (point === undefined) return [requireFinding(run, { items: ["point-of-no-return"] })];
  if (at === undefined) return [requireFinding(run, { items: ["action-at"] })];
  return at < point ? [] : [requireFinding(run, { items: ["action-at"], values: { point, at } })];
}

/** On the card every action lies below the point, and there is at least one. Without a point nothing is asked. */
function onThermometer(file: CaseFile, run: Run): readonly Finding[] {
  if (!hasAnswer(file, run, "point-of-no-return")) return [];
  const point = levelAt(file, run, "point-of-no-return");
  if (point === undefined) return [requireFinding(run, { items: ["point-of-no-return"] })];
  const actions = levels.filter(
    (level) => wordsAt(file, run, fields.atLevel("first-aid-actions", level)) !== "",
  );
  const tooLate = actions.find((level) => level >= point);
  if (tooLate !== undefined) {
    return [requireFinding(run, { items: ["first-aid-actions"], values: { point, at: tooLate } })];
  }
  return actions.length > 0 ? [] : [requireFinding(run, { items: ["first-aid-actions"], values: { point } })];
}

/** Actions with which a parent goes away from the children, in each language that a family answers in. */
const goesAway = new RegExp(
  [
    "(?<!\\p{L})(?:naar\\s+buiten|buiten|weg(?:gaan|lopen|rijden)?|wandel\\p{L}*|fiets\\p{L}*|hardlopen|rondje|ommetje|blokje\\s+om)(?!\\p{L})",
    "(?<!\\p{L})(?:de\\s+deur\\s+uit|naar\\s+de\\s+(?:tuin|schuur|winkel|buren|buurvrouw|buurman)|auto|balkon|roken)(?!\\p{L})",
    "(?<!\\p{L})(?:outside|outdoors|walk\\p{L}*|bike|cycl\\p{L}*|jog\\p{L}*|run|leave|go\\s+out|go\\s+away|garden|car|smok\\p{L}+)(?!\\p{L})",
    "خروج|خارج|[أاإ]خرج|نخرج|المشي|[أا]مشي|[أا]تمشى|الحديقة|السيارة|الشرفة|تدخين|[أا]دخن|جيران|الجار",
    "(?<!\\p{L})(?:dışarı\\p{L}*|yürü\\p{L}*|bahçe\\p{L}*|araba\\p{L}*|balkon\\p{L}*|sigara\\p{L}*|komşu\\p{L}*|uzaklaş\\p{L}*)",
    "(?<!\\p{L})(?:wyjś\\p{L}*|wyjd\\p{L}*|wychodz\\p{L}*|zewnątrz|dwór|spacer\\p{L}*|ogr[oó]d\\p{L}*|samoch[oó]d\\p{L}*|palić|zapalić|papieros\\p{L}*|sąsiad\\p{L}*)",
    "(?<!\\p{L})(?:вийт\\p{L}*|вийд\\p{L}*|вихо\\p{L}*|надвір|прогул\\p{L}*|пройтис\\p{L}*|сад\\p{L}?(?!\\p{L})|машин\\p{L}*|балкон\\p{L}*|кури\\p{L}*|сусід\\p{L}*)",
  ].join("|"),
  "iu",
);

export const leavesChildren = (action: string): boolean => goesAway.test(action);

/** "Wie is dan bij de kinderen?": asked of an adult whose action leads away from them. */
function unattended(file: CaseFile, run: Run): readonly Finding[] {
  if (personOf(file, run.about).voice === "child") return [];
  const places =
    run.instrument === "thermometer"
      ? levels.map((level) => ({
          action: fields.atLevel("first-aid-actions", level),
          who: fields.atLevel("with-children", level),
        }))
      : [{ action: "action-before", who: "with-children" }];
  const open = places.filter(({ action, who }) => {
    const value = valueAt(file, run.id, who);
    const isNamed = Array.isArray(value) ? value.length > 0 : isAnswered(value);
    return leavesChildren(wordsAt(file, run, action)) && !isNamed;
  });
  if (open.length === 0) return [];
  return [
    {
      rule: "R-who-is-with-the-children",
      level: "hint",
      items: open.map(({ action }) => action),
      records: [run.id],
    },
  ];
}

const buildUps = (context: RuleContext): readonly Run[] => runsNear(context, "stress-build-up");
const thermometers = (context: RuleContext): readonly Run[] => runsNear(context, "thermometer");

/** The tool that lies open, else both. */
const openTools = (context: RuleContext): readonly Run[] => {
  if (context.instrument?.id === "stress-build-up") return buildUps(context);
  if (context.instrument?.id === "thermometer") return thermometers(context);
  return [...buildUps(context), ...thermometers(context)];
};

export const stressRules: readonly Rule[] = [
  always("R-stoplight-meaning", "copy"),
  always("R-thermometer-levels-open", "design"),
  {
    id: "R-act-before-point-of-no-return",
    level: "require",
    alsoIn: ["thermometer"],
    find: (context) =>
      openTools(context).flatMap((run) =>
        run.instrument === "thermometer" ? onThermometer(context.file, run) : inBuildUp(context.file, run),
      ),
  },
  // Not an id of the inventory: the design asks it of every action that leads away from the children.
  {
    id: "R-who-is-with-the-children",
    level: "hint",
    alsoIn: ["stress-build-up", "thermometer"],
    find: (context) => openTools(context).flatMap((run) => unattended(context.file, run)),
  },
];
