// What a job came to, told by what its result has; null where it came to something else, or to nothing yet.
import type { Answer } from "./client";
import type { Evaluation, ImportResult, Job } from "./types";

export type Study = Answer<"GET", "/lab/studies/{study}">;

export const importOf = ({ result }: Job): ImportResult | null => (result && "changed" in result ? result : null);
export const evaluationOf = ({ result }: Job): Evaluation | null => (result && "tasks" in result ? result : null);
export const studyOf = ({ result }: Job): Study | null => (result && "study" in result ? result : null);
