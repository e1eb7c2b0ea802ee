// One thing asked of the server, with its four states: loading, there, failed, and asked again.
import { ApiError } from "./client";

export class Loaded<T> {
  value = $state.raw<T | null>(null);
  error = $state<ApiError | null>(null);
  busy = $state(true);
  private under = new AbortController();

  constructor(private readonly source: (signal: AbortSignal) => Promise<T>) {
    void this.again();
  }

  /** Asks again; a question that a later one has overtaken is given up, and its answer dropped. */
  again = async (): Promise<void> => {
    this.under.abort();
    const { signal } = (this.under = new AbortController());
    this.busy = true;
    try {
      const value = await this.source(signal);
      if (signal.aborted) return;
      this.value = value;
      this.error = null;
    } catch (error) {
      if (signal.aborted) return;
      this.error = error instanceof ApiError ? error : new ApiError("bug", String(error));
    }
    this.busy = false;
  };
}
