import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link, type To } from "react-router";
import { Chip, type Tone } from "./Chip.tsx";
import "./TaskList.css";

export type Task = {
  readonly id: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly picture?: ReactNode;
  /** "niet begonnen", "bezig", "klaar". */
  readonly state?: { readonly label: string; readonly tone?: Tone | undefined } | undefined;
} & (
  | { readonly to: To; readonly onClick?: undefined }
  | { readonly to?: undefined; readonly onClick: () => void }
);

type Props = { readonly label?: string | undefined; readonly tasks: readonly Task[] };

/** Sections in any order, each with how far it is. */
export function TaskList({ label, tasks }: Props) {
  return (
    <ul className="ui-tasks" aria-label={label}>
      {tasks.map((task) => {
        const inside = (
          <>
            {task.picture && <span className="ui-task-picture">{task.picture}</span>}
            <span className="ui-task-words">
              <span className="ui-task-title">{task.title}</span>
              {task.note && <span className="ui-task-note">{task.note}</span>}
            </span>
            {task.state && <Chip tone={task.state.tone}>{task.state.label}</Chip>}
            <ChevronRight className="ui-task-arrow mirrored" size={22} aria-hidden="true" />
          </>
        );
        return (
          <li key={task.id}>
            {task.to === undefined ? (
              <button type="button" className="ui-task" onClick={task.onClick}>
                {inside}
              </button>
            ) : (
              <Link to={task.to} className="ui-task">
                {inside}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
