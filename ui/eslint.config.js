import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const tauri = { group: ["@tauri-apps/*"], message: "Only lib/host speaks to the shell." };
const upward = (...groups) => ({ group: groups, message: "Layers point one way: lib, then features, then views, then frame." });
const now = "The window's time is clock.now(): it goes by the host's.";
const imports = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default ts.config(
  { ignores: ["dist", "node_modules", "src/lib/contract/generated.ts"] },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "no-undef": "off", // TypeScript knows better
      "svelte/no-at-html-tags": "off", // the host sanitises descriptions
      "svelte/no-navigation-without-resolve": "off", // SvelteKit's, and this is not
      "max-lines": ["error", 500],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig, extraFileExtensions: [".svelte"] } },
  },
  { files: ["src/**"], ignores: ["src/lib/host/**"], rules: imports(tauri) },
  { files: ["src/lib/**"], ignores: ["src/lib/host/**"], rules: imports(tauri, upward("**/features/**", "$features/**", "**/views/**", "**/frame/**")) },
  { files: ["src/features/**"], rules: imports(tauri, upward("**/views/**", "**/frame/**")) },
  {
    files: ["src/**"],
    // What only counts seconds may take them from the machine.
    ignores: ["**/*.test.ts", "src/lib/clock.svelte.ts", "src/lib/toasts.svelte.ts", "src/features/timer/pulse.svelte.ts"],
    rules: {
      "no-restricted-syntax": ["error", { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: now }, { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: now }],
    },
  },
  { files: ["src/views/**"], rules: imports(tauri, upward("**/frame/**")) },
);
