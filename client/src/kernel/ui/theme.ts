import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from "@mantine/core";

const slate: MantineColorsTuple = [
  "#f8fafc",
  "#f1f5f9",
  "#e2e8f0",
  "#cbd5e1",
  "#94a3b8",
  "#7a8ba1",
  "#64748b",
  "#475569",
  "#334155",
  "#1e293b",
];

/** Text to ground, from light to dark: 6 is a card, 7 the page (slate-850 on slate-900). */
const night: MantineColorsTuple = [
  "#e2e8f0",
  "#cbd5e1",
  "#a3b1c4",
  "#8192a9",
  "#334155",
  "#243146",
  "#182336",
  "#0f172a",
  "#0b1120",
  "#070b14",
];

const teal: MantineColorsTuple = [
  "#f0fdfa",
  "#ccfbf1",
  "#99f6e4",
  "#5eead4",
  "#2dd4bf",
  "#14b8a6",
  "#0d8a80",
  "#0f766e",
  "#115e59",
  "#134e4a",
];

/** White stands on the seventh with more than 4.5 to 1. */
const red: MantineColorsTuple = [
  "#fef2f2",
  "#fee2e2",
  "#fecaca",
  "#fca5a5",
  "#f87171",
  "#ef4444",
  "#dc2626",
  "#b91c1c",
  "#991b1b",
  "#7f1d1d",
];

/** The list itself scrolls, not a room around it: that one a keyboard could not reach. */
const choices = { defaultProps: { withScrollArea: false }, styles: { options: { maxHeight: 240, overflowY: "auto" } } };

const theme = createTheme({
  colors: { gray: slate, dark: night, teal, red },
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "24px", lineHeight: "1.3" },
      h2: { fontSize: "18px", lineHeight: "1.35" },
      h3: { fontSize: "16px", lineHeight: "1.4" },
    },
  },
  fontSizes: { xs: "12px", sm: "14px", md: "14px", lg: "16px", xl: "18px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.6", xl: "1.6" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  radius: { xs: "4px", sm: "6px", md: "10px", lg: "14px", xl: "20px" },
  defaultRadius: "sm",
  shadows: Object.fromEntries(
    ["xs", "sm", "md", "lg", "xl"].map((size) => [
      size,
      "0 8px 28px rgb(15 23 42 / 0.16), 0 1px 3px rgb(15 23 42 / 0.12)",
    ]),
  ),
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    InputWrapper: { styles: { label: { marginBottom: 4 }, description: { marginBottom: 4 } } },
    // The eye stands on the field's ground, where Mantine's grey is too faint at night.
    PasswordInput: { styles: { visibilityToggle: { color: "var(--mantine-color-dimmed)" } } },
    Select: choices,
    // Its frame shows the focus already.
    MultiSelect: { ...choices, styles: { ...choices.styles, inputField: { outline: "none" } } },
    // Its lines between the choices come and go with the chosen one.
    SegmentedControl: { defaultProps: { withItemsBorders: false } },
    Badge: { defaultProps: { variant: "light", radius: "sm" }, styles: { root: { textTransform: "none" } } },
  },
});

/** The theme with the words that Mantine's own buttons need. */
export const themeIn = (words: { close: string }): MantineThemeOverride => ({
  ...theme,
  components: {
    ...theme.components,
    Modal: {
      defaultProps: { closeButtonProps: { "aria-label": words.close }, overlayProps: { backgroundOpacity: 0.4 } },
      styles: { title: { fontSize: 16, fontWeight: 600, lineHeight: 1.4 } },
    },
  },
});

/** Where Mantine's own greys and light variants miss a contrast of 4.5 to 1. */
export const variables: CSSVariablesResolver = (of) => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-dimmed": of.colors.gray[7],
    "--mantine-color-placeholder": of.colors.gray[6],
    "--mantine-color-anchor": of.colors.teal[7],
    "--mantine-color-default-border": of.colors.gray[3],
    "--mantine-color-text": "#1a2433",
    "--mantine-color-error": "#b42318",
    "--baton-side": of.colors.gray[0],
    "--baton-line": of.colors.gray[2],
    "--baton-hover": of.colors.gray[1],
    "--baton-chosen": "#dff3ef",
    "--baton-card": "#ffffff",
    ...lightText(9),
  },
  dark: {
    "--mantine-color-body": of.colors.dark[7],
    "--mantine-color-dimmed": of.colors.gray[4],
    "--mantine-color-placeholder": of.colors.dark[3],
    "--mantine-color-anchor": of.colors.teal[4],
    "--mantine-color-default-border": of.colors.dark[4],
    "--mantine-color-error": "#fda29b",
    "--baton-side": of.colors.dark[8],
    "--baton-line": of.colors.dark[5],
    "--baton-hover": of.colors.dark[5],
    "--baton-chosen": "#12403f",
    "--baton-card": of.colors.dark[6],
    ...lightText(2),
  },
});

function lightText(shade: number): Record<string, string> {
  const hues = ["gray", "red", "orange", "yellow", "green", "teal", "blue", "indigo", "violet", "pink"];
  return Object.fromEntries(
    hues.map((hue) => [`--mantine-color-${hue}-light-color`, `var(--mantine-color-${hue}-${shade})`]),
  );
}
