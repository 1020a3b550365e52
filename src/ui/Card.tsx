import type { ReactNode } from "react";
import { Link, type To } from "react-router";
import "./Card.css";

export type CardLook = {
  /** `dashed`: practice, or a place where something may come. `lit`: looked at together just now. */
  readonly tone?: "plain" | "dashed" | "lit" | "wood" | undefined;
};

export const cardClass = ({ tone = "plain" }: CardLook = {}): string => `ui-card ui-card-${tone}`;

/** For the one link or button whose tap area is the whole card that it stands in. */
export const coverClass = "ui-card-cover";

type Props = CardLook & {
  readonly as?: "div" | "section" | "article" | "li" | undefined;
  readonly labelledBy?: string | undefined;
  readonly children: ReactNode;
};

export function Card({ as: Tag = "div", tone, labelledBy, children }: Props) {
  return (
    <Tag className={cardClass({ tone })} aria-labelledby={labelledBy}>
      {children}
    </Tag>
  );
}

type Pressable = CardLook & {
  readonly title: string;
  readonly level?: 2 | 3 | undefined;
  readonly text?: ReactNode;
  readonly picture?: ReactNode;
  /** Chips beneath the text. */
  readonly chips?: ReactNode;
  /** A chip beside the title. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
} & (
    | { readonly to: To; readonly onClick?: undefined; readonly isPressed?: undefined }
    | {
        readonly to?: undefined;
        readonly onClick: () => void;
        readonly isPressed?: boolean | undefined;
      }
  );

/** A whole card to tap; its title is what a screen reader hears. */
export function CardButton(props: Pressable) {
  const { title, level = 2, text, picture, chips, aside, children, tone } = props;
  const Heading = `h${level}` as const;
  return (
    <div className={`${cardClass({ tone })} ui-card-pressable`}>
      {picture && <span className="ui-card-picture">{picture}</span>}
      <div className="ui-card-head">
        <Heading className="ui-card-title">
          {props.to === undefined ? (
            <button
              type="button"
              className={coverClass}
              aria-pressed={props.isPressed}
              onClick={props.onClick}
            >
              {title}
            </button>
          ) : (
            <Link to={props.to} className={coverClass}>
              {title}
            </Link>
          )}
        </Heading>
        {aside}
      </div>
      {text && <div className="ui-card-text">{text}</div>}
      {children}
      {chips && <div className="ui-card-chips">{chips}</div>}
    </div>
  );
}
