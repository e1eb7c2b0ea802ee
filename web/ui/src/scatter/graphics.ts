// Whether this browser has a graphics card for WebGL 2, or only imitates one. Where it imitates one, the question alone
// takes some tenths of a second: so a worker asks it, while the points are on their way.

export function hasGraphics(canvas: HTMLCanvasElement | OffscreenCanvas): boolean {
  const gl = canvas.getContext("webgl2", { failIfMajorPerformanceCaveat: true }) as WebGL2RenderingContext | null;
  if (!gl) return false;
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return !/swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

let answer: Promise<boolean> | null = null;

/** Asked once while the page is open. */
export function askGraphics(): Promise<boolean> {
  answer ??= new Promise<boolean>((resolve) => {
    const here = () => resolve(hasGraphics(document.createElement("canvas")));
    if (typeof OffscreenCanvas === "undefined") return here();
    const worker = new Worker(new URL("./graphics.worker.ts", import.meta.url), { type: "module" });
    worker.onerror = here;
    worker.onmessage = ({ data }: MessageEvent<boolean | null>) => {
      worker.terminate();
      if (data === null) here();
      else resolve(data);
    };
  });
  return answer;
}
