import i18next, { type BackendModule } from "i18next";
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

/** What the first screens say; every other feature's words come with its first screen, or when there is time. */
const atOnce = ["kernel", "app", "tasks", "spaces"];

const backend: BackendModule = {
  type: "backend",
  init: () => {},
  read: (language, namespace, done) => {
    wordsOf(namespace, language).then(
      (words) => done(null, words),
      (error: Error) => done(error, false),
    );
  },
};

/** A feature's namespace is its catalogue's file name. Those of the first screens are there when this resolves. */
export async function startText(): Promise<void> {
  const language = deviceLanguage();
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      ns: atOnce,
      fallbackLng: false,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = language;
  const later = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 1000));
  later(() => void i18next.loadNamespaces(namespaces));
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(languageKey, language);
  if (i18next.language === language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export function deviceLanguage(): Language {
  const wished = chosen() ?? navigator.language.slice(0, 2);
  return wished === "de" ? "de" : "en";
}

/** A browser that keeps nothing for this site throws. */
function chosen(): string | null {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null;
  }
}

const namespaces = [...new Set(Object.keys(catalogues).map((path) => /([^/]+)\.\w+\.json$/.exec(path)?.[1] ?? ""))];

async function wordsOf(namespace: string, language: string): Promise<Catalogue> {
  const load = Object.entries(catalogues).find(([path]) => path.endsWith(`/${namespace}.${language}.json`))?.[1];
  return load ? load() : {};
}
