// A million points in one draw call: quantised coordinates go to the GPU as they came, 4 bytes a point, and 2 bytes say
// their colour and whether they are hidden or chosen. Written by hand since the libraries build their shader calls with
// `new Function`, which the page's Content-Security-Policy refuses.
import type { CellIndex } from "./cells";
import { boxOf, channels, fit, stroke, type Painter, type View } from "./painter";

const VERTEX = `#version 300 es
in float x; in float y; in uvec2 look;
uniform vec4 view; uniform float size; uniform float ink; uniform vec3 palette[16]; uniform bool choosing;
out vec4 colour;
void main() {
  bool gone = x > 65534.5 || y > 65534.5 || look.y == 0u;
  bool chosen = look.y == 2u;
  gl_Position = gone ? vec4(2.0, 2.0, 2.0, 1.0) : vec4((vec2(x, y) - view.xy) * view.zw - 1.0, chosen ? 0.0 : 0.5, 1.0);
  gl_PointSize = chosen ? size + 2.0 : size;
  float alpha = (chosen ? 0.95 : choosing ? 0.16 : ink) * (look.y == 3u ? 0.4 : 1.0);
  colour = vec4(palette[look.x] * alpha, alpha);
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
in vec4 colour; uniform bool round_; out vec4 result;
void main() {
  if (round_ && dot(gl_PointCoord - 0.5, gl_PointCoord - 0.5) > 0.25) discard;
  result = colour;
}`;

function shader(gl: WebGL2RenderingContext, kind: number, text: string): WebGLShader {
  const made = gl.createShader(kind);
  if (!made) throw new Error("no shader");
  gl.shaderSource(made, text);
  gl.compileShader(made);
  if (!gl.getShaderParameter(made, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(made) ?? "shader");
  return made;
}

/** Whether this browser has a graphics card for WebGL 2, or only imitates one. */
export function hasGraphics(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (!gl) return false;
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return !/swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

export class Scatter implements Painter {
  readonly partial = false;
  private readonly gl: WebGL2RenderingContext;
  private readonly program: WebGLProgram;
  private readonly buffers: WebGLBuffer[];
  private n = 0;
  private cells: CellIndex | null = null;

  /** Throws where there is no WebGL 2. */
  constructor(private readonly canvas: HTMLCanvasElement) {
    const gl = canvas.getContext("webgl2", { antialias: false, alpha: true, premultipliedAlpha: true });
    if (!gl) throw new Error("no WebGL 2");
    this.gl = gl;
    this.program = gl.createProgram();
    gl.attachShader(this.program, shader(gl, gl.VERTEX_SHADER, VERTEX));
    gl.attachShader(this.program, shader(gl, gl.FRAGMENT_SHADER, FRAGMENT));
    ["x", "y", "look"].forEach((name, at) => gl.bindAttribLocation(this.program, at, name));
    gl.linkProgram(this.program);
    gl.useProgram(this.program);
    this.buffers = [0, 1, 2].map(() => gl.createBuffer());
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  place(x: Uint16Array, y: Uint16Array, cells: CellIndex): void {
    const { gl } = this;
    this.n = x.length;
    this.cells = cells;
    [x, y].forEach((values, at) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[at]);
      gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
    });
  }

  dress(look: Uint8Array): void {
    const { gl } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[2]);
    gl.bufferData(gl.ARRAY_BUFFER, look, gl.DYNAMIC_DRAW);
  }

  paint(colours: string[]): void {
    const values = new Float32Array(48);
    colours.slice(0, 16).forEach((colour, i) => values.set(channels(colour).map((part) => part / 255), 3 * i));
    this.gl.uniform3fv(this.at("palette"), values);
  }

  draw(view: View, choosing: boolean): void {
    const { gl, canvas } = this;
    const ratio = fit(canvas);
    gl.viewport(0, 0, canvas.width, canvas.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const inView = this.cells?.count(boxOf(view)) ?? this.n;
    const { size, alpha } = stroke(inView, canvas.clientWidth * canvas.clientHeight);
    gl.uniform4f(this.at("view"), view.x - view.wide / 2, view.y - view.high / 2, 2 / view.wide, 2 / view.high);
    gl.uniform1f(this.at("size"), size * ratio);
    gl.uniform1f(this.at("ink"), alpha);
    gl.uniform1i(this.at("choosing"), choosing ? 1 : 0);
    gl.uniform1i(this.at("round_"), size * ratio > 2.5 ? 1 : 0);
    for (let at = 0; at < 3; at++) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[at]);
      gl.enableVertexAttribArray(at);
      if (at < 2) gl.vertexAttribPointer(at, 1, gl.UNSIGNED_SHORT, false, 2, 0);
      else gl.vertexAttribIPointer(at, 2, gl.UNSIGNED_BYTE, 2, 0);
    }
    gl.drawArrays(gl.POINTS, 0, this.n);
  }

  free(): void {
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
  }

  private at(name: string): WebGLUniformLocation | null {
    return this.gl.getUniformLocation(this.program, name);
  }
}
