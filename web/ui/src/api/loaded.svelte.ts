// One thing asked of the server, with its four states: loading, there, failed, and asked again.
import { ApiError } from "./client";

export class Loaded<T> {
  value = $state.raw<T | null>(null);
  error = $state<ApiError | null>(null);
  busy = $state(true);
  private asked = 0;

  constructor(private readonly source: () => Promise<T>) {
    void this.again();
  }

  /** Asks again; an answer that a later question has overtaken is dropped. */
  again = async (): Promise<void> => {
    const mine = ++this.asked;
    this.busy = true;
    try {
      const value = await this.source();
      if (mine !== this.asked) return;
      this.value = value;
      this.error = null;
    } catch (error) {
      if (mine !== this.asked) return;
      this.error = error instanceof ApiError ? error : new ApiError("bug", String(error));
    }
    this.busy = false;
  };
}
