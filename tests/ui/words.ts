import type { ComponentType } from "react";

export const langs = ["nl", "en", "ar"] as const;
export type Lang = (typeof langs)[number];
export type View = ComponentType<{ lang: Lang }>;

export const dirOf = (lang: Lang): "ltr" | "rtl" => (lang === "ar" ? "rtl" : "ltr");

export const say = (lang: Lang, nl: string, en: string, ar: string): string => ({ nl, en, ar })[lang];
