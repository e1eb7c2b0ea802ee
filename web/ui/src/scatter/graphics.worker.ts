import { hasGraphics } from "./graphics";

try {
  postMessage(hasGraphics(new OffscreenCanvas(1, 1)));
} catch {
  // A browser whose workers draw nothing: null has the page ask itself.
  postMessage(null);
}
