import "./ProgressDots.css";

type Props = {
  /** "1 van 3" */
  readonly label: string;
  readonly count: number;
  /** From 0. */
  readonly current: number;
};

export function ProgressDots({ label, count, current }: Props) {
  return (
    <span className="ui-progress">
      <span className="ui-progress-dots" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: dots have nothing but their place
            key={index}
            className="ui-progress-dot"
            data-state={index === current ? "now" : index < current ? "past" : "coming"}
          />
        ))}
      </span>
      <span>{label}</span>
    </span>
  );
}
