import { mount } from "svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/print.css";
import App from "./App.svelte";
import { connect } from "./lib/host";
import { theme } from "./lib/theme.svelte";

theme.start();
const target = document.getElementById("app")!;
connect().then(
  () => mount(App, { target }),
  (cause: unknown) => (target.textContent = cause instanceof Error ? cause.message : String(cause)),
);
