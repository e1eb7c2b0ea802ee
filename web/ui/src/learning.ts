// What is learnt on while people look around: it outlives the screen that began it.
import { work } from "./api/client";
import { app, say } from "./state.svelte";
import { t } from "./texts";

/** Learns with all care; a quiet line says how far it is, and a word at the end that fresh picks are worth asking for. */
export async function learnMore(): Promise<void> {
  try {
    await work("/train", {}, (job) => (app.learning = job.total > 0 ? job.done / job.total : 0));
    say(t.app.learntMore);
  } catch {
    // The quick model stays in use; the next training says what is wrong.
  }
  app.learning = null;
}
