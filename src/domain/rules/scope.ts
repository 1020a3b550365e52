import { valueAt } from "../casefile.ts";
import { fields } from "../instrument.ts";
import { runsOf } from "../run.ts";
import { alarmsOf } from "../safety.ts";
import { itemsWhere, runsNear } from "./reading.ts";
import { aboutItems, always, type Rule, ruleOf } from "./rule.ts";

const sexualAbuse = "serious-sexual-abuse-indications";

export const scopeRules: readonly Rule[] = [
  always("R-scope-legal", "copy"),

  // Recording stays possible; what is said is that specialist guidance is needed beside this tool.
  ruleOf(
    "R-scope-limits",
    "copy",
    ({ file }) => {
      const isAlarm = alarmsOf(file).some((alarm) => alarm.item === sexualAbuse);
      const isForm = runsOf(file, { instrument: "maltreatment-forms" }).some((run) =>
        ["sexual-abuse", "outside-family"].some((item) => {
          const value = valueAt(file, run.id, fields.answer(item));
          return value === true || value === "yes";
        }),
      );
      return isAlarm || isForm ? { items: [sexualAbuse] } : undefined;
      // Said where it is written down, too.
    },
    ["alarm-signals"],
  ),

  // Help that is directed at some of the systems only: the rest is named.
  ruleOf("R-help-all-systems", "hint", (context) => {
    const open = runsNear(context, "case-persons").flatMap((run) => {
      const systems = itemsWhere(run, ({ group }) => group.id === "systems").map(({ item }) => item.id);
      const without = systems.filter((item) => valueAt(context.file, run.id, fields.answer(item)) !== true);
      return without.length < systems.length ? without : [];
    });
    return aboutItems(open);
  }),
];
