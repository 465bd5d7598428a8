import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../api/types";

type Catalogue = Record<string, unknown>;

/** What the first screens say comes at once; every other feature's words with its first screen, or when there is time. */
const first = { en: () => import("./first.en"), de: () => import("./first.de") };
const rest = { en: () => import("./rest.en"), de: () => import("./rest.de") };

export const languages: Record<Language, string> = { en: "English", de: "Deutsch" };

const languageKey = "baton.language";

const atOnce = ["kernel", "app", "tasks", "spaces"];

const backend: BackendModule = {
  type: "backend",
  init: () => {},
  read: (language, namespace, done) => {
    wordsOf(namespace, language as Language).then(
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
      // A copy: i18next adds to it what it loads later.
      ns: [...atOnce],
      fallbackLng: false,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = language;
}

/** Every other feature's words, so that its screen need not wait for them. */
export async function bringWords(): Promise<void> {
  const { words } = await rest[i18next.language as Language]();
  await i18next.loadNamespaces(Object.keys(words).map(namespaceOf));
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

async function wordsOf(namespace: string, language: Language): Promise<Catalogue> {
  const { words } = await (atOnce.includes(namespace) ? first : rest)[language]();
  return Object.entries(words).find(([path]) => namespaceOf(path) === namespace)?.[1] ?? {};
}

const namespaceOf = (path: string) => /([^/]+)\.\w+\.json$/.exec(path)?.[1] ?? "";
