import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../api/types";

type Catalogue = Record<string, unknown>;
const catalogues = import.meta.glob<Catalogue>(
  ["../../features/*/*.{en,de}.json", "../../app/*.{en,de}.json", "./*.{en,de}.json"],
  {
    import: "default",
  },
);

export const languages: Record<Language, string> = { en: "English", de: "Deutsch" };

const languageKey = "baton.language";

/** The words of one language, all features at once; a feature's namespace is its catalogue's file name. */
export async function startText(): Promise<void> {
  const language = deviceLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: await wordsIn(language) },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(languageKey, language);
  if (i18next.language === language) return;
  for (const [namespace, words] of Object.entries(await wordsIn(language))) {
    i18next.addResourceBundle(language, namespace, words);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export function deviceLanguage(): Language {
  const wished = localStorage.getItem(languageKey) ?? navigator.language.slice(0, 2);
  return wished === "de" ? "de" : "en";
}

async function wordsIn(language: Language): Promise<Record<string, Catalogue>> {
  const named = Object.entries(catalogues).flatMap(([path, load]) => {
    const [, namespace, of] = path.match(/([^/]+)\.(en|de)\.json$/) ?? [];
    return namespace && of === language ? [{ namespace, load }] : [];
  });
  const loaded = await Promise.all(named.map(async ({ namespace, load }) => [namespace, await load()] as const));
  return Object.fromEntries(loaded);
}
